import { memo, type CSSProperties } from 'react';
import { CellInput } from './cell-input.tsx';
import { shownOfCell, textOfCell, type CellWords } from './cell-kinds.ts';
import styles from './grid.module.css';
import { isLocked, isUnread, optionsOf, type GridColumn, type GridRow, type Range } from './model.ts';
import type { Editing } from './use-selection.ts';

export type PlacedColumn = { readonly column: GridColumn; readonly style: CSSProperties };

export type ActiveCell = {
  readonly column: number;
  readonly editing: Editing | null;
  readonly focused: boolean;
  readonly noteId: string;
};

type Props = {
  row: GridRow;
  index: number;
  top: number;
  height: number;
  columns: readonly PlacedColumn[];
  words: CellWords;
  readOnly: boolean;
  /** Selected columns of this row, and of those where the fill would go. */
  selected: Pick<Range, 'left' | 'right'> | null;
  filling: Pick<Range, 'left' | 'right'> | null;
  /** The corner of the selection lies in this row. */
  handleAt: number | null;
  active: ActiveCell | null;
  onText: (text: string, mode?: Editing['mode']) => void;
  onPick: (label: string) => void;
};

const isRight = (column: GridColumn): boolean => ['amount', 'integer', 'decimal'].includes(column.kind);

const covers = (span: Props['selected'], column: number): boolean => span !== null && column >= span.left && column <= span.right;

type CellProps = Omit<Props, 'index' | 'top' | 'height' | 'columns' | 'selected' | 'filling'> & {
  placed: PlacedColumn;
  at: number;
  isSelected: boolean;
  isFilling: boolean;
};

const GridCell = ({ row, placed, at, words, readOnly, isSelected, isFilling, handleAt, active, onText, onPick }: CellProps) => {
  const { column } = placed;
  const place = { column, row, words };
  const content = row.cells[column.key];
  const note = row.notes?.[column.key];
  const locked = readOnly || isLocked(column, row);
  const invalid = isUnread(content) || note?.tone === 'error';
  const isActive = active !== null && active.column === at;
  const editing = isActive ? active.editing : null;
  const hasList = column.kind === 'choice' && !locked;
  return (
    <div
      role="gridcell"
      aria-colindex={at + 1}
      aria-selected={isSelected}
      aria-readonly={locked}
      data-column={at}
      data-key={column.key}
      data-active={isActive}
      data-filling={isFilling}
      data-locked={locked}
      data-tone={isUnread(content) ? 'error' : note?.tone}
      data-right={isRight(column)}
      data-frozen={column.frozen === true}
      className={styles['cell']}
      style={placed.style}
      title={note?.text}
    >
      <span className={styles['shown']}>{column.render?.(row) ?? shownOfCell(place)}</span>
      {isActive ? (
        <CellInput
          label={`${column.title}, ${row.label}`}
          text={textOfCell(place)}
          editing={editing}
          locked={locked}
          right={isRight(column)}
          invalid={invalid}
          describedBy={note !== undefined || invalid ? active.noteId : undefined}
          options={hasList ? optionsOf(column, row) : null}
          focused={active.focused}
          onText={onText}
          onPick={onPick}
        />
      ) : null}
      {handleAt === at && !readOnly ? <span className={styles['handle']} data-handle="true" aria-hidden="true" /> : null}
    </div>
  );
};

const Line = ({ row, index, top, height, columns, selected, filling, ...rest }: Props) => (
  <div
    role="row"
    aria-rowindex={index + 2}
    data-row={index}
    data-id={row.id}
    data-part={row.part === true}
    className={styles['line']}
    style={{ top, height }}
  >
    {columns.map((placed, at) => (
      <GridCell
        key={placed.column.key}
        row={row}
        placed={placed}
        at={at}
        isSelected={covers(selected, at)}
        isFilling={covers(filling, at)}
        {...rest}
      />
    ))}
  </div>
);

const sameSpan = (a: Props['selected'], b: Props['selected']): boolean =>
  a === b || (a !== null && b !== null && a.left === b.left && a.right === b.right);

const sameRecord = (a: Readonly<Record<string, unknown>> | undefined, b: Readonly<Record<string, unknown>> | undefined): boolean => {
  if (a === b) return true;
  const keys = Object.keys(a ?? {});
  return keys.length === Object.keys(b ?? {}).length && keys.every((key) => a?.[key] === b?.[key]);
};

const sameNotes = (a: GridRow['notes'], b: GridRow['notes']): boolean => {
  if (a === b) return true;
  const keys = Object.keys(a ?? {});
  return keys.length === Object.keys(b ?? {}).length && keys.every((key) => a?.[key]?.text === b?.[key]?.text);
};

const sameRow = (a: GridRow, b: GridRow): boolean =>
  a === b ||
  (a.id === b.id &&
    a.label === b.label &&
    a.locked === b.locked &&
    a.part === b.part &&
    sameRecord(a.cells, b.cells) &&
    sameNotes(a.notes, b.notes));

const isSame = (a: Props, b: Props): boolean =>
  b.active === null &&
  a.active === null &&
  sameRow(a.row, b.row) &&
  sameSpan(a.selected, b.selected) &&
  sameSpan(a.filling, b.filling) &&
  a.index === b.index &&
  a.top === b.top &&
  a.height === b.height &&
  a.columns === b.columns &&
  a.words === b.words &&
  a.readOnly === b.readOnly &&
  a.handleAt === b.handleAt;

/** One row, drawn again only when something in it changed: a key pressed in one row costs that row. */
export const GridLine = memo(Line, isSame);
