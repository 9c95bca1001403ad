import type { ReactNode } from 'react';
import type { ProblemCode } from '../../../shared/kernel/problem.ts';

/** A value of the sheet: amounts are fen, dates `YYYY-MM-DD`, decimals plain text, choices their key, yes/no `'yes'`, `'no'` or open. */
export type CellValue = string | number | null;

/** What was typed or pasted and could not be read: it stays in the cell, with the reason, until somebody mends it. */
export type Unread = { readonly raw: string; readonly code: ProblemCode };

export type CellContent = CellValue | Unread;

export const isUnread = (content: CellContent | undefined): content is Unread => typeof content === 'object' && content !== null;

export type CellOption = { readonly value: string; readonly label: string };

export type CellKind = 'text' | 'amount' | 'decimal' | 'integer' | 'date' | 'choice' | 'yesNo';

/** The cells of a row that a sheet keeps; what is only shown (sums, results) is added by the page. */
export type SheetRow = { readonly id: string; readonly cells: Readonly<Record<string, CellContent>> };

/** A sentence at a cell. An error also marks the cell as invalid. */
export type CellNote = { readonly tone: 'error' | 'warning' | 'info'; readonly text: string; readonly actions?: ReactNode };

export type GridRow = SheetRow & {
  /** What the row is about, for screen readers: "Nursing". */
  readonly label: string;
  /** True locks the row; a set locks these columns. */
  readonly locked?: boolean | ReadonlySet<string>;
  readonly notes?: Readonly<Record<string, CellNote>>;
  /** A quiet part of the row above, for example its second deduction. */
  readonly part?: boolean;
};

export type GridColumn = {
  readonly key: string;
  readonly title: string;
  /** Pixels; a column with `grow` takes what is left over, shared by the weights. */
  readonly width: number;
  readonly grow?: number;
  readonly kind: CellKind;
  readonly frozen?: boolean;
  readonly readOnly?: boolean;
  /** Longest text, or largest integer. */
  readonly max?: number;
  readonly options?: readonly CellOption[] | ((row: SheetRow) => readonly CellOption[]);
  /** How the cell is shown, where the plain text is not enough. Nothing in it may take the focus. */
  readonly render?: (row: GridRow) => ReactNode;
  /** Enter, F2 and a click open something beside the grid instead of editing. */
  readonly opens?: boolean;
};

export type CellAt = { readonly row: number; readonly column: number };
export type Range = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

export type SheetEdit =
  | { readonly op: 'set'; readonly rowId: string; readonly column: string; readonly value: CellContent }
  | { readonly op: 'insert'; readonly index: number; readonly row: SheetRow }
  | { readonly op: 'remove'; readonly rowId: string };

export const optionsOf = (column: GridColumn, row: SheetRow): readonly CellOption[] =>
  typeof column.options === 'function' ? column.options(row) : (column.options ?? []);

export const isLocked = (column: GridColumn, row: GridRow): boolean =>
  column.readOnly === true || row.locked === true || (row.locked instanceof Set && row.locked.has(column.key));
