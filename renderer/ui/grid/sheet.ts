import type { SheetEdit, SheetRow } from './model.ts';

type Step = { readonly forward: readonly SheetEdit[]; readonly backward: readonly SheetEdit[] };

/** More steps than anybody takes back one by one. */
const mostSteps = 200;

const applyOne = (rows: readonly SheetRow[], edit: SheetEdit): readonly SheetRow[] => {
  switch (edit.op) {
    case 'set':
      return rows.map((row) => (row.id === edit.rowId ? { ...row, cells: { ...row.cells, [edit.column]: edit.value } } : row));
    case 'insert':
      return [...rows.slice(0, edit.index), edit.row, ...rows.slice(edit.index)];
    case 'remove':
      return rows.filter((row) => row.id !== edit.rowId);
  }
};

const undoOf = (rows: readonly SheetRow[], edit: SheetEdit): SheetEdit | null => {
  if (edit.op === 'insert') return { op: 'remove', rowId: edit.row.id };
  const index = rows.findIndex((row) => row.id === edit.rowId);
  const row = rows[index];
  if (row === undefined) return null;
  return edit.op === 'remove' ? { op: 'insert', index, row } : { ...edit, value: row.cells[edit.column] ?? null };
};

type Applied = { rows: readonly SheetRow[]; backward: readonly SheetEdit[] };

/** Many cells at once touch each row once: a paste of 5,000 lines must not copy the sheet 5,000 times. */
const setMany = (rows: readonly SheetRow[], edits: readonly Extract<SheetEdit, { op: 'set' }>[]): Applied => {
  const byRow = new Map<string, Extract<SheetEdit, { op: 'set' }>[]>();
  for (const edit of edits) byRow.set(edit.rowId, [...(byRow.get(edit.rowId) ?? []), edit]);
  const backward: SheetEdit[] = [];
  const next = rows.map((row) => {
    const own = byRow.get(row.id);
    if (own === undefined) return row;
    backward.push(...own.map((edit) => ({ ...edit, value: row.cells[edit.column] ?? null })));
    return { ...row, cells: { ...row.cells, ...Object.fromEntries(own.map((edit) => [edit.column, edit.value])) } };
  });
  return { rows: next, backward };
};

/** Applies edits in order; answers with the rows after them and the edits that take them back. */
export const applyEdits = (rows: readonly SheetRow[], edits: readonly SheetEdit[]): Applied => {
  const sets = edits.filter((edit) => edit.op === 'set');
  if (sets.length === edits.length && new Set(sets.map((edit) => `${edit.rowId} ${edit.column}`)).size === sets.length) {
    return setMany(rows, sets);
  }
  let current = rows;
  const backward: SheetEdit[] = [];
  for (const edit of edits) {
    const back = undoOf(current, edit);
    if (back !== null) backward.unshift(back);
    current = applyOne(current, edit);
  }
  return { rows: current, backward };
};

/** The rows of a grid that is being edited, with their own undo and redo. It outlives renders: saving reads what is in it now. */
export interface Sheet {
  rows(): readonly SheetRow[];
  /** One batch is one step of undo. */
  apply(edits: readonly SheetEdit[]): void;
  /** Answers false when there is nothing left to take back. */
  undo(): boolean;
  redo(): boolean;
  /** Starts over with these rows; what was typed before is forgotten. */
  reset(rows: readonly SheetRow[]): void;
  /** Changes rows from outside, for example after a save; the steps of undo stay. */
  replace(change: (rows: readonly SheetRow[]) => readonly SheetRow[]): void;
  subscribe(listener: () => void): () => void;
}

/** The steps that were done and taken back. */
const createHistory = () => {
  let done: readonly Step[] = [];
  let undone: readonly Step[] = [];
  return {
    add: (step: Step): void => {
      done = [...done, step].slice(-mostSteps);
      undone = [];
    },
    back: (): Step | undefined => {
      const step = done.at(-1);
      if (step === undefined) return undefined;
      done = done.slice(0, -1);
      undone = [...undone, step];
      return step;
    },
    again: (): Step | undefined => {
      const step = undone.at(-1);
      if (step === undefined) return undefined;
      undone = undone.slice(0, -1);
      done = [...done, step];
      return step;
    },
    forget: (): void => {
      done = [];
      undone = [];
    },
  };
};

export const createSheet = (first: readonly SheetRow[]): Sheet => {
  let rows = first;
  const history = createHistory();
  const listeners = new Set<() => void>();
  const set = (next: readonly SheetRow[]): void => {
    rows = next;
    for (const listener of listeners) listener();
  };
  const walk = (edits: readonly SheetEdit[] | undefined): boolean => {
    if (edits !== undefined) set(applyEdits(rows, edits).rows);
    return edits !== undefined;
  };
  return {
    rows: () => rows,
    apply: (edits) => {
      if (edits.length === 0) return;
      const { rows: next, backward } = applyEdits(rows, edits);
      history.add({ forward: edits, backward });
      set(next);
    },
    undo: () => walk(history.back()?.backward),
    redo: () => walk(history.again()?.forward),
    reset: (next) => {
      history.forget();
      set(next);
    },
    replace: (change) => set(change(rows)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
