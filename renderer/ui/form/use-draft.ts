import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts';
import { useDraftStore, type NotKept } from './draft-store.ts';
import type { FormHandle } from './use-form.ts';

export type DraftPlace = { key: string; caseId: string | null };

export type Draft = {
  /** When the restored draft was last touched; null when the form began empty. */
  restoredAt: string | null;
  /** Why the text on the screen could not be written down just now. */
  problem: NotKept | null;
  discard(): Promise<void>;
  saved(): Promise<void>;
};

/** Keeps a form while it is half-written, and restores it when the same form is opened again. */
export const useDraft = (form: FormHandle<object>, place: DraftPlace | null): Draft => {
  const store = useDraftStore();
  const keeper = useRef<DraftKeeper | null>(null);
  const [restoredAt, setRestoredAt] = useState<string | null>(null);
  const [problem, setProblem] = useState<NotKept | null>(null);
  const key = place?.key ?? null;
  const caseId = place?.caseId ?? null;

  useEffect(() => {
    if (store === null || key === null) return undefined;
    let left = false;
    const { methods } = form;
    const own = createDraftKeeper({ store, key, caseId, values: () => methods.getValues(), onProblem: (one) => !left && setProblem(one) });
    keeper.current = own;
    void store.read(key).then((draft) => {
      if (left || draft === null || methods.formState.isDirty) return;
      methods.reset(draft.body as FieldValues, { keepDefaultValues: true });
      setRestoredAt(draft.updatedAt);
    });
    const touch = (): void => own.touch();
    const unsubscribe = methods.subscribe({
      formState: { values: true, isDirty: true },
      callback: (state) => {
        if (state.type === 'change' || state.isDirty === true) touch();
      },
    });
    const flush = (): void => void own.flush();
    const unregister = store.onFlush(() => own.flush());
    window.addEventListener('blur', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      left = true;
      void own.flush();
      unsubscribe();
      unregister();
      window.removeEventListener('blur', flush);
      document.removeEventListener('visibilitychange', flush);
    };
  }, [store, key, caseId, form]);

  const discard = useCallback(async () => {
    await keeper.current?.drop();
    form.methods.reset(form.initial as FieldValues);
    setRestoredAt(null);
    setProblem(null);
  }, [form]);
  const saved = useCallback(async () => {
    await keeper.current?.drop();
    setRestoredAt(null);
    setProblem(null);
  }, []);
  return { restoredAt, problem, discard, saved };
};
