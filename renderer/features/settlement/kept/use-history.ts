import { useCallback, useMemo, useState } from 'react';

/** More steps than anybody takes back one by one. */
const mostSteps = 100;

type Steps<T> = { readonly now: T; readonly past: readonly T[]; readonly future: readonly T[] };

/** Values with their own undo and redo, as the grid has. */
export const useHistory = <T>(first: T) => {
  const [steps, setSteps] = useState<Steps<T>>({ now: first, past: [], future: [] });
  const change = useCallback(
    (next: (now: T) => T) => setSteps((old) => ({ now: next(old.now), past: [...old.past, old.now].slice(-mostSteps), future: [] })),
    [],
  );
  /** Values that came from elsewhere are no step of this person. */
  const replace = useCallback((next: (now: T) => T) => setSteps((old) => ({ ...old, now: next(old.now) })), []);
  const undo = useCallback(
    () =>
      setSteps((old) => {
        const now = old.past.at(-1);
        return now === undefined ? old : { now, past: old.past.slice(0, -1), future: [...old.future, old.now] };
      }),
    [],
  );
  const redo = useCallback(
    () =>
      setSteps((old) => {
        const now = old.future.at(-1);
        return now === undefined ? old : { now, past: [...old.past, old.now], future: old.future.slice(0, -1) };
      }),
    [],
  );
  return useMemo(
    () => ({ now: steps.now, canUndo: steps.past.length > 0, canRedo: steps.future.length > 0, change, replace, undo, redo }),
    [steps, change, replace, undo, redo],
  );
};
