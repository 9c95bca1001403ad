import type { CellContent, SheetEdit, SheetRow } from '../../../ui/grid/model.ts';
import { applyEdits } from '../../../ui/grid/sheet.ts';
import { deductionsOf, fenIn } from './review-cells.ts';

/** Columns of the grid that belong to the deduction shown on the line begin with this. */
export const ofDeduction = 'd.';

type SetEdit = Extract<SheetEdit, { op: 'set' }>;

const setCell = (rowId: string, column: string, value: CellContent): SetEdit => ({ op: 'set', rowId, column, value });

const emptyDeduction = (id: string, itemId: string): SheetRow => ({
  id,
  cells: { itemId, amountFen: null, reason: null, clause: null, told: null },
});

/** The first deduction of an item, made when there is none. */
const firstOf = (rows: readonly SheetRow[], itemId: string, newId: () => string): { id: string; made: readonly SheetEdit[] } => {
  const first = deductionsOf(rows, itemId)[0];
  if (first !== undefined) return { id: first.id, made: [] };
  const row = emptyDeduction(newId(), itemId);
  return { id: row.id, made: [{ op: 'insert', index: rows.length, row }] };
};

/** An edit of the grid as edits of the rows behind it: the deduction on an item's own line is a row of its own. */
const translate = (rows: readonly SheetRow[], edit: SheetEdit, newId: () => string): readonly SheetEdit[] => {
  if (edit.op !== 'set' || !edit.column.startsWith(ofDeduction)) return [edit];
  const column = edit.column.slice(ofDeduction.length);
  const own = rows.find((row) => row.id === edit.rowId);
  if (own?.cells['itemId'] !== undefined) return [setCell(edit.rowId, column, edit.value)];
  const { id, made } = firstOf(rows, edit.rowId, newId);
  return [...made, setCell(id, column, edit.value)];
};

const balanceByAllowed = (rows: readonly SheetRow[], item: SheetRow, newId: () => string): readonly SheetEdit[] => {
  const [claimed, allowed] = [fenIn(item, 'claimedFen'), fenIn(item, 'allowedFen')];
  const own = deductionsOf(rows, item.id);
  if (claimed === null || allowed === null || allowed > claimed || own.length > 1) return [];
  const apart = claimed - allowed;
  if (apart === 0) return own.map((row) => ({ op: 'remove', rowId: row.id }));
  const { id, made } = firstOf(rows, item.id, newId);
  return [...made, setCell(id, 'amountFen', apart)];
};

const balanceByDeduction = (rows: readonly SheetRow[], item: SheetRow): readonly SheetEdit[] => {
  const claimed = fenIn(item, 'claimedFen');
  if (claimed === null) return [];
  const deducted = deductionsOf(rows, item.id).reduce((sum, row) => sum + (fenIn(row, 'amountFen') ?? 0), 0);
  return deducted > claimed ? [] : [setCell(item.id, 'allowedFen', claimed - deducted)];
};

/**
 * Allowed is claimed less deducted: typing one of them moves the other, in the same step of undo. With several deductions only a
 * person knows which one moves, so then the allowed amount does not touch them.
 */
const balancing = (rows: readonly SheetRow[], edits: readonly SheetEdit[], newId: () => string): readonly SheetEdit[] => {
  const sets = edits.filter((edit) => edit.op === 'set');
  const touched = (column: string): Set<string> => new Set(sets.filter((edit) => edit.column === column).map((edit) => edit.rowId));
  const [claimed, allowed, deducted] = [touched('claimedFen'), touched('allowedFen'), touched('amountFen')];
  return rows
    .filter((row) => row.cells['itemId'] === undefined)
    .flatMap((item) => {
      const byDeduction = deductionsOf(rows, item.id).some((row) => deducted.has(row.id));
      if (allowed.has(item.id) && byDeduction) return [];
      if (byDeduction) return balanceByDeduction(rows, item);
      return allowed.has(item.id) || claimed.has(item.id) ? balanceByAllowed(rows, item, newId) : [];
    });
};

/** Edits of the grid as one batch of the sheet. */
export const sheetEdits = (rows: readonly SheetRow[], edits: readonly SheetEdit[], newId: () => string): readonly SheetEdit[] => {
  let current = rows;
  const batch: SheetEdit[] = [];
  for (const edit of edits) {
    const own = translate(current, edit, newId);
    current = applyEdits(current, own).rows;
    batch.push(...own);
  }
  return [...batch, ...balancing(current, batch, newId)];
};

export const addDeduction = (rows: readonly SheetRow[], itemId: string, newId: () => string): readonly SheetEdit[] => [
  { op: 'insert', index: rows.length, row: emptyDeduction(newId(), itemId) },
];

/** Removes lines of the grid: an item with all its deductions, or one deduction. */
export const removeLines = (rows: readonly SheetRow[], ids: readonly string[]): readonly SheetEdit[] =>
  rows.filter((row) => ids.includes(row.id) || ids.includes(String(row.cells['itemId']))).map((row) => ({ op: 'remove', rowId: row.id }));
