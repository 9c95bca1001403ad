import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DriftMoney } from '../../../shared/settlement/drift-contract.ts';
import type { DriftLine } from '../../features/facts/fact-view.ts';
import { useCore } from '../core-context.ts';

/** What the differences are worth, by the later fact; the last answer stays while a new one is computed. */
export const useDriftMoney = (caseId: string, lines: readonly DriftLine[]): ReadonlyMap<string, readonly DriftMoney[]> => {
  const { queries } = useCore();
  const pairs = useMemo(
    () =>
      lines
        .filter(({ topic }) => topic.touches.length > 0)
        .map(({ topic, first, later }) => ({
          firstFactId: first.id,
          laterFactId: later.id,
          touches: [...topic.touches] as DriftMoney['kind'][],
        })),
    [lines],
  );
  const input = { caseId, pairs };
  const { data } = useQuery(
    queries.cases.driftEffects.queryOptions({ input, enabled: pairs.length > 0, placeholderData: keepPreviousData }),
  );
  return useMemo(() => new Map((data ?? []).map(({ laterFactId, items }) => [laterFactId, items])), [data]);
};
