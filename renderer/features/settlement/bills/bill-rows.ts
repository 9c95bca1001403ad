import type { Bill, BillLine } from '../../../../shared/settlement/bill-model.ts';
import type { BillsInput } from '../../../../shared/settlement/contract.ts';
import { linesFen } from '../../../../shared/settlement/file/bill-sums.ts';
import { isUnread, type CellContent, type SheetRow } from '../../../ui/grid/model.ts';

const plain = [
  'kind',
  'category',
  'hospital',
  'billedOn',
  'number',
  'stayFromOn',
  'stayUntilOn',
  'amountFen',
  'paidByInsuranceFen',
  'reason',
] as const;

/** A bill as a row of the sheet; its lines stand in one cell, so that undo brings them back as well. */
export const billRow = (bill: Bill): SheetRow => ({
  id: bill.id,
  cells: {
    ...Object.fromEntries(plain.map((name) => [name, bill[name]])),
    allowed: bill.allowed === null ? null : bill.allowed ? 'yes' : 'no',
    lines: bill.lines === null ? null : JSON.stringify(bill.lines),
  },
});

export const linesIn = (row: SheetRow): BillLine[] => {
  const { lines } = row.cells;
  return typeof lines === 'string' ? (JSON.parse(lines) as BillLine[]) : [];
};

/** What the lines of a bill without a total add up to; null where it has one, or no line. */
export const linesSumFen = (row: SheetRow): number | null => {
  const lines = linesIn(row);
  return (row.cells['amountFen'] ?? null) !== null || lines.length === 0 ? null : linesFen(lines);
};

const valueOf = (key: string, content: CellContent): unknown => {
  if (isUnread(content)) return undefined;
  if (key === 'lines') return content === null ? null : JSON.parse(String(content));
  return key === 'allowed' && content !== null ? content === 'yes' : content;
};

const valuesOf = (cells: Readonly<Record<string, CellContent>>): Partial<Bill> =>
  Object.fromEntries(
    Object.entries(cells)
      .map(([key, content]) => [key, valueOf(key, content)])
      .filter(([, value]) => value !== undefined),
  ) as Partial<Bill>;

/** A row as a bill, for the checks that run while it is typed. */
export const typedBill = (row: SheetRow, partyId: string, stored: Bill | undefined): Bill =>
  ({
    at: '9999',
    voidReason: null,
    rev: 0,
    attachmentId: null,
    lines: null,
    ...stored,
    id: row.id,
    partyId,
    ...valuesOf(row.cells),
  }) as unknown as Bill;

type Changes = Pick<BillsInput, 'bills' | 'removed'>;

/** What was changed, as one save. */
export const billChanges = (rows: readonly SheetRow[], stored: readonly Bill[], partyId: string): Changes => {
  const before = new Map(stored.map((bill): [string, { bill: Bill; row: SheetRow }] => [bill.id, { bill, row: billRow(bill) }]));
  const now = new Set(rows.map(({ id }) => id));
  const bills = rows.flatMap((row): Changes['bills'] => {
    const old = before.get(row.id);
    const cells = Object.fromEntries(
      Object.entries(row.cells).filter(([key, content]) =>
        old === undefined ? content !== null : (old.row.cells[key] ?? null) !== content,
      ),
    );
    if (old !== undefined && Object.keys(cells).length === 0) return [];
    // The kind of a stored bill is fixed.
    const { kind, ...rest } = valuesOf(cells);
    const fixed = old === undefined ? { kind: kind ?? ('medical' as const), partyId: partyId as Bill['partyId'] } : {};
    return [{ id: row.id, isNew: old === undefined, seen: old?.bill.rev ?? 0, values: { ...rest, ...fixed } }];
  });
  return { bills, removed: stored.filter(({ id }) => !now.has(id)).map(({ id }) => id) };
};

/** Lines of a daily list as rows; the row's number is its id. */
export const lineRows = (lines: readonly BillLine[]): SheetRow[] =>
  lines.map((line, index) => ({
    id: String(index),
    cells: { ...line, quantity: line.quantity === null ? null : String(line.quantity), reason: line.reason === '' ? null : line.reason },
  }));

const text = (content: CellContent | undefined): string | null => (typeof content === 'string' ? content : null);
const fen = (content: CellContent | undefined): number | null => (typeof content === 'number' ? content : null);

const priced = (price: string | null, quantity: number | null): number | null =>
  price === null || quantity === null ? null : Math.round(Number(price) * quantity * 100);

/** Rows as lines again. A missing amount is price times quantity; a line without any amount counts nothing. */
export const linesOf = (rows: readonly SheetRow[]): BillLine[] =>
  rows.map(({ cells }): BillLine => {
    const price = text(cells['price']);
    const quantity = text(cells['quantity']) === null ? null : Number(text(cells['quantity']));
    return {
      label: text(cells['label']) ?? '',
      on: text(cells['on']),
      price,
      quantity,
      amountFen: fen(cells['amountFen']) ?? priced(price, quantity) ?? 0,
      listClass: text(cells['listClass']) as BillLine['listClass'],
      allowedFen: fen(cells['allowedFen']),
      reason: text(cells['reason']) ?? '',
    };
  });

/** Sums of a list by class; lines without a class under the empty name. */
export const classSums = (lines: readonly BillLine[]): { listClass: string; fen: number }[] => {
  const sums = new Map<string, number>();
  for (const line of lines) sums.set(line.listClass ?? '', (sums.get(line.listClass ?? '') ?? 0) + line.amountFen);
  return [...sums].map(([listClass, sum]) => ({ listClass, fen: sum })).toSorted((a, b) => a.listClass.localeCompare(b.listClass));
};
