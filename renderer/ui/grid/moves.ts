import type { CellAt, Range } from './model.ts';

export type Size = { readonly rows: number; readonly columns: number };

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

export const clampCell = (at: CellAt, size: Size): CellAt => ({ row: within(at.row, size.rows), column: within(at.column, size.columns) });

const pageRows = 10;

type Press = { readonly key: string; readonly ctrl: boolean };

const steps: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-pageRows, 0],
  PageDown: [pageRows, 0],
};

/** Where a key of moving leads; null when the key does not move. With Ctrl the arrows go to the edge. */
export const moved = (at: CellAt, { key, ctrl }: Press, size: Size): CellAt | null => {
  if (key === 'Home') return { row: ctrl ? 0 : at.row, column: 0 };
  if (key === 'End') return { row: ctrl ? Math.max(0, size.rows - 1) : at.row, column: Math.max(0, size.columns - 1) };
  const step = steps[key];
  if (step === undefined) return null;
  const far = ctrl ? Math.max(size.rows, size.columns) : 1;
  return clampCell({ row: at.row + step[0] * far, column: at.column + step[1] * far }, size);
};

/** Tab walks the cells line by line; null past the last (or before the first), where Tab leaves the grid. */
export const tabbed = (at: CellAt, back: boolean, size: Size): CellAt | null => {
  const index = at.row * size.columns + at.column + (back ? -1 : 1);
  if (index < 0 || index >= size.rows * size.columns) return null;
  return { row: Math.floor(index / size.columns), column: index % size.columns };
};

export const rangeOf = (a: CellAt, b: CellAt): Range => ({
  top: Math.min(a.row, b.row),
  bottom: Math.max(a.row, b.row),
  left: Math.min(a.column, b.column),
  right: Math.max(a.column, b.column),
});

export const isInside = (range: Range, at: CellAt): boolean =>
  at.row >= range.top && at.row <= range.bottom && at.column >= range.left && at.column <= range.right;

export const isSingle = (range: Range): boolean => range.top === range.bottom && range.left === range.right;

/** The fill handle grows the source in one direction only: the longer way of the pointer. */
export const fillTarget = (source: Range, at: CellAt): Range => {
  const down = Math.max(at.row - source.bottom, source.top - at.row, 0);
  const across = Math.max(at.column - source.right, source.left - at.column, 0);
  if (down === 0 && across === 0) return source;
  return down >= across
    ? { ...source, top: Math.min(source.top, at.row), bottom: Math.max(source.bottom, at.row) }
    : { ...source, left: Math.min(source.left, at.column), right: Math.max(source.right, at.column) };
};
