import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { DraftKeeper } from './draft-keeper.ts';
import { useDraftStore, type NotKept } from './draft-store.ts';
import { startKeeping } from './start-keeping.ts';
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
