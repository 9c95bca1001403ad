import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts';
import { useDraftStore, type DraftStore, type NotKept } from './draft-store.ts';
import type { Edited } from './edited.ts';
import type { FormHandle } from './use-form.ts';

export type DraftPlace = { key: string; caseId: string | null };

export type Draft = {
  /** When the restored draft was last touched; null when the form began empty. */
  restoredAt: string | null;
  /** Why the text on the screen could not be written down just now. */
  problem: NotKept | null;
  discard(): Promise<void>;
  /** Around the saving of the form: what was typed is kept before, and nothing of it after. */
  hold(): Promise<void>;
  goOn(): void;
  saved(): Promise<void>;
};

type Kept = {
  form: FormHandle<object>;
  store: DraftStore;
  place: DraftPlace;
  edited: Edited<object> | null;
  onRestored: (at: string) => void;
  onProblem: (problem: NotKept | null) => void;
};

/** Restores what was kept, then keeps every change; answers with the keeper and how to stop. */
const startKeeping = ({ form, store, place, edited, onRestored, onProblem }: Kept): { keeper: DraftKeeper; stop: () => void } => {
  const { methods } = form;
  const keeper = createDraftKeeper({
    store,
    ...place,
    values: () => (edited === null ? methods.getValues() : edited.draftOf(methods.getValues())),
    onProblem,
  });
  const restore = async (): Promise<void> => {
    const draft = await store.read(place.key);
    if (draft === null || methods.formState.isDirty) return;
    const body = draft.body as FieldValues;
    methods.reset(edited === null ? body : { ...form.initial, ...edited.restore(body) }, { keepDefaultValues: true });
    onRestored(draft.updatedAt);
  };
  void restore();
  const unsubscribe = methods.subscribe({
    formState: { values: true, isDirty: true },
    callback: (state) => {
      if (state.type === 'change' || state.isDirty === true) keeper.touch();
    },
  });
  const flush = (): void => void keeper.flush();
  const unregister = store.onFlush(() => keeper.flush());
  window.addEventListener('blur', flush);
  document.addEventListener('visibilitychange', flush);
  const stop = (): void => {
    void keeper.flush();
    unsubscribe();
    unregister();
    window.removeEventListener('blur', flush);
    document.removeEventListener('visibilitychange', flush);
  };
  return { keeper, stop };
};

/** Keeps a form while it is half-written, and restores it when the same form is opened again. */
export const useDraft = (form: FormHandle<object>, place: DraftPlace | null, edited: Edited<object> | null): Draft => {
  const store = useDraftStore();
  const keeper = useRef<DraftKeeper | null>(null);
  const [restoredAt, setRestoredAt] = useState<string | null>(null);
  const [problem, setProblem] = useState<NotKept | null>(null);
  const key = place?.key ?? null;
  const caseId = place?.caseId ?? null;
  useEffect(() => {
    if (store === null || key === null) return undefined;
    const kept = startKeeping({ form, store, place: { key, caseId }, edited, onRestored: setRestoredAt, onProblem: setProblem });
    keeper.current = kept.keeper;
    return kept.stop;
  }, [store, key, caseId, form, edited]);

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
  const hold = useCallback(async () => keeper.current?.hold(), []);
  const goOn = useCallback(() => keeper.current?.goOn(), []);
  return { restoredAt, problem, discard, saved, hold, goOn };
};
