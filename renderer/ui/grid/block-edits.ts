import { nextYesNo, readCell, textOfCell, type CellWords } from './cell-kinds.ts';
import {
  isLocked,
  isUnread,
  type CellAt,
  type CellContent,
  type GridColumn,
  type GridRow,
  type Range,
  type SheetEdit,
  type SheetRow,
} from './model.ts';
import { fromTsv, toTsv } from './tsv.ts';

/** A grid as the edits see it. */
export type Block = { readonly rows: readonly GridRow[]; readonly columns: readonly GridColumn[]; readonly words: CellWords };

/** What came of a block edit; `locked` cells were left alone, `beyond` rows found no line to go to. */
export type BlockResult = {
  readonly edits: readonly SheetEdit[];
  readonly locked: number;
  readonly beyond: readonly (readonly string[])[];
};

const counted = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

const cellsIn = (range: Range): CellAt[] =>
  counted(range.top, range.bottom).flatMap((row) => counted(range.left, range.right).map((column) => ({ row, column })));

const sameContent = (a: CellContent | undefined, b: CellContent): boolean =>
  isUnread(a) && isUnread(b) ? a.raw === b.raw && a.code === b.code : (a ?? null) === b;

type Put = { readonly at: CellAt; readonly text: string };

const put = ({ rows, columns, words }: Block, puts: readonly Put[]): Omit<BlockResult, 'beyond'> => {
  let locked = 0;
  const edits: SheetEdit[] = [];
  for (const { at, text } of puts) {
    const row = rows[at.row];
    const column = columns[at.column];
    if (row === undefined || column === undefined) continue;
    const value = readCell(text, { column, row, words });
    if (sameContent(row.cells[column.key], value)) continue;
    if (isLocked(column, row)) locked += 1;
    else edits.push({ op: 'set', rowId: row.id, column: column.key, value });
  }
  return { edits, locked };
};

const textAt = ({ rows, columns, words }: Block, at: CellAt): string => {
  const row = rows[at.row];
  const column = columns[at.column];
  return row === undefined || column === undefined ? '' : textOfCell({ column, row, words });
};

/** The selection as Excel takes it. */
export const copyBlock = (block: Block, range: Range): string =>
  toTsv(counted(range.top, range.bottom).map((row) => counted(range.left, range.right).map((column) => textAt(block, { row, column }))));

/** One value goes into every selected cell; a block that fits the selection a whole number of times is repeated; else it begins at its corner. */
const landing = (range: Range, height: number, width: number): Range => {
  const tall = range.bottom - range.top + 1;
  const wide = range.right - range.left + 1;
  const repeats = tall % height === 0 && wide % width === 0;
  return repeats ? range : { ...range, bottom: range.top + height - 1, right: range.left + width - 1 };
};

/** Pastes a block from the clipboard. */
export const pasteBlock = (block: Block, range: Range, text: string): BlockResult => {
  const lines = fromTsv(text);
  const width = Math.max(1, ...lines.map((line) => line.length));
  const land = landing(range, lines.length, width);
  const puts = cellsIn(land).map((at) => ({
    at,
    text: lines[(at.row - land.top) % lines.length]?.[(at.column - land.left) % width] ?? '',
  }));
  const beyond = lines.slice(Math.max(0, block.rows.length - land.top));
  return { ...put(block, puts), beyond: land.bottom >= block.rows.length ? beyond : [] };
};

/** Repeats the source over the target; the cells of the source stay as they are. */
export const fillBlock = (block: Block, source: Range, target: Range): BlockResult => {
  const tall = source.bottom - source.top + 1;
  const wide = source.right - source.left + 1;
  const wrap = (value: number, size: number): number => ((value % size) + size) % size;
  const puts = cellsIn(target).map((at) => ({
    at,
    text: textAt(block, { row: source.top + wrap(at.row - source.top, tall), column: source.left + wrap(at.column - source.left, wide) }),
  }));
  return { ...put(block, puts), beyond: [] };
};

/** Ctrl+D: the first selected row goes into the others; with one row selected, the row above goes into it. */
export const fillDown = (block: Block, range: Range): BlockResult => {
  const top = range.top === range.bottom ? range.top - 1 : range.top;
  if (top < 0) return { edits: [], locked: 0, beyond: [] };
  return fillBlock(block, { ...range, top, bottom: top }, { ...range, top });
};

export const clearBlock = (block: Block, range: Range): BlockResult => ({
  ...put(
    block,
    cellsIn(range).map((at) => ({ at, text: '' })),
  ),
  beyond: [],
});

/** Space on a yes/no cell. */
export const turnYesNo = ({ rows, columns }: Block, at: CellAt): readonly SheetEdit[] => {
  const row = rows[at.row];
  const column = columns[at.column];
  if (row === undefined || column === undefined || column.kind !== 'yesNo' || isLocked(column, row)) return [];
  return [{ op: 'set', rowId: row.id, column: column.key, value: nextYesNo(row.cells[column.key]) }];
};

type Beyond = { readonly lines: BlockResult['beyond']; readonly left: number; readonly fresh: readonly SheetRow[] };

/** Lines that found no row get rows of their own at the end; `fresh` are empty rows of the page's making. */
export const appendBlock = ({ rows, columns, words }: Block, { lines, left, fresh }: Beyond): readonly SheetEdit[] =>
  fresh.map((row, i) => {
    const cells: Record<string, CellContent> = { ...row.cells };
    for (const [j, text] of (lines[i] ?? []).entries()) {
      const column = columns[left + j];
      if (column !== undefined && column.readOnly !== true) cells[column.key] = readCell(text, { column, row, words });
    }
    return { op: 'insert', index: rows.length + i, row: { ...row, cells } };
  });

/** What was typed into one cell. */
export const typeInto = (block: Block, at: CellAt, text: string): readonly SheetEdit[] => put(block, [{ at, text }]).edits;
