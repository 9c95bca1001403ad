import type { LiveError, LiveItem, LiveRemark, LiveSettlement } from '../../../../shared/settlement/file/live.ts';
import type { CellContent, CellNote, GridRow, SheetRow } from '../../../ui/grid/model.ts';
import { deductionsOf, fenIn, isEmptyDeduction, itemsIn, textIn, valueIn } from './review-cells.ts';
import { ofDeduction } from './sheet-edits.ts';

/** Sentences of the page's language that a line needs. */
export type LineWords = {
  kind: (kind: string) => string;
  error: (error: LiveError) => string;
  remark: (remark: LiveRemark) => string;
  unbalanced: (fen: number) => string;
  overClaim: string;
  reasonNeeded: string;
  tieNeeded: string;
};

type Notes = Record<string, CellNote>;

/** What stays open for typing once an item was decided. */
const openAfterDecision = new Set(['label', 'evidence', 'basis', 'remark']);

const columnsOfItem = [
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
  'covered',
  'coveredNote',
  'amountFair',
  'amountFairNote',
  'papersComplete',
  'papersNote',
  'clause',
  'computedFen',
] as const;
const columnsOfDeduction = ['d.amountFen', 'd.reason', 'd.clause', 'd.told'] as const;

const decidedLock: ReadonlySet<string> = new Set([...columnsOfItem, ...columnsOfDeduction].filter((key) => !openAfterDecision.has(key)));
const storedLock: ReadonlySet<string> = new Set(['kind', 'computedFen']);
const freshLock: ReadonlySet<string> = new Set(['computedFen']);
const partLock: ReadonlySet<string> = new Set(columnsOfItem);

/** The column of the grid where something the engine said about an item is shown. */
const columnOf = (field: string): string => (field.startsWith('inputs') || field === '' ? 'computedFen' : field);

const engineNotes = (itemId: string, live: LiveSettlement | null, words: LineWords): Notes => {
  const notes: Notes = {};
  const at = <Said extends { place: { entity: string; id: string | null; field: string } }>(said: readonly Said[]): readonly Said[] =>
    said.filter(({ place }) => place.entity === 'damageItem' && place.id === itemId);
  for (const remark of at(live?.remarks ?? [])) notes[columnOf(remark.place.field)] = { tone: 'warning', text: words.remark(remark) };
  for (const error of at(live?.errors ?? [])) notes[columnOf(error.place.field)] = { tone: 'error', text: words.error(error) };
  return notes;
};

const amountNotes = (item: SheetRow, deductions: readonly SheetRow[], words: LineWords): Notes => {
  const [claimed, allowed] = [fenIn(item, 'claimedFen'), fenIn(item, 'allowedFen')];
  if (claimed === null || allowed === null) return {};
  if (allowed > claimed) return { allowedFen: { tone: 'error', text: words.overClaim } };
  const apart = claimed - allowed - deductions.reduce((sum, row) => sum + (fenIn(row, 'amountFen') ?? 0), 0);
  return apart === 0 ? {} : { allowedFen: { tone: 'warning', text: words.unbalanced(apart) } };
};

const deductionNotes = (row: SheetRow | undefined, words: LineWords): Notes => {
  if (row === undefined || isEmptyDeduction(row)) return {};
  return {
    ...(textIn(row, 'reason') === null ? { 'd.reason': { tone: 'warning', text: words.reasonNeeded } } : {}),
    ...(valueIn(row, 'told') === null ? { 'd.told': { tone: 'warning', text: words.tieNeeded } } : {}),
  };
};

const deductionCells = (row: SheetRow | undefined): Record<string, CellContent> =>
  Object.fromEntries(['amountFen', 'reason', 'clause', 'told'].map((key) => [`${ofDeduction}${key}`, row?.cells[key] ?? null]));

