import type { CaseFile } from '../../../../shared/cases/contract.ts';
import { damageKinds, type DamageItem, type Deduction } from '../../../../shared/damages/model.ts';
import { isUnread, type CellContent, type CellValue, type SheetRow } from '../../../ui/grid/model.ts';

/** Cells of an item that are saved as they stand. */
const plainCells = [
  'kind',
  'label',
  'evidence',
  'fromOn',
  'untilOn',
  'days',
  'basis',
  'claimedFen',
  'allowedFen',
  'remark',
  'coveredNote',
  'amountFairNote',
  'papersNote',
  'clause',
] as const;
const angleCells = ['covered', 'amountFair', 'papersComplete'] as const;

/** The pick that says openly that nobody was told. */
export const notTold = 'not-told';

const itemRow = (item: DamageItem): SheetRow => ({
  id: item.id,
  cells: {
    ...Object.fromEntries(plainCells.map((name) => [name, item[name]])),
    // An open angle is an empty cell.
    ...Object.fromEntries(angleCells.map((name) => [name, item[name] === 'open' ? null : item[name]])),
    inputs: item.inputs === null ? null : JSON.stringify(item.inputs),
  },
});

const deductionRow = (row: Deduction): SheetRow => ({
  id: row.id,
  cells: {
    itemId: row.itemId,
    amountFen: row.amountFen,
    reason: row.reason,
    clause: row.clause,
    told: row.disclosureId ?? (row.notToldBefore === true ? notTold : null),
  },
});

/** The rows of one person as they are stored, with the state each was read in. */
export type Stored = { readonly rows: readonly SheetRow[]; readonly revs: ReadonlyMap<string, number> };

/** In the order of a calculation sheet. */
const inSheetOrder = (a: DamageItem, b: DamageItem): number => damageKinds.indexOf(a.kind) - damageKinds.indexOf(b.kind);

export const storedRows = (file: CaseFile, partyId: string): Stored => {
  const items = file.items
    .filter((item) => item.partyId === partyId && item.voidReason === null)
    .toSorted((a, b) => inSheetOrder(a, b) || a.id.localeCompare(b.id));
  const ids = new Set<string | null>(items.map(({ id }) => id));
  const deductions = file.deductions.filter((row) => ids.has(row.itemId) && row.voidReason === null);
  return {
    rows: [...items.map(itemRow), ...deductions.map(deductionRow)],
    revs: new Map([...items, ...deductions].map(({ id, rev }): [string, number] => [id, rev])),
  };
};

export const isDeduction = (row: SheetRow): boolean => row.cells['itemId'] !== undefined;
export const itemsIn = (rows: readonly SheetRow[]): readonly SheetRow[] => rows.filter((row) => !isDeduction(row));
export const deductionsOf = (rows: readonly SheetRow[], itemId: string): readonly SheetRow[] =>
  rows.filter((row) => row.cells['itemId'] === itemId);

/** A cell as a value; what could not be read counts as empty until it is mended. */
export const valueIn = (row: SheetRow, key: string): CellValue => {
  const content = row.cells[key];
  return content === undefined || isUnread(content) ? null : content;
};
export const fenIn = (row: SheetRow, key: string): number | null => {
  const value = valueIn(row, key);
  return typeof value === 'number' ? value : null;
};
export const textIn = (row: SheetRow, key: string): string | null => {
  const value = valueIn(row, key);
  return typeof value === 'string' ? value : null;
};

export type Inputs = Record<string, unknown>;
export const inputsIn = (row: SheetRow): Inputs | null => {
  const text = textIn(row, 'inputs');
  return text === null ? null : (JSON.parse(text) as Inputs);
};

export const sameContent = (a: CellContent | undefined, b: CellContent | undefined): boolean =>
  isUnread(a) && isUnread(b) ? a.raw === b.raw : (a ?? null) === (b ?? null);

/** Cells of a row that differ from what is stored. */
export const changedCells = (row: SheetRow, base: SheetRow | undefined): Record<string, CellContent> =>
  Object.fromEntries(Object.entries(row.cells).filter(([key, content]) => !sameContent(content, base?.cells[key])));

/** A deduction without anything in it is no deduction. */
export const isEmptyDeduction = (row: SheetRow): boolean =>
  isDeduction(row) && Object.entries(row.cells).every(([key, content]) => key === 'itemId' || content === null);
