import type { DraftStore, NotKept } from './draft-store.ts';

/** A change reaches the store within this time even while the person keeps typing. */
const delayMs = 600;

type Options = {
  store: DraftStore;
  key: string;
  caseId: string | null;
  values: () => unknown;
  onProblem: (problem: NotKept | null) => void;
};

export type DraftKeeper = {
  touch(): void;
  flush(): Promise<void>;
  /** Throws away what waits to be written, for a form that was saved or discarded. */
  drop(): Promise<void>;
};

/** Writes a form's values to the store, one write at a time, the latest values last. */
export const createDraftKeeper = ({ store, key, caseId, values, onProblem }: Options): DraftKeeper => {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> = Promise.resolve();
  const stop = (): boolean => {
    if (timer === null) return false;
    clearTimeout(timer);
    timer = null;
    return true;
  };
  const write = async (): Promise<void> => onProblem(await store.keep(key, caseId, structuredClone(values())));
  const flush = (): Promise<void> => {
    if (stop()) writing = writing.then(write);
    return writing;
  };
  return {
    touch: () => {
      timer ??= setTimeout(() => void flush(), delayMs);
    },
    flush,
    drop: async () => {
      stop();
      writing = writing.then(() => store.discard(key));
      await writing;
    },
  };
};
