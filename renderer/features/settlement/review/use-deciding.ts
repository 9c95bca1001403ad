import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import { useAttempt } from '../../../app/use-attempt.ts';
import { problemText } from '../../../i18n/problem-text.ts';
import { useToast } from '../../../ui/toast/use-toast.tsx';
import { fenIn, itemsIn } from './review-cells.ts';
import type { ReviewState } from './review-store.ts';

/** Which items are decided, which can be, and deciding them one after the other until one is refused. */
export const useDeciding = (file: CaseFile, state: ReviewState) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const decided = useMemo(
    () => new Set<string>(file.items.filter((item) => item.decision === 'decided').map(({ id }) => id)),
    [file.items],
  );
  const ready = itemsIn(state.rows).filter(
    (row) => !decided.has(row.id) && state.base.revs.has(row.id) && fenIn(row, 'claimedFen') !== null && fenIn(row, 'allowedFen') !== null,
  );
  const decide = async (ids: readonly string[]): Promise<void> => {
    for (const itemId of ids) {
      const problem = await attempt((api) => api.damages.decideItem({ caseId: file.case.id, itemId, decided: !decided.has(itemId) }));
      if (problem !== null) {
        toast.failed(problemText(t, problem));
        return;
      }
    }
  };
  return { decided, ready: ready.map(({ id }) => id), decide };
};
