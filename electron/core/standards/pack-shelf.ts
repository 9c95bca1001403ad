import type { ReadFigures } from '../../../shared/standards/figure-sheet.ts';
import type { FigureChange } from '../../../shared/standards/new-version.ts';
import type { StandardsPack } from '../../../shared/damages/engine/standards-pack.ts';
import type { Session } from '../session.ts';

/** A list of figures that was read but not published. It lies in memory only and goes with the session. */
export type ReadPack = {
  importId: string;
  fileName: string;
  base: StandardsPack;
  /** The company's document that was the newest then; publishing over a later one is refused. */
  seen: number;
  changes: readonly FigureChange[];
  bad: ReadFigures['bad'];
};

/** Keeps the one list a session has read last. */
export interface PackShelf {
  put(session: Session, list: ReadPack): void;
  find(session: Session, importId: string): ReadPack | null;
}

export const createPackShelf = (): PackShelf => {
  const lists = new WeakMap<Session, ReadPack>();
  return {
    put: (session, list) => void lists.set(session, list),
    find: (session, importId) => {
      const list = lists.get(session);
      return list?.importId === importId ? list : null;
    },
  };
};
