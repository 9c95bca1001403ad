import type { Mapping } from '../../../shared/imports/contract.ts';
import type { JudgedRow } from '../../../shared/imports/rules.ts';
import type { Sheet } from '../../../shared/imports/table.ts';
import type { Session } from '../session.ts';

/** A list that was read but not taken. It lies in memory only and goes with the session when the vault locks. */
export type ReadList = {
  importId: string;
  fileName: string;
  sheets: readonly Sheet[];
  sheet: Sheet;
  headings: readonly string[];
  mapping: Mapping;
  rows: readonly JudgedRow[];
  readAt: string;
};

/** How long a list waits to be taken, milliseconds. */
const waits = 60 * 60_000;

/** Keeps the one list a session has read last. */
export interface Shelf {
  put(session: Session, list: ReadList): void;
  /** The list, unless another was read since or it has waited too long. */
  find(session: Session, importId: string): ReadList | null;
}

export const createShelf = (): Shelf => {
  const lists = new WeakMap<Session, ReadList>();
  return {
    put: (session, list) => void lists.set(session, list),
    find: (session, importId) => {
      const list = lists.get(session);
      if (!list || list.importId !== importId) return null;
      if (Date.parse(session.clock.now().at) - Date.parse(list.readAt) <= waits) return list;
      lists.delete(session);
      return null;
    },
  };
};
