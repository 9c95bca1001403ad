import type { HubProblem } from '../../shared/sync/hub-problems.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { bucketOf } from '../../shared/sync/digest.ts';
import type { PlanReply, PlanRequest } from '../../shared/sync/pull-messages.ts';
import { visibleHeadsIn, visibleTo } from '../db/visible-rows.ts';
import { evictionsOf } from './evictions.ts';
import type { Claims, HubPorts } from './ports.ts';
import { fromSnapshot, progressOf } from './reading.ts';

/** Which cases differ in these buckets: what to fetch, and what to give back. */
export const planPull = (ports: HubPorts, who: Claims, request: PlanRequest): Promise<Result<PlanReply, HubProblem>> =>
  fromSnapshot(ports, who, async (reads, asking) => {
    const visible = await visibleHeadsIn(reads, await visibleTo(reads, asking.standing, asking.now), request.buckets);
    // A head outside of the buckets asked about was not compared: it must not look like one that is gone.
    const asked = request.heads.filter(([caseId]) => request.buckets.includes(bucketOf(caseId)));
    const held = new Map(asked.map(([caseId, ver, hash]) => [caseId as string, { ver, hash }]));
    const differs = visible.filter(({ caseId, ver, hash }) => held.get(caseId)?.ver !== ver || held.get(caseId)?.hash !== hash);
    const seen = new Set(visible.map(({ caseId }) => caseId));
    const gone = [...held.keys()].filter((caseId) => !seen.has(caseId));
    return {
      ...(await progressOf(ports, asking, request.requestId)),
      want: differs.map(({ caseId, ver, hash, movedAt }): PlanReply['want'][number] => [caseId as never, ver, hash, movedAt]),
      evict: await evictionsOf(reads, asking, gone),
    };
  });
