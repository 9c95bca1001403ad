import type { DamageItem } from '../../../../shared/damages/model.ts';
import type { GridClash, GridInput } from '../../../../shared/damages/contract.ts';
import type { CellContent, SheetRow } from '../../../ui/grid/model.ts';
import { isUnread } from '../../../ui/grid/model.ts';
import { changedCells, deductionsOf, isDeduction, isEmptyDeduction, notTold, type Stored } from './review-cells.ts';

const angles: readonly string[] = ['covered', 'amountFair', 'papersComplete'];

const itemValue = (key: string, content: CellContent): unknown => {
  if (isUnread(content)) return undefined;
  if (key === 'inputs') return content === null ? null : JSON.parse(String(content));
  return angles.includes(key) && content === null ? 'open' : content;
};

const itemValues = (cells: Readonly<Record<string, CellContent>>): GridInput['items'][number]['values'] =>
  Object.fromEntries(
    Object.entries(cells)
      .map(([key, content]) => [key, itemValue(key, content)])
      .filter(([, value]) => value !== undefined),
  ) as Partial<DamageItem>;

const deductionValues = (cells: Readonly<Record<string, CellContent>>): GridInput['deductions'][number]['values'] => {
  const { told, itemId: _itemId, ...rest } = cells;
  const plain = Object.fromEntries(
    Object.entries(rest)
      .filter(([, content]) => !isUnread(content))
      .map(([key, content]) => [key, key === 'reason' ? (content ?? '') : content]),
  );
  const tie = told === undefined ? {} : { disclosureId: told === notTold ? null : told, notToldBefore: told === notTold };
  return { ...plain, ...tie } as GridInput['deductions'][number]['values'];
};

const filled = (cells: Readonly<Record<string, CellContent>>): Record<string, CellContent> =>
  Object.fromEntries(Object.entries(cells).filter(([, content]) => content !== null));

export type Changes = Pick<GridInput, 'items' | 'removedItems' | 'deductions' | 'removedDeductions'>;

type Working = { readonly rows: readonly SheetRow[]; readonly base: Stored; readonly partyId: string };

/** Everything that was changed, as one save. */
export const changesOf = ({ rows, base, partyId }: Working): Changes => {
  const before = new Map(base.rows.map((row) => [row.id, row]));
  const counted = rows.filter((row) => !isEmptyDeduction(row));
  const now = new Set(counted.map(({ id }) => id));
  const gone = base.rows.filter(({ id }) => !now.has(id));
  const touched = counted
    .map((row) => ({ row, isNew: !before.has(row.id), seen: base.revs.get(row.id) ?? 0, cells: changedCells(row, before.get(row.id)) }))
    .filter(({ isNew, cells }) => isNew || Object.keys(cells).length > 0);
  const removedItems = gone.filter((row) => !isDeduction(row)).map(({ id }) => id);
  return {
    items: touched
      .filter(({ row }) => !isDeduction(row))
      .map(({ row, isNew, seen, cells }) => ({
        id: row.id,
        isNew,
        seen,
        values: { ...itemValues(isNew ? filled(cells) : cells), ...(isNew ? { partyId: partyId as DamageItem['partyId'] } : {}) },
      })),
    removedItems,
    deductions: touched
      .filter(({ row }) => isDeduction(row))
      .map(({ row, isNew, seen, cells }) => ({
        id: row.id,
        isNew,
        itemId: String(row.cells['itemId']),
        seen,
        values: deductionValues(isNew ? filled(cells) : cells),
      })),
    // The deductions of a removed item go with it.
    removedDeductions: gone.filter((row) => isDeduction(row) && !removedItems.includes(String(row.cells['itemId']))).map(({ id }) => id),
  };
};

export const changeCount = ({ items, removedItems, deductions, removedDeductions }: Changes): number =>
  items.length + removedItems.length + deductions.length + removedDeductions.length;

/** Cell of the sheet a clash or a problem of the core is about: `items.<id>.values.claimedFen`, `deductions.<id>.disclosureId`. */
export const cellOfField = (field: string): { rowId: string; column: string } | null => {
  const parts = field.split('.').filter((part) => part !== 'values');
  const [, rowId = '', column = ''] = parts;
  if (rowId === '' || column === '') return null;
  return { rowId, column: column === 'disclosureId' || column === 'notToldBefore' ? 'told' : column };
};

export const cellOfClash = ({ field }: GridClash): { rowId: string; column: string } => cellOfField(field) ?? { rowId: '', column: '' };

/** What the other person wrote, as a cell. */
export const theirContent = ({ field, theirs }: GridClash): CellContent => {
  if (field.endsWith('.notToldBefore')) return theirs === true ? notTold : null;
  if (theirs === null || typeof theirs === 'string' || typeof theirs === 'number') return theirs === 'open' ? null : theirs;
  return JSON.stringify(theirs);
};

/** The item a line of the grid belongs to, with its own deductions: what a decision is about. */
export const lineItem = (rows: readonly SheetRow[], id: string): { item: SheetRow; deductions: readonly SheetRow[] } | null => {
  const row = rows.find((one) => one.id === id);
  const item = row !== undefined && isDeduction(row) ? rows.find((one) => one.id === row.cells['itemId']) : row;
  return item === undefined ? null : { item, deductions: deductionsOf(rows, item.id) };
};
