import { useRef, type MouseEvent } from 'react';
import type { CellAt, Range } from './model.ts';
import { fillTarget, isInside } from './moves.ts';
import type { Selection } from './use-selection.ts';

type Options = {
  selection: Selection;
  onCommit: () => void;
  onOpen: (at: CellAt) => boolean;
  onEdit: () => void;
  /** A cell was pressed: the grid takes the focus. */
  onTake: () => void;
  /** Where a drag of the handle would fill; null when the drag is over. */
  onFilling: (target: Range | null) => void;
  onFill: (source: Range, target: Range) => void;
};

type Drag = { readonly kind: 'select'; readonly from: CellAt } | { readonly kind: 'fill'; readonly source: Range };

const cellUnder = (target: EventTarget): CellAt | null => {
  if (!(target instanceof Element)) return null;
  const column = target.closest<HTMLElement>('[data-column]')?.dataset['column'];
  const row = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
};

type Dragging = { begin(drag: Drag): void; over(at: CellAt): void; current(): Drag | null };

/** A drag from mouse down to mouse up, wherever the mouse is let go. */
const useDragging = ({ selection, onFilling, onFill }: Options): Dragging => {
  const drag = useRef<Drag | null>(null);
  const target = useRef<Range | null>(null);
  const end = (): void => {
    const { current } = drag;
    drag.current = null;
    if (current?.kind === 'fill' && target.current !== null) onFill(current.source, target.current);
    target.current = null;
    onFilling(null);
  };
  return {
    current: () => drag.current,
    begin: (next) => {
      drag.current = next;
      window.addEventListener('mouseup', end, { once: true });
    },
    over: (at) => {
      if (drag.current?.kind === 'select') {
        const { from } = drag.current;
        if (at.row !== from.row || at.column !== from.column) selection.selectRange(from, at);
      } else if (drag.current !== null) {
        const { source } = drag.current;
        target.current = isInside(source, at) ? null : fillTarget(source, at);
        onFilling(target.current);
      }
    },
  };
};

const isHandle = (target: EventTarget): boolean => target instanceof HTMLElement && target.dataset['handle'] !== undefined;

/** The mouse on a grid: click, Shift+click, drag to select, the handle to fill, double click to edit. */
export const usePointer = (options: Options) => {
  const { selection, onCommit, onOpen, onEdit, onTake } = options;
  const dragging = useDragging(options);
  const onMouseDown = (event: MouseEvent<HTMLElement>): void => {
    const at = cellUnder(event.target);
    if (at === null || event.button !== 0) return;
    const isActive = at.row === selection.active.row && at.column === selection.active.column;
    // Inside the cell that is typed in, the mouse places the caret.
    if (isActive && selection.editing !== null) return;
    event.preventDefault();
    if (isHandle(event.target)) return dragging.begin({ kind: 'fill', source: selection.range });
    onCommit();
    onTake();
    selection.select(at, event.shiftKey);
    if (!event.shiftKey) dragging.begin({ kind: 'select', from: at });
    return undefined;
  };
  return {
    onMouseDown,
    onMouseOver: (event: MouseEvent<HTMLElement>): void => {
      const at = dragging.current() === null ? null : cellUnder(event.target);
      if (at !== null) dragging.over(at);
    },
    onClick: (event: MouseEvent<HTMLElement>): void => {
      const at = cellUnder(event.target);
      if (at !== null && !event.shiftKey && event.detail === 1) onOpen(at);
    },
    onDoubleClick: (event: MouseEvent<HTMLElement>): void => {
      if (selection.editing === null && cellUnder(event.target) !== null) onEdit();
    },
  };
};
