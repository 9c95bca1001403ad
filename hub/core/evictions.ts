import type { Evict } from '../../shared/sync/pull-messages.ts';
import { headsOf, scopeSpansOf } from '../db/case-rows.ts';
import { listBranches, standingSpansOf } from '../db/people-rows.ts';
import type { SqlReads } from '../db/sql.ts';
import { handedOver } from '../db/visible-rows.ts';
import { isInScopeNow, lastOverlap } from './entitlement.ts';
import type { Asking } from './reading.ts';

/** Why these cases leave the device, with what of it was taken in late or waits. Source: SPEC [SY-46]. */
export const evictionsOf = async (reads: SqlReads, { device, standing }: Asking, caseIds: readonly string[]): Promise<Evict[]> => {
  if (caseIds.length === 0) return [];
  const heads = new Map((await headsOf(reads, caseIds)).map((head) => [head.caseId, head]));
  const regions = new Map((await listBranches(reads)).map(({ id, regionId }) => [id, regionId]));
  const past = { standings: await standingSpansOf(reads, standing.id), scopes: await scopeSpansOf(reads, caseIds), releases: new Map() };
  const counts = await handedOver(reads, device.deviceId, caseIds);
  return caseIds.map((caseId) => {
    const head = heads.get(caseId);
    const reason = ((): Evict['reason'] => {
      if (!head) return 'unknown';
      if (isInScopeNow(standing, head, regions)) return 'closed';
      // Whoever would still see it, had they stayed who they were, lost it by their own move.
      if (past.standings.some((before) => isInScopeNow(before, head, regions))) return 'rights';
      return lastOverlap(past, caseId, regions) ? 'reassigned' : 'unknown';
    })();
    // Of a case one never had, nothing is said, not even that it exists.
    const { late, waiting } = (reason === 'unknown' ? undefined : counts.get(caseId)) ?? { late: 0, waiting: 0 };
    return { caseId: caseId as Evict['caseId'], reason, late, waiting };
  });
};
