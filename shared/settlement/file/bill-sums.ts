import type { Bill, BillLine } from '../bill-model.ts';

type Billed = Pick<Bill, 'amountFen' | 'lines' | 'allowed' | 'paidByInsuranceFen'>;

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

export const linesFen = (lines: readonly BillLine[] | null): number => sum((lines ?? []).map(({ amountFen }) => amountFen));

/** What the bill asks for: its total, or its lines added up. */
export const billFen = ({ amountFen, lines }: Billed): number => amountFen ?? linesFen(lines);

/** What is cut from a line; more than the line itself is never cut. */
export const cutOfLine = ({ amountFen, allowedFen }: BillLine): number => (allowedFen === null ? 0 : Math.max(0, amountFen - allowedFen));

export const cutFen = ({ lines }: Billed): number => sum((lines ?? []).map(cutOfLine));

/** What is left of a bill for the claim. */
export const netOfBill = (bill: Billed): number =>
  bill.allowed === false ? 0 : Math.max(0, billFen(bill) - cutFen(bill) - (bill.paidByInsuranceFen ?? 0));

/** Cuts of the lines by reason, in the order the reasons first appear. */
export const cutsByReason = ({ lines }: Billed): { reason: string; amountFen: number }[] => {
  const cuts = new Map<string, number>();
  for (const line of lines ?? []) {
    const cut = cutOfLine(line);
    if (cut > 0) cuts.set(line.reason, (cuts.get(line.reason) ?? 0) + cut);
  }
  return [...cuts].map(([reason, amountFen]) => ({ reason, amountFen }));
};
