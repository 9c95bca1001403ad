import type { Store } from '../../db/open.ts';
import { indexDue } from './index-due.ts';
import { dueTogether, hasDue } from './search-rows.ts';
import { readyPinyin } from './searched-text.ts';

/** A portion takes some twenty milliseconds, so that a person who saves something meanwhile notices nothing. */
const portion = dueTogether;
const pauseMs = 5;
const busyPauseMs = 250;
/** After the first screen has asked for what it shows. */
const readyMs = 150;

type Parts = {
  store: Pick<Store, 'read' | 'commitLocal'>;
  later: (ms: number, work: () => void) => () => void;
  /** A round of the sync is under way: rows first, their words afterwards. */
  busy: () => boolean;
};

export type Indexing = { wake(): void; close(): void };

/** Indexes what pulls left for later, portion by portion. What is not done when the file closes waits in it. */
export const createIndexing = ({ store, later, busy }: Parts): Indexing => {
  const held: { cancel: (() => void) | null; closed: boolean } = { cancel: null, closed: false };
  const plan = (ms: number): void => {
    held.cancel = later(ms, work);
  };
  const work = (): void => {
    held.cancel = null;
    if (held.closed || !hasDue(store.read)) return;
    if (busy()) return plan(busyPauseMs);
    const done = store.commitLocal((db) => indexDue(db, portion));
    if (done.ok && done.value) return plan(pauseMs);
    // The last portion tells whoever searches; a full disk is tried again with the next reply.
    if (done.ok) store.commitLocal(() => undefined, ['search', 'sync']);
  };
  const cancelReady = later(readyMs, readyPinyin);
  return {
    wake: () => {
      if (held.cancel === null && !held.closed) plan(pauseMs);
    },
    close: () => {
      held.closed = true;
      cancelReady();
      held.cancel?.();
    },
  };
};
