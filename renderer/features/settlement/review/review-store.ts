import type { GridClash } from '../../../../shared/damages/contract.ts';
import { isUnread, type CellContent, type SheetEdit, type SheetRow } from '../../../ui/grid/model.ts';
import { createSheet } from '../../../ui/grid/sheet.ts';
import { changedCells, isDeduction, isEmptyDeduction, sameContent, type Stored } from './review-cells.ts';
import { cellOfClash, theirContent } from './review-changes.ts';

/** What is kept of half-done work: only what differs, and the state it is based on. */
export type ReviewDraft = {
  readonly rows: readonly { id: string; isNew: boolean; rev: number; cells: Record<string, CellContent> }[];
  readonly removed: readonly string[];
};

export type ReviewState = {
  readonly rows: readonly SheetRow[];
  readonly base: Stored;
  readonly clashes: readonly GridClash[];
};

const byId = (rows: readonly SheetRow[]): Map<string, SheetRow> => new Map(rows.map((row) => [row.id, row]));

const merged = (local: SheetRow, base: SheetRow | undefined, theirs: SheetRow): SheetRow => {
  const cells = Object.entries(theirs.cells).map(([key, content]): [string, CellContent] => {
    const mine = local.cells[key] ?? null;
    return [key, sameContent(mine, base?.cells[key]) ? content : mine];
  });
  return { id: local.id, cells: Object.fromEntries(cells) };
};

/**
 * Brings rows that were stored meanwhile under what is being typed: untouched cells take the new value, touched ones keep what was
 * typed and the state they were typed over, so that saving finds out who else wrote there.
 */
export const rebase = ({ rows, base }: Pick<ReviewState, 'rows' | 'base'>, next: Stored): Pick<ReviewState, 'rows' | 'base'> => {
  const [before, local] = [byId(base.rows), byId(rows)];
  const kept = next.rows.flatMap((theirs) => {
    const mine = local.get(theirs.id);
    if (mine === undefined) return before.has(theirs.id) ? [] : [theirs];
    return [merged(mine, before.get(theirs.id), theirs)];
  });
  const stored = byId(next.rows);
  const fresh = rows.filter((row) => !stored.has(row.id) && !before.has(row.id));
  const revs = [...next.revs].map(([id, rev]): [string, number] => {
    const mine = kept.find((row) => row.id === id);
    const clean = mine === undefined || Object.keys(changedCells(mine, stored.get(id))).length === 0;
    return [id, clean ? rev : Math.min(rev, base.revs.get(id) ?? rev)];
  });
  const order = new Map(rows.map(({ id }, index) => [id, index]));
  const placeOf = ({ id }: SheetRow): number => order.get(id) ?? Number.MAX_SAFE_INTEGER;
  // Lines stay where the person sees them; what came from elsewhere goes to the end.
  const sorted = [...kept, ...fresh].toSorted((a, b) => placeOf(a) - placeOf(b));
  return { rows: sorted, base: { rows: next.rows, revs: new Map(revs) } };
};

export const draftOf = ({ rows, base }: Pick<ReviewState, 'rows' | 'base'>): ReviewDraft => {
  const before = byId(base.rows);
  const now = new Set(rows.map(({ id }) => id));
  return {
    rows: rows
      .map((row) => ({
        id: row.id,
        isNew: !before.has(row.id),
        rev: base.revs.get(row.id) ?? 0,
        cells: changedCells(row, before.get(row.id)),
      }))
      .filter((row) => row.isNew || Object.keys(row.cells).length > 0),
    removed: base.rows.filter(({ id }) => !now.has(id)).map(({ id }) => id),
  };
};

export const isDirty = (state: Pick<ReviewState, 'rows' | 'base'>): boolean => {
  const draft = draftOf(state);
  return draft.removed.length > 0 || draft.rows.some((row) => !(row.isNew && isEmptyDeduction({ id: row.id, cells: row.cells })));
};

/** Cells that could not be read. */
export const unreadCells = (rows: readonly SheetRow[]): number =>
  rows.reduce((sum, row) => sum + Object.values(row.cells).filter((content) => isUnread(content)).length, 0);

/** Values of others that wait for a decision in lines that still stand. Saving over one of them would hide it for good. */
export const waitingClashes = ({ rows, clashes }: Pick<ReviewState, 'rows' | 'clashes'>): number =>
  clashes.filter((clash) => rows.some(({ id }) => id === cellOfClash(clash).rowId)).length;

const restored = (base: Stored, draft: ReviewDraft): Pick<ReviewState, 'rows' | 'base'> => {
  const changed = new Map(draft.rows.map((row) => [row.id, row]));
  const revs = new Map(base.revs);
  for (const { id, isNew, rev } of draft.rows) if (!isNew && revs.has(id)) revs.set(id, Math.min(rev, revs.get(id) ?? rev));
  const rows = base.rows
    .filter(({ id }) => !draft.removed.includes(id))
    .map((row) => ({ id: row.id, cells: { ...row.cells, ...changed.get(row.id)?.cells } }));
  const there = new Set(rows.map(({ id }) => id));
  const fresh = draft.rows.filter((row) => row.isNew && !there.has(row.id)).map(({ id, cells }) => ({ id, cells }));
  const items = new Set([...rows, ...fresh].filter((row) => !isDeduction(row)).map(({ id }) => id));
  return {
    rows: [...rows, ...fresh.filter((row) => !isDeduction(row) || items.has(String(row.cells['itemId'])))],
    base: { rows: base.rows, revs },
  };
};

/** The review of one person while it is being worked on. It outlives renders, so that saving sees the last key. */
export const createReviewStore = (first: Stored) => {
  const sheet = createSheet(first.rows);
  const listeners = new Set<() => void>();
  let state: ReviewState = { rows: first.rows, base: first, clashes: [] };
  const set = (next: Partial<ReviewState>): void => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  sheet.subscribe(() => set({ rows: sheet.rows() }));
  const take = (next: Pick<ReviewState, 'rows' | 'base'>): void => {
    state = { ...state, base: next.base };
    sheet.replace(() => next.rows);
  };
  return {
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    apply: (edits: readonly SheetEdit[]) => sheet.apply(edits),
    undo: () => sheet.undo(),
    redo: () => sheet.redo(),
    stored: (next: Stored) => take(rebase(state, next)),
    restore: (draft: ReviewDraft) => take(restored(state.base, draft)),
    discard: () => {
      state = { ...state, clashes: [] };
      sheet.reset(state.base.rows);
    },
    clash: (clashes: readonly GridClash[]) => set({ clashes }),
    /** Mine: the other value was seen and is written over. Theirs: it takes the cell. */
    decide: (clash: GridClash, mine: boolean) => {
      const { rowId, column } = cellOfClash(clash);
      const revs = new Map(state.base.revs);
      const open = state.clashes.filter((one) => one !== clash);
      if (mine) revs.set(rowId, Math.max(clash.rev, revs.get(rowId) ?? 0));
      state = { ...state, base: { ...state.base, revs }, clashes: open };
      if (mine) set({});
      else sheet.apply([{ op: 'set', rowId, column, value: theirContent(clash) }]);
    },
  };
};
export type ReviewStore = ReturnType<typeof createReviewStore>;
