import type { FieldValues } from 'react-hook-form';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts';
import type { DraftStore, NotKept } from './draft-store.ts';
import type { Edited } from './edited.ts';
import type { FormHandle } from './use-form.ts';

type Kept = {
  form: FormHandle<object>;
  store: DraftStore;
  place: { key: string; caseId: string | null };
  edited: Edited<object> | null;
  onRestored: (at: string) => void;
  onProblem: (problem: NotKept | null) => void;
};

/** Restores what was kept, then keeps every change; answers with the keeper and how to stop. */
export const startKeeping = ({ form, store, place, edited, onRestored, onProblem }: Kept): { keeper: DraftKeeper; stop: () => void } => {
  const { methods } = form;
  const keeper = createDraftKeeper({
    store,
    ...place,
    values: () => (edited === null ? methods.getValues() : edited.draftOf(methods.getValues())),
    onProblem,
  });
  // What is typed while the draft is still being read stands over it, field by field.
  const early = new Map<string, unknown>();
  let isRead = false;
  const restore = async (): Promise<void> => {
    const draft = await store.read(place.key);
    isRead = true;
    if (draft === null) return;
    const body = draft.body as FieldValues;
    methods.reset(edited === null ? body : { ...form.initial, ...edited.restore(body) }, { keepDefaultValues: true });
    for (const [name, value] of early) methods.setValue(name, value, { shouldDirty: true });
    onRestored(draft.updatedAt);
  };
  void restore();
  const unsubscribe = methods.subscribe({
    formState: { values: true, isDirty: true },
    callback: (state) => {
      if (!isRead && state.type === 'change' && state.name !== undefined) early.set(state.name, methods.getValues(state.name));
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
