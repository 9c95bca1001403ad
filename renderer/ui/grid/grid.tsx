import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { placeColumns } from './column-places.ts';
import { GridFoot, GridHead } from './grid-edges.tsx';
import { GridLine } from './grid-line.tsx';
import { GridNote } from './grid-note.tsx';
import styles from './grid.module.css';
import type { GridColumn, GridRow, Range, SheetEdit, SheetRow } from './model.ts';
import { isSingle } from './moves.ts';
import { indexesToDraw, reveal, useLatest } from './reveal.ts';
import { useAim, type Aim } from './use-aim.ts';
import { useBlockActions, type Notice } from './use-block-actions.ts';
import { useCellEditing, type Typing } from './use-cell-editing.ts';
import { pressInGrid, type GridActions } from './use-grid-keys.ts';
import { usePointer } from './use-pointer.ts';
import { useSelection } from './use-selection.ts';
import { useWindowRows } from './use-window-rows.ts';

type Props = {
  label: string;
  rows: readonly GridRow[];
  columns: readonly GridColumn[];
  onEdit: (edits: readonly SheetEdit[]) => void;
  onUndo: () => void;
  onRedo: () => void;
  readOnly?: boolean;
  /** Enter or a click on a cell of a column that opens something; false where the cell is to be edited instead. */
  onOpen?: (rowId: string, column: string) => boolean;
  /** What is being typed, key by key, so that totals can follow; null when the cell was left. */
  onTyping?: (typing: Typing | null) => void;
  onActive?: (rowId: string | null) => void;
  aim?: Aim | null;
  /** Makes empty rows for lines pasted below the last one. */
  addRows?: (count: number) => readonly SheetRow[];
  onInsertRow?: (afterRowId: string | null) => void;
  onRemoveRows?: (rowIds: readonly string[]) => void;
  rowHeight?: number;
  /** CSS height limit of the scrolling part. */
  maxHeight?: string;
  /** Sums under the columns, by column key. */
  foot?: Readonly<Record<string, ReactNode>>;
};

const spanOf = (range: Range | null, row: number): Range | null =>
  range !== null && row >= range.top && row <= range.bottom ? range : null;

/** A spreadsheet: keyboard, clipboard and mouse as in Excel, roles and descriptions for a screen reader. It knows no domain word. */
export const Grid = (props: Props) => {
  const { label, rows, columns, onEdit, onActive, readOnly = false, rowHeight = 32, foot } = props;
  const { t } = useTranslation();
  const noteId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const leaving = useRef(false);
  const [focused, setFocused] = useState(false);
  const [filling, setFilling] = useState<Range | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const size = useMemo(() => ({ rows: rows.length, columns: columns.length }), [rows.length, columns.length]);
  const words = useMemo(() => ({ yes: t('common.answer.yes'), no: t('common.answer.no') }), [t]);
  const { placed, width } = useMemo(() => placeColumns(columns), [columns]);
  const selection = useSelection(size);
  const { active, head, range, editing } = selection;
  const block = { rows, columns, words };
  const cell = useCellEditing({ block, selection, readOnly, onEdit, onOpen: props.onOpen, onTyping: props.onTyping });
  const blocks = useBlockActions({ block, selection, readOnly, onEdit, onNotice: setNotice, addRows: props.addRows });
  const pointer = usePointer({
    selection,
    onCommit: () => cell.commit(),
    onOpen: cell.open,
    onEdit: () => cell.beginEdit('edit'),
    onTake: () => setFocused(true),
    onFilling: setFilling,
    onFill: blocks.fill,
  });
  const rowId = rows[active.row]?.id ?? null;
  const { onInsertRow, onRemoveRows } = props;
  const actions: GridActions = {
    ...cell,
    ...blocks,
    undo: props.onUndo,
    redo: props.onRedo,
    selectAll: () => selection.selectRange({ row: 0, column: 0 }, { row: size.rows - 1, column: size.columns - 1 }),
    insertRow: readOnly || onInsertRow === undefined ? null : () => onInsertRow(rowId),
    removeRows:
      readOnly || onRemoveRows === undefined ? null : () => onRemoveRows(rows.slice(range.top, range.bottom + 1).map((one) => one.id)),
  };
  const seen = useWindowRows(scroller, rows.length, rowHeight);
  useEffect(() => onActive?.(rowId), [rowId, onActive]);
  useAim({ aim: props.aim, rows, columns, selection, onTake: () => setFocused(true) });
  useLayoutEffect(() => {
    if (focused) reveal(scroller.current, head, rowHeight);
  }, [head, focused, rowHeight]);
  const onText = useLatest((text: string) => cell.edit(text, editing?.mode ?? 'replace'));
  const onPick = useLatest((text: string) => cell.commit(text));
  return (
    <div className={styles['frame']} onKeyDownCapture={() => setNotice(null)} onMouseDownCapture={() => setNotice(null)}>
      <div
        ref={scroller}
        role="grid"
        tabIndex={-1}
        aria-label={label}
        aria-rowcount={rows.length + (foot === undefined ? 1 : 2)}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        aria-readonly={readOnly}
        className={styles['scroller']}
        style={props.maxHeight === undefined ? undefined : { maxHeight: props.maxHeight }}
        onFocus={() => setFocused(true)}
        onBlur={(event) => {
          if (event.currentTarget.contains(event.relatedTarget)) return;
          cell.commit();
          setFocused(false);
          leaving.current = false;
        }}
        onKeyDown={(event) => pressInGrid(event, { size, selection, leaving, actions })}
        {...blocks.clipboard}
        {...pointer}
      >
        <div style={{ minWidth: width }}>
          <GridHead placed={placed} />
          <div role="rowgroup" className={styles['body']} style={{ height: rows.length * rowHeight }} data-focused={focused}>
            {indexesToDraw(seen, active.row, rows.length).map((index) => {
              const one = rows[index];
              if (one === undefined) return null;
              return (
                <GridLine
                  key={one.id}
                  row={one}
                  index={index}
                  top={index * rowHeight}
                  height={rowHeight}
                  columns={placed}
                  words={words}
                  readOnly={readOnly}
                  selected={isSingle(range) ? null : spanOf(range, index)}
                  filling={spanOf(filling, index)}
                  handleAt={focused && editing === null && index === range.bottom ? range.right : null}
                  active={index === active.row ? { column: active.column, editing, focused, noteId } : null}
                  onText={onText}
                  onPick={onPick}
                />
              );
            })}
          </div>
          {foot === undefined ? null : <GridFoot placed={placed} foot={foot} index={rows.length + 2} />}
        </div>
      </div>
      <GridNote id={noteId} row={rows[active.row]} column={columns[active.column]} notice={notice} />
    </div>
  );
};
