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
  /**
   * Writes down what waits and holds back what comes, while the form is being saved: a write that is under way when the saved form
   * closes would bring its text back, and into the next form.
   */
  hold(): Promise<void>;
  /** Saving has come to an end; what came meanwhile is written down. */
  goOn(): void;
  /** Throws away what waits to be written, for a form that was saved or discarded. */
  drop(): Promise<void>;
};

/** Writes a form's values to the store, one write at a time, the latest values last. */
export const createDraftKeeper = ({ store, key, caseId, values, onProblem }: Options): DraftKeeper => {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> = Promise.resolve();
  let held = false;
  let missed = false;
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
  const touch = (): void => {
    if (held) missed = true;
    else timer ??= setTimeout(() => void flush(), delayMs);
  };
  return {
    touch,
    flush,
    hold: () => {
      held = true;
      return flush();
    },
    goOn: () => {
      held = false;
      if (missed) touch();
      missed = false;
    },
    drop: async () => {
      missed = false;
      stop();
      writing = writing.then(() => store.discard(key));
      await writing;
    },
  };
};
