import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import type { DamageKind } from '../../../../shared/damages/model.ts';
import type { SettlementFile } from '../../../../shared/settlement/contract.ts';
import { problemText } from '../../../i18n/problem-text.ts';
import type { SheetRow } from '../../../ui/grid/model.ts';
import type { Typing } from '../../../ui/grid/use-cell-editing.ts';
import { useToast } from '../../../ui/toast/use-toast.tsx';
import { changeCount, changesOf } from './review-changes.ts';
import { totalsOf } from './review-lines.ts';
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

/** Everything the parts of the review page share: the sheet, what is computed on it, what is unsaved. */
export const useWork = ({ file, settlement, partyId, readOnly, newId }: WorkInput) => {
  const { t } = useTranslation();
  const toast = useToast();
  const review = useReview(file, partyId, readOnly);
  const { store, state } = review;
  const [typing, setTyping] = useState<Typing | null>(null);
  const [asking, setAsking] = useState(false);
  const { rows: typed, live } = useLive({ file, settlement, partyId, rows: state.rows, typing });
  const count = changeCount(changesOf({ rows: state.rows, base: state.base, partyId }));
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
    typed,
    live,
    count,
    save,
    saveWithReason: review.save,
    asking,
    setAsking,
    setTyping,
    victim: live?.settlement?.victims.find(({ id }) => id === partyId),
    totals: totalsOf(typed, live),
    add: (kinds: readonly (DamageKind | null)[]): void =>
      store.apply(kinds.map((kind, i) => ({ op: 'insert', index: store.state().rows.length + i, row: emptyItem(newId(), kind) }))),
  };
};
export type Work = ReturnType<typeof useWork>;
