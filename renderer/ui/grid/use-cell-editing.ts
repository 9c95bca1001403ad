import { typeInto, type Block } from './block-edits.ts';
import { readCell, textOfCell } from './cell-kinds.ts';
import { isLocked, isUnread, type CellAt, type CellContent, type SheetEdit } from './model.ts';
import type { Editing, Selection } from './use-selection.ts';

/** What is being typed, as the cell would read it. */
export type Typing = { readonly rowId: string; readonly column: string; readonly value: CellContent };

type Options = {
  readonly block: Block;
  readonly selection: Selection;
  readonly readOnly: boolean;
  readonly onEdit: (edits: readonly SheetEdit[]) => void;
  readonly onOpen: ((rowId: string, column: string) => boolean) | undefined;
  readonly onTyping: ((typing: Typing | null) => void) | undefined;
};

/** Typing in the active cell: begin, follow, take over, give up; and opening what stands behind a cell. */
export const useCellEditing = ({ block, selection, readOnly, onEdit, onOpen, onTyping }: Options) => {
  const { active, editing } = selection;
  const row = block.rows[active.row];
  const column = block.columns[active.column];
  const place = row === undefined || column === undefined ? null : { row, column, words: block.words };
  const locked = place === null || readOnly || isLocked(place.column, place.row);
  const leave = (): void => {
    selection.setEditing(null);
    onTyping?.(null);
  };
  const edit = (text: string, mode: Editing['mode']): void => {
    if (locked) return;
    selection.setEditing({ text, mode });
    const value = readCell(text, place);
    if (!isUnread(value)) onTyping?.({ rowId: place.row.id, column: place.column.key, value });
  };
  return {
    locked,
    edit,
    cancel: leave,
    commit: (text = editing?.text): void => {
      if (editing === null || text === undefined) return;
      const edits = typeInto(block, active, text);
      if (edits.length > 0) onEdit(edits);
      leave();
    },
    beginEdit: (mode: 'edit' | 'empty'): void =>
      mode === 'empty' || place === null ? edit('', 'replace') : edit(textOfCell(place), 'edit'),
    open: (at: CellAt = active): boolean => {
      const target = block.columns[at.column];
      const of = block.rows[at.row];
      if (target?.opens !== true || of === undefined || onOpen === undefined) return false;
      return onOpen(of.id, target.key);
    },
  };
};
