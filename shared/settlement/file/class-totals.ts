import { listClasses, type Bill, type BillLine } from '../bill-model.ts';
import { billFen } from './bill-sums.ts';

type ListClass = BillLine['listClass'];
export type ClassTotals = {
  /** Fen by class of the medical insurance list, in its order; null: lines without a class. */
  readonly byClass: readonly { readonly listClass: ListClass; readonly fen: number }[];
  /** Bills without a list: nobody knows what is in them. */
  readonly unlistedFen: number;
};

/** 甲乙丙类合计: the lists of the allowed bills added up by class. */
export const classTotals = (bills: readonly Bill[]): ClassTotals => {
  const counted = bills.filter(({ allowed, voidReason }) => allowed !== false && voidReason === null);
  const sums = new Map<ListClass, number>();
  for (const line of counted.flatMap(({ lines }) => lines ?? []))
    sums.set(line.listClass, (sums.get(line.listClass) ?? 0) + (line.allowedFen ?? line.amountFen));
  const order: readonly ListClass[] = [...listClasses, null];
  return {
    byClass: order.flatMap((listClass) => (sums.has(listClass) ? [{ listClass, fen: sums.get(listClass) ?? 0 }] : [])),
    unlistedFen: counted.filter(({ lines }) => (lines ?? []).length === 0).reduce((sum, bill) => sum + billFen(bill), 0),
  };
};

/** Fen outside of the list: class C and what is paid by oneself. Class B is inside with a part of one's own, which no list states. */
export const nonListedFen = (bills: readonly Bill[]): number =>
  classTotals(bills)
    .byClass.filter(({ listClass }) => listClass === 'C' || listClass === 'self')
    .reduce((sum, { fen }) => sum + fen, 0);
