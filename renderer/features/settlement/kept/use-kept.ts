import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createDraftKeeper, type DraftKeeper } from '../../../ui/form/draft-keeper.ts';
import { useDraftStore } from '../../../ui/form/draft-store.ts';
import { useLatest } from '../../../ui/grid/reveal.ts';

type Options<T> = {
  /** Null where nothing may be changed, so that nothing is kept. */
  readonly key: string | null;
  readonly caseId: string;
  /** What differs from what is stored; null while nothing does. */
  readonly body: T | null;
  readonly onRestore: (body: T) => void;
};

/** Keeps half-done work of a drawer between sittings, and before the app locks, as the forms do. */
export const useKept = <T>({ key, caseId, body, onRestore }: Options<T>) => {
  const drafts = useDraftStore();
  const keeper = useRef<DraftKeeper | null>(null);
  const latest = useRef(body);
  const [restoredAt, setRestoredAt] = useState<string | null>(null);
  useLayoutEffect(() => {
    latest.current = body;
  });
  const restore = useLatest((kept: { body: unknown; updatedAt: string }) => {
    if (latest.current !== null) return;
    onRestore(kept.body as T);
    setRestoredAt(kept.updatedAt);
  });
  useEffect(() => {
    if (drafts === null || key === null) return undefined;
    const own = createDraftKeeper({ store: drafts, key, caseId, values: () => latest.current, onProblem: () => undefined });
    keeper.current = own;
    let open = true;
    void drafts.read(key).then((kept) => (open && kept !== null ? restore(kept) : undefined));
    const unregister = drafts.onFlush(() => own.flush());
    return () => {
      open = false;
      keeper.current = null;
      unregister();
      void own.flush();
    };
  }, [drafts, key, caseId, restore]);
  const began = useRef(false);
  useEffect(() => {
    if (body !== null) keeper.current?.touch();
    // What was taken back to the stored state leaves nothing to keep.
    else if (began.current) void keeper.current?.drop();
    began.current = body !== null;
  }, [body]);
  const drop = useCallback(async () => {
    await keeper.current?.drop();
    setRestoredAt(null);
  }, []);
  return { restoredAt, drop };
};
