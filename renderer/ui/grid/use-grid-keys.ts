import type { KeyboardEvent } from 'react';
import { belongsToInputMethod } from '../shortcuts/keys.ts';
import { moved, tabbed, type Size } from './moves.ts';
import type { CellAt } from './model.ts';
import type { Selection } from './use-selection.ts';

/** What the keys of a grid do; a page without the action leaves it out. */
export type GridActions = {
  commit(): void;
  cancel(): void;
  beginEdit(mode: 'edit' | 'empty'): void;
  /** Opens what stands behind the cell; false when nothing does. */
  open(): boolean;
  turn(): boolean;
  fillDown(): void;
  clear(): void;
  undo(): void;
  redo(): void;
  selectAll(): void;
  insertRow: (() => void) | null;
  removeRows: (() => void) | null;
};

type Frame = {
  readonly size: Size;
  readonly selection: Selection & { readonly head: CellAt };
  readonly actions: GridActions;
  /** After Esc, Tab leaves the grid instead of walking its cells. */
  readonly leaving: { current: boolean };
};

type Press = KeyboardEvent<HTMLElement>;
type Handler = (event: Press, frame: Frame) => boolean;

const step = (event: Press, { size, selection, actions }: Frame, rows: number): boolean => {
  actions.commit();
  const { active } = selection;
  const at = { row: active.row + rows, column: active.column };
  if (at.row >= 0 && at.row < size.rows) selection.select(at);
  else selection.select(active);
  event.preventDefault();
  return true;
};

const tab: Handler = (event, { size, selection, actions, leaving }) => {
  const editing = selection.editing !== null;
  if (editing) actions.commit();
  const next = leaving.current && !editing ? null : tabbed(selection.active, event.shiftKey, size);
  if (next === null) return false;
  selection.select(next);
  event.preventDefault();
  return true;
};

/** Keys while a cell is being typed in. */
const whileEditing: Handler = (event, frame) => {
  const { selection, actions } = frame;
  if (event.key === 'Escape') {
    actions.cancel();
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
  if (event.key === 'Enter') {
    if (!event.ctrlKey && !event.metaKey) return step(event, frame, event.shiftKey ? -1 : 1);
    // Ctrl+Enter is the page's: it saves, with what stands in the cell.
    actions.commit();
    return true;
  }
  if (event.key === 'Tab') return tab(event, frame);
  if (selection.editing?.mode !== 'replace' || event.shiftKey || event.ctrlKey) return false;
  const next = event.key.startsWith('Arrow') ? moved(selection.active, { key: event.key, ctrl: false }, frame.size) : null;
  if (next === null) return false;
  actions.commit();
  selection.select(next);
  event.preventDefault();
  return true;
};

const withControl: Record<string, (actions: GridActions, event: Press) => void> = {
  a: (actions) => actions.selectAll(),
  d: (actions) => actions.fillDown(),
  y: (actions) => actions.redo(),
  z: (actions, event) => (event.shiftKey ? actions.redo() : actions.undo()),
};

const control: Handler = (event, { actions }) => {
  if ((!event.ctrlKey && !event.metaKey) || event.altKey) return false;
  if (event.key === 'Delete' && actions.removeRows !== null) actions.removeRows();
  else {
    const run = withControl[event.key.toLowerCase()];
    if (run === undefined) return false;
    run(actions, event);
  }
  event.preventDefault();
  return true;
};

const edit: Handler = (event, { actions }) => {
  if (event.key === 'F2' || (event.key === 'ArrowDown' && event.altKey)) {
    if (!actions.open()) actions.beginEdit('edit');
  } else if (event.key === 'Delete') actions.clear();
  else if (event.key === 'Backspace') actions.beginEdit('empty');
  else if (event.key === 'Insert' && event.altKey && actions.insertRow !== null) actions.insertRow();
  else if (event.key !== ' ' || !actions.turn()) return false;
  event.preventDefault();
  return true;
};

const move: Handler = (event, { size, selection }) => {
  if (event.altKey) return false;
  const from = event.shiftKey ? selection.head : selection.active;
  const next = moved(from, { key: event.key, ctrl: event.ctrlKey || event.metaKey }, size);
  if (next === null) return false;
  selection.select(next, event.shiftKey);
  event.preventDefault();
  return true;
};

const enter: Handler = (event, frame) => {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return false;
  if (frame.actions.open()) {
    event.preventDefault();
    return true;
  }
  return step(event, frame, event.shiftKey ? -1 : 1);
};

/** Keys on a grid. What an input method composes with belongs to it. */
export const pressInGrid = (event: Press, frame: Frame): void => {
  if (belongsToInputMethod(event.nativeEvent) || event.defaultPrevented) return;
  if (frame.selection.editing !== null) {
    whileEditing(event, frame);
    return;
  }
  const left = event.key === 'Escape';
  if (event.key === 'Tab') tab(event, frame);
  else void (enter(event, frame) || control(event, frame) || edit(event, frame) || move(event, frame));
  frame.leaving.current = left || (frame.leaving.current && ['Shift', 'Tab'].includes(event.key));
};
