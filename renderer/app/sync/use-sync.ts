import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SyncWord } from '../../../shared/sync/sync-word.ts';
import { useCore } from '../core-context.ts';

const busyMs = 2_000;
const restingMs = 20_000;
const idle = new Set(['idle', 'stopped']);

/** How this file stands to its hub. Asked more often while something is under way. */
export const useSyncStatus = () => {
  const { queries } = useCore();
  return useQuery(
    queries.sync.status.queryOptions({
      refetchInterval: ({ state }) => {
        if (state.data === undefined || state.data.mode === 'alone') return false;
        const { phase, download, unindexed } = state.data;
        return idle.has(phase) && download === null && unindexed === 0 ? restingMs : busyMs;
      },
    }),
  );
};

export type WordOf = (caseId: string, rowId?: string) => SyncWord | null;

/**
 * The word of cases and of their rows; null while it is not known. Alone, a case is only here and its rows say nothing: the
 * word would stand on every line.
 */
export const useSyncWords = (caseId: string | null): WordOf => {
  const { queries } = useCore();
  const { data: status } = useSyncStatus();
  const { data: words } = useQuery(queries.sync.words.queryOptions({ input: { caseId }, enabled: status !== undefined }));
  const alone = status?.mode === 'alone';
  return useMemo(() => {
    const byCase = new Map((words ?? []).map((one) => [one.caseId, one]));
    return (id, rowId) => {
      if (alone) return rowId === undefined ? 'only-here' : null;
      if (words === undefined) return null;
      const known = byCase.get(id);
      return rowId === undefined ? (known?.word ?? 'delivered') : (known?.rows[rowId] ?? null);
    };
  }, [alone, words]);
};
