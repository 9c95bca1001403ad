import type { HubProblem } from '../../shared/sync/hub-problems.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { may } from '../../shared/people/access.ts';
import { differingBuckets, digestFrom } from '../../shared/sync/digest.ts';
import type { CompareReply, CompareRequest, Resolution } from '../../shared/sync/pull-messages.ts';
import { headsOf } from '../db/case-rows.ts';
import { keepRelease } from '../db/device-rows.ts';
import { newestVersions } from '../db/document-rows.ts';
import { listBranches } from '../db/people-rows.ts';
import { countWaitingIn, endedOf } from '../db/quarantine-rows.ts';
import type { SqlReads } from '../db/sql.ts';
import { branchesInScope, visibleDigest, visibleTo } from '../db/visible-rows.ts';
import { isInScopeNow } from './entitlement.ts';
import type { Claims, HubPorts } from './ports.ts';
import { askingOf, fromSnapshot, progressOf, type Asking } from './reading.ts';

/** Is everything as the device has it? Cheap when it is. Source: SPEC [SY-41]. */
export const compareHeads = async (ports: HubPorts, who: Claims, request: CompareRequest): Promise<Result<CompareReply, HubProblem>> => {
  const released = await keepReleases(ports, who, request);
  if (!released.ok) return released;
  const reply = await fromSnapshot(ports, who, async (reads, asking) => ({
    ...(await progressOf(ports, asking, request.requestId)),
    ...(await comparison(reads, asking, request)),
  }));
  if (reply.ok && reply.value.behind) ports.log('sync.behind', { deviceId: who.deviceId, ack: reply.value.ack, ackSeen: request.ackSeen });
  return reply;
};

const comparison = async (reads: SqlReads, asking: Asking, request: CompareRequest) => {
  const { standing, device, meta, now } = asking;
  const buckets = differingBuckets(await digestFor(reads, asking), request.digest);
  // A number above the newest one here was given by a history that a backup has taken away.
  const newer = (await newestVersions(reads)).filter(({ kind, version }) => version !== request.documents[kind]);
  const decides = may(standing.role, 'quarantine.decide', 'open');
  return {
    behind: request.epoch === meta.epoch && request.ackSeen > device.lastMid,
    same: buckets.length === 0 && newer.length === 0,
    buckets,
    documents: newer,
    resolutions: (await endedOf(reads, device.deviceId, request.quarantined)) as Resolution[],
    inbox: decides ? await countWaitingIn(reads, await branchesInScope(reads, standing)) : 0,
    hubNow: now,
  };
};

/** The digest of what the person may see now. */
const digestFor = async (reads: SqlReads, { standing, now }: Asking): Promise<string> => {
  const marks = await visibleDigest(reads, await visibleTo(reads, standing, now));
  return digestFrom(new Map(marks.map(({ bucket, mark }) => [bucket, mark])));
};

/**
 * The third step of a hand-over. What the person may see now, or what the hub does not know, is not let go of, whatever the device
 * says: that is kept as of no time, so that it counts for nothing either when the same words come again later. What is said in
 * another epoch is about numbers of another history, and the device says it again in this one. Source: SPEC [SY-47].
 */
const keepReleases = async (ports: HubPorts, who: Claims, { released, epoch }: CompareRequest): Promise<Result<void, HubProblem>> => {
  if (released.length === 0) return ok(undefined);
  return ports.db.transaction(async (tx) => {
    const at = ports.clock.now();
    const asking = await askingOf(tx, who, at);
    if (!asking.ok) return asking;
    const { meta, standing } = asking.value;
    if (meta.epoch !== epoch) return ok(undefined);
    const regions = new Map((await listBranches(tx)).map(({ id, regionId }) => [id, regionId]));
    const caseIds = released.map(({ caseId }) => caseId);
    const heads = new Map((await headsOf(tx, caseIds)).map((head) => [head.caseId, head]));
    for (const { caseId, mid } of released) {
      const head = heads.get(caseId);
      const isGone = head !== undefined && !isInScopeNow(standing, head, regions);
      await keepRelease(tx, who.deviceId, { caseId, mid, at: isGone ? at : '' });
    }
    return ok(undefined);
  });
};
