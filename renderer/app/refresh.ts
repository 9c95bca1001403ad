import type { QueryClient } from '@tanstack/react-query';
import type { Api } from './api.ts';

type Changed = { slugs: string[]; caseId: string | null; vault: boolean };

/** Lists that are drawn from rows of many features. */
const drawnFromAll = ['cases', 'clocks', 'escalations', 'search', 'sync', 'undo'];

/** Changes that arrive within this time refresh the screen once: an import commits hundreds. */
const gatherMs = 80;

/** Key parts of a query: `[['cases', 'open'], { input: { caseId } }]`. */
const concerns = (key: readonly unknown[], slugs: ReadonlySet<string>, caseIds: ReadonlySet<string> | null): boolean => {
  const [path, options] = key as [string[]?, { input?: { caseId?: string } }?];
  if (!slugs.has(path?.[0] ?? '')) return false;
  const caseId = options?.input?.caseId;
  return caseIds === null || caseId === undefined || caseIds.has(caseId);
};

const refresh = async (client: QueryClient, events: readonly Changed[]): Promise<void> => {
  if (events.some((event) => event.vault)) {
    await client.invalidateQueries();
    return;
  }
  const slugs = new Set([...drawnFromAll, ...events.flatMap((event) => event.slugs)]);
  const everyCase = events.some((event) => event.caseId === null);
  const caseIds = everyCase ? null : new Set(events.map((event) => event.caseId ?? ''));
  await client.invalidateQueries({ predicate: (query) => concerns(query.queryKey, slugs, caseIds) });
};

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/**
 * The one subscriber: local and (later) remote changes refresh the screen in the same way. It comes back by itself when the
 * core was restarted, and then refreshes everything, because it cannot know what it missed.
 */
export const followChanges = async (api: Api, client: QueryClient, signal: AbortSignal): Promise<void> => {
  const gathered: Changed[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** The first change shows at once; those that follow close behind wait for each other. */
  const flush = (): void => {
    timer = gathered.length === 0 ? null : setTimeout(flush, gatherMs);
    if (gathered.length > 0) void refresh(client, gathered.splice(0));
  };
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      const changes = await api.vault.changed(undefined, { signal });
      if (failures > 0) void client.invalidateQueries();
      failures = 0;
      for await (const event of changes) {
        gathered.push(event);
        if (timer === null) flush();
      }
    } catch {
      // The connection state says so on the screen; here only the next try matters.
    }
    await pause(Math.min(5_000, 250 * 2 ** Math.min(failures, 5)), signal);
  }
};
