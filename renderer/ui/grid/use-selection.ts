import { useCallback, useMemo, useState } from 'react';
import type { CellAt, Range } from './model.ts';
import { clampCell, rangeOf, type Size } from './moves.ts';

/** `replace`: typing over the cell, arrows leave it; `edit`: F2 or double click, arrows move the caret. */
export type Editing = { readonly text: string; readonly mode: 'replace' | 'edit' };

export type Selection = {
  readonly active: CellAt;
  readonly range: Range;
  readonly editing: Editing | null;
  /** Makes a cell the active one; `extend` grows the selection to it instead. */
  select(at: CellAt, extend?: boolean): void;
  selectRange(from: CellAt, to: CellAt): void;
  setEditing(editing: Editing | null): void;
};

type State = { anchor: CellAt; head: CellAt; editing: Editing | null };

const start: State = { anchor: { row: 0, column: 0 }, head: { row: 0, column: 0 }, editing: null };

/** Which cell is active and which are selected. The anchor is the active cell; the head is where Shift leads. */
export const useSelection = (size: Size): Selection & { readonly head: CellAt } => {
  const [state, setState] = useState(start);
  const select = useCallback(
    (at: CellAt, extend = false) => setState((old) => ({ anchor: extend ? old.anchor : at, head: at, editing: null })),
    [],
  );
  const selectRange = useCallback((from: CellAt, to: CellAt) => setState({ anchor: from, head: to, editing: null }), []);
  const setEditing = useCallback((editing: Editing | null) => setState((old) => ({ ...old, editing })), []);
  return useMemo(() => {
    const active = clampCell(state.anchor, size);
    const head = clampCell(state.head, size);
    return { active, head, range: rangeOf(active, head), editing: state.editing, select, selectRange, setEditing };
  }, [state, size, select, selectRange, setEditing]);
};
