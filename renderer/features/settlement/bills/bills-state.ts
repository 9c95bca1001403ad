import type { Bill } from '../../../../shared/settlement/bill-model.ts';
import type { SheetEdit, SheetRow } from '../../../ui/grid/model.ts';
import { billRow } from './bill-rows.ts';

/** Bills while they are worked on: the rows as typed, and the stored bills they began from. */
export type BillsPlace = { readonly rows: readonly SheetRow[]; readonly stored: readonly Bill[] };

/** What is kept of half-done work: the rows that differ, what was removed, and the state each was read in. */
export type BillsDraft = {
  readonly rows: readonly SheetRow[];
  readonly removed: readonly string[];
  readonly seen: Readonly<Record<string, number>>;
};

/** A value of another window that waits for a decision. */
export type BillClash = { readonly billId: string; readonly field: string; readonly rev: number; readonly byName: string | null };

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> => new Map(rows.map((row) => [row.id, row]));

const touchedCells = (row: SheetRow, before: SheetRow): string[] =>
  Object.keys(row.cells).filter((key) => (row.cells[key] ?? null) !== (before.cells[key] ?? null));

const isTouched = (row: SheetRow, bill: Bill | undefined): boolean => bill === undefined || touchedCells(row, billRow(bill)).length > 0;

export const draftOfBills = ({ rows, stored }: BillsPlace): BillsDraft | null => {
  const before = byId(stored);
  const now = new Set(rows.map(({ id }) => id));
  const changed = rows.filter((row) => isTouched(row, before.get(row.id)));
  const removed = stored.map(({ id }): string => id).filter((id) => !now.has(id));
  if (changed.length + removed.length === 0) return null;
  const seen = Object.fromEntries(changed.flatMap(({ id }) => (before.has(id) ? [[id, before.get(id)?.rev ?? 0]] : [])));
  return { rows: changed, removed, seen };
};

/** The edits that bring a draft back into the sheet, as one step. */
export const draftEdits = (rows: readonly SheetRow[], draft: BillsDraft): SheetEdit[] => {
  const there = byId(rows);
  const edits = draft.rows.flatMap((row, i): SheetEdit[] => {
    const known = there.get(row.id);
    if (known === undefined) return [{ op: 'insert', index: rows.length + i, row }];
    return touchedCells(row, known).map((column) => ({ op: 'set', rowId: row.id, column, value: row.cells[column] ?? null }));
  });
  return [...edits, ...draft.removed.filter((id) => there.has(id)).map((rowId): SheetEdit => ({ op: 'remove', rowId }))];
};

export const seenAsDrafted = (stored: readonly Bill[], { seen }: BillsDraft): Bill[] =>
  stored.map((bill) => ({ ...bill, rev: Math.min(bill.rev, seen[bill.id] ?? bill.rev) }));

/**
 * Brings bills that were stored meanwhile under what is being typed. A cell that was typed over keeps what was typed; where it was also
 * stored anew, the bill keeps the state it was typed over, so that saving finds the other value.
 */
export const rebasedBills = ({ rows, stored }: BillsPlace, next: readonly Bill[]): BillsPlace => {
  const [before, local] = [byId(stored), byId(rows)];
  const merged = next.flatMap((bill): { row: SheetRow; bill: Bill }[] => {
    const [old, mine] = [before.get(bill.id), local.get(bill.id)];
    const theirs = billRow(bill);
    if (old === undefined) return [{ row: theirs, bill }];
    if (mine === undefined) return [];
    const touched = touchedCells(mine, billRow(old));
    const kept = Object.fromEntries(touched.map((key) => [key, mine.cells[key] ?? null]));
    const overlap = touched.some((key) => (theirs.cells[key] ?? null) !== (billRow(old).cells[key] ?? null));
    return [{ row: { id: theirs.id, cells: { ...theirs.cells, ...kept } }, bill: overlap ? { ...bill, rev: old.rev } : bill }];
  });
  const known = new Set([...before.keys(), ...next.map(({ id }): string => id)]);
  const order = new Map(rows.map(({ id }, index) => [id, index]));
  const placeOf = ({ id }: SheetRow): number => order.get(id) ?? Number.MAX_SAFE_INTEGER;
  const all = [...merged.map(({ row }) => row), ...rows.filter(({ id }) => !known.has(id))].toSorted((a, b) => placeOf(a) - placeOf(b));
  // A bill that was taken out here stays in the base, so that its removal is still saved.
  const gone = next.filter(({ id }) => before.has(id) && !local.has(id));
  return { rows: all, stored: [...merged.map(({ bill }) => bill), ...gone] };
};

/** Mine: the other value was seen and is written over. Theirs: the cell takes it. */
export const decidedBill = (stored: readonly Bill[], clash: BillClash): Bill[] =>
  stored.map((bill) => (bill.id === clash.billId ? { ...bill, rev: Math.max(bill.rev, clash.rev) } : bill));
