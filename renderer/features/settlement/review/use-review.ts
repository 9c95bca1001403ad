import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import type { GridClash } from '../../../../shared/damages/contract.ts';
import type { Problem } from '../../../../shared/kernel/problem.ts';
import { useAttempt } from '../../../app/use-attempt.ts';
import { createDraftKeeper, type DraftKeeper } from '../../../ui/form/draft-keeper.ts';
import { useDraftStore } from '../../../ui/form/draft-store.ts';
import { useToast } from '../../../ui/toast/use-toast.tsx';
import { changesOf } from './review-changes.ts';
import { storedRows } from './review-cells.ts';
import { createReviewStore, draftOf, isDirty, unreadCells, waitingClashes, type ReviewDraft, type ReviewStore } from './review-store.ts';

type Place = { readonly caseId: string; readonly partyId: string };

/** Where the half-done review of one person is kept. */
const draftKeyOf = ({ partyId }: Place): string => `review:${partyId}`;

/** Keeps what is typed between sittings, and before the app locks. */
const useReviewDraft = (store: ReviewStore, place: Place, readOnly: boolean) => {
  const drafts = useDraftStore();
  const keeper = useRef<DraftKeeper | null>(null);
  const [restoredAt, setRestoredAt] = useState<string | null>(null);
  const { caseId, partyId } = place;
  useEffect(() => {
    if (drafts === null || readOnly) return undefined;
    const key = draftKeyOf({ caseId, partyId });
    const own = createDraftKeeper({ store: drafts, key, caseId, values: () => draftOf(store.state()), onProblem: () => undefined });
    keeper.current = own;
    let open = true;
    const restore = async (): Promise<void> => {
      const kept = await drafts.read(key);
      if (!open || kept === null || isDirty(store.state())) return;
      store.restore(kept.body as ReviewDraft);
      if (isDirty(store.state())) setRestoredAt(kept.updatedAt);
    };
    void restore();
    const stop = store.subscribe(() => {
      if (isDirty(store.state())) own.touch();
    });
    const unregister = drafts.onFlush(() => own.flush());
    return () => {
      open = false;
      stop();
      unregister();
      void own.flush();
    };
  }, [drafts, store, caseId, partyId, readOnly]);
  const drop = useCallback(async () => {
    await keeper.current?.drop();
    setRestoredAt(null);
  }, []);
  return { restoredAt, drop };
};

type Saving = Place & { readonly store: ReviewStore; readonly drop: () => Promise<void> };

/** Saves everything that was changed as one change. Nothing is saved while a cell cannot be read, or while somebody else's value waits. */
const useSave = ({ store, caseId, partyId, drop }: Saving) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saving, setSaving] = useState(false);
  const save = async (reason = ''): Promise<Problem | null> => {
    const { rows, base } = store.state();
    const unread = unreadCells(rows);
    if (unread > 0) {
      toast.failed(t('settlement.save.unread', { count: unread }));
      return null;
    }
    const waiting = waitingClashes(store.state());
    if (waiting > 0) {
      toast.failed(t('settlement.save.clashes', { count: waiting }));
      return null;
    }
    setSaving(true);
    let clashes: readonly GridClash[] = [];
    try {
      const found = await attempt(async (api) => {
        const answer = await api.damages.saveGrid({ caseId, partyId, ...changesOf({ rows, base, partyId }), reason, draftKey: null });
        ({ clashes } = answer);
      });
      setProblem(found);
      if (found !== null) return found;
      store.clash(clashes);
      if (clashes.length > 0) toast.failed(t('settlement.save.clashes', { count: clashes.length }));
      else await drop();
      return null;
    } finally {
      setSaving(false);
    }
  };
  return { problem, saving, save };
};

/** The review of one person: its sheet, its draft, its one save. */
export const useReview = (file: CaseFile, partyId: string, readOnly: boolean) => {
  const caseId = file.case.id;
  const [store] = useState(() => createReviewStore(storedRows(file, partyId)));
  const state = useSyncExternalStore(store.subscribe, store.state);
  const { restoredAt, drop } = useReviewDraft(store, { caseId, partyId }, readOnly);
  const seen = useRef(file);
  useEffect(() => {
    if (seen.current === file) return;
    seen.current = file;
    store.stored(storedRows(file, partyId));
  }, [file, partyId, store]);
  return { store, state, ...useSave({ store, caseId, partyId, drop }), restoredAt, dropDraft: drop };
};