type Shown = {
  readonly rows: readonly SheetRow[];
  readonly live: LiveSettlement | null;
  readonly decided: ReadonlySet<string>;
  readonly stored: ReadonlySet<string>;
  readonly words: LineWords;
  /** Notes of the page itself, by row and column of the sheet: conflicts, problems of saving. */
  readonly own: (rowId: string, column: string) => CellNote | undefined;
};

const withOwn = ([rowId, prefix]: readonly [string, string], notes: Notes, { own }: Shown): Notes => {
  const found = [...(prefix === '' ? columnsOfItem : ['amountFen', 'reason', 'clause', 'told'])].flatMap((key): [string, CellNote][] => {
    const note = own(rowId, key);
    return note === undefined ? [] : [[`${prefix}${key}`, note]];
  });
  return { ...notes, ...Object.fromEntries(found) };
};

const lockOf = (item: SheetRow, { decided, stored }: Shown): ReadonlySet<string> => {
  if (decided.has(item.id)) return decidedLock;
  return stored.has(item.id) ? storedLock : freshLock;
};

const itemLine = (item: SheetRow, computed: LiveItem | undefined, shown: Shown): GridRow => {
  const { rows, live, words } = shown;
  const deductions = deductionsOf(rows, item.id);
  const [first] = deductions;
  const notes = { ...engineNotes(item.id, live, words), ...amountNotes(item, deductions, words), ...deductionNotes(first, words) };
  const own = withOwn([item.id, ''], notes, shown);
  const kind = textIn(item, 'kind');
  return {
    id: item.id,
    label: kind === null ? '' : words.kind(kind),
    locked: lockOf(item, shown),
    cells: {
      ...item.cells,
      ...deductionCells(first),
      computedFen: computed?.head.computedFen ?? null,
      mark: computed?.head.mark ?? null,
    },
    notes: first === undefined ? own : withOwn([first.id, ofDeduction], own, shown),
  };
};

const partLine = (item: SheetRow, row: SheetRow, shown: Shown): GridRow => ({
  id: row.id,
  label: shown.words.kind(textIn(item, 'kind') ?? ''),
  part: true,
  locked: shown.decided.has(item.id) ? true : partLock,
  cells: deductionCells(row),
  notes: withOwn([row.id, ofDeduction], deductionNotes(row, shown.words), shown),
});

/** The lines of the grid: an item with its first deduction, then a line for each further one. */
export const reviewLines = (shown: Shown): GridRow[] => {
  const computed = new Map(shown.live?.items.map((one) => [one.itemId, one]));
  return itemsIn(shown.rows).flatMap((item) => [
    itemLine(item, computed.get(item.id), shown),
    ...deductionsOf(shown.rows, item.id)
      .slice(1)
      .map((row) => partLine(item, row, shown)),
  ]);
};

/** Sums of what stands in the sheet, in integer fen; null where nothing was entered or computed, which is not the same as nothing to pay. */
export type Totals = {
  readonly claimedFen: number | null;
  readonly allowedFen: number | null;
  readonly deductedFen: number | null;
  readonly computedFen: number | null;
};

const sumOrNone = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
};

export const totalsOf = (rows: readonly SheetRow[], live: LiveSettlement | null): Totals => {
  const items = itemsIn(rows);
  const ids = new Set(items.map(({ id }) => id));
  const allowedFen = sumOrNone(items.map((row) => fenIn(row, 'allowedFen')));
  const deducted = sumOrNone(rows.filter((row) => ids.has(String(row.cells['itemId']))).map((row) => fenIn(row, 'amountFen')));
  return {
    claimedFen: sumOrNone(items.map((row) => fenIn(row, 'claimedFen'))),
    allowedFen,
    // Once something is allowed and nothing was taken off, nothing is deducted.
    deductedFen: deducted ?? (allowedFen === null ? null : 0),
    computedFen: sumOrNone((live?.items ?? []).filter(({ itemId }) => ids.has(itemId)).map((one) => one.head.computedFen)),
  };
};
