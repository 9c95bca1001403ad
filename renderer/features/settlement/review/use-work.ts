import { startTransition, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import type { DamageKind } from '../../../../shared/damages/model.ts';
import type { SettlementFile } from '../../../../shared/settlement/contract.ts';
import { problemText } from '../../../i18n/problem-text.ts';
import type { SheetRow } from '../../../ui/grid/model.ts';
import type { Typing } from '../../../ui/grid/use-cell-editing.ts';
import { useToast } from '../../../ui/toast/use-toast.tsx';
import { changeCount, changesOf } from './review-changes.ts';
import { createTyping } from './typing-store.ts';
import { useDeciding } from './use-deciding.ts';
import { useLive } from './use-live.ts';
import { useReview } from './use-review.ts';

export type WorkInput = {
  readonly file: CaseFile;
  readonly settlement: SettlementFile;
  readonly partyId: string;
  readonly readOnly: boolean;
  readonly newId: () => string;
};

export const emptyItem = (id: string, kind: DamageKind | null): SheetRow => ({ id, cells: { kind } });

/** What is being typed, twice: in its store for the sums, which follow the key at once, and as state for all that may come when no key waits. */
const useFollowed = () => {
  const [typing] = useState(createTyping);
  const [followed, setFollowed] = useState<Typing | null>(null);
  const setTyping = useCallback(
    (next: Typing | null): void => {
      typing.set(next);
      startTransition(() => setFollowed(next));
    },
    [typing],
  );
  return { typing, followed, setTyping };
};

/** Everything the parts of the review page share: the sheet, what is computed on it, what is unsaved. */
export const useWork = ({ file, settlement, partyId, readOnly, newId }: WorkInput) => {
  const { t } = useTranslation();
  const toast = useToast();
  const review = useReview(file, partyId, readOnly);
  const { store, state } = review;
  const { typing, followed, setTyping } = useFollowed();
  const [asking, setAsking] = useState(false);
  const { rows: computedOn, live } = useLive({ file, settlement, partyId, rows: state.rows, typing: followed });
  const count = useMemo(() => changeCount(changesOf({ rows: state.rows, base: state.base, partyId })), [state.rows, state.base, partyId]);
  const save = async (): Promise<void> => {
    const changes = changesOf({ ...store.state(), partyId });
    if (readOnly || changeCount(changes) === 0) return;
    if (changes.removedItems.length + changes.removedDeductions.length > 0) {
      setAsking(true);
      return;
    }
    const problem = await review.save();
    if (problem !== null) toast.failed(problemText(t, problem));
  };
  return {
    ...review,
    ...useDeciding(file, state),
    typing,
    live,
    computedOn,
    count,
    save,
    saveWithReason: review.save,
    asking,
    setAsking,
    setTyping,
    victim: live?.settlement?.victims.find(({ id }) => id === partyId),
    add: (kinds: readonly (DamageKind | null)[]): void =>
      store.apply(kinds.map((kind, i) => ({ op: 'insert', index: store.state().rows.length + i, row: emptyItem(newId(), kind) }))),
  };
};
export type Work = ReturnType<typeof useWork>;
