import type { Claims } from '../../hub/core/ports.ts';
import type { Question } from '../../electron/sync/ports.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { hubProblem, type HubProblem } from '../../shared/sync/hub-problems.ts';
import type { Operation } from '../../shared/sync/change.ts';
import type { PlanReply, PlanRequest } from '../../shared/sync/pull-messages.ts';
import type { PushReply, PushRequest } from '../../shared/sync/push-messages.ts';
import type { HubFault } from './planted.ts';
import type { SimHub } from './sim-hub.ts';

type Serving = { hub: SimHub; who: Claims; what: Question; body: unknown; work: () => Promise<Result<unknown, HubProblem>> };
type Answer = Promise<Result<unknown, HubProblem>>;

/** One question to the hub with a planted fault around it; the hub's own code is untouched. */
export const faultyHub = async (serving: Serving, fault: HubFault | null): Answer => {
  if (serving.what === 'push') return faultyPush(serving, fault);
  if (serving.what === 'plan') return faultyPlan(serving, fault);
  return serving.work();
};

const faultyPush = async ({ hub, who, body, work }: Serving, fault: HubFault | null): Answer => {
  const request = body as PushRequest;
  if (fault === 'no-dedupe') return executedAgain({ hub, who, body, work, what: 'push' });
  if (fault === 'answered-twice') await hub.write('UPDATE verdicts SET change_id = NULL');
  if (fault === 'permission-as-of-authoring') return asBefore(hub, who, work);
  if (fault === 'no-compare-and-set') await rebase(hub, request);
  const answer = await work();
  if (!answer.ok) return answer;
  const reply = answer.value as PushReply;
  if (fault === 'verdict-blocks' && reply.verdicts.some(({ verdict }) => verdict === 'refused' || verdict === 'conflict'))
    return err(hubProblem('hub.fault'));
  if (fault === 'ex-assignee-dropped') {
    for (const { verdict, mid } of reply.verdicts) {
      if (verdict === 'quarantined') await hub.write('DELETE FROM quarantine WHERE device_id = $1 AND mid = $2', who.deviceId, mid);
    }
  }
  return answer;
};

/** A hub that does not remember numbers: whatever comes again is done again. */
const executedAgain = async ({ hub, who, body, work }: Serving): Answer => {
  const request = body as PushRequest;
  const [device] = await hub.query<{ mid: number }>('SELECT last_mid AS mid FROM devices WHERE device_id = $1', who.deviceId);
  const last = device?.mid ?? 0;
  const again = request.changes.filter(({ mid, ops }) => mid <= last && ops.every(({ op }) => op === 'insert'));
  const answer = await work();
  for (const { mid } of again) {
    await hub.write(
      `INSERT INTO entries (case_id, ver, change_id, device_id, mid, hash, body) SELECT case_id, ver + 100000, change_id || ver, device_id, mid, hash, body
       FROM entries WHERE device_id = $1 AND mid = $2 ON CONFLICT DO NOTHING`,
      who.deviceId,
      mid,
    );
  }
  return answer;
};

/** A hub that asks who was entitled when the change was made: whoever had the case once has it still. */
const asBefore = async (hub: SimHub, who: Claims, work: () => Answer): Answer => {
  const had = await hub.query<{ id: string; owner: string | null }>(
    `SELECT h.case_id AS id, h.owner_id AS owner FROM case_heads h WHERE EXISTS
       (SELECT 1 FROM case_scopes s WHERE s.case_id = h.case_id AND s.owner_id = $1)`,
    who.personId,
  );
  for (const { id } of had) await hub.write('UPDATE case_heads SET owner_id = $1 WHERE case_id = $2', who.personId, id);
  const answer = await work();
  for (const { id, owner } of had)
    await hub.write('UPDATE case_heads SET owner_id = $1 WHERE case_id = $2 AND owner_id = $3', owner ?? '', id, who.personId);
  return answer;
};

/** A hub without compare-and-set: whoever comes last wins. */
const rebase = async (hub: SimHub, { changes }: PushRequest): Promise<void> => {
  for (const change of changes) {
    for (const op of change.ops) if (op.op === 'set') await rebased(hub, op);
  }
};

const rebased = async (hub: SimHub, op: Extract<Operation, { op: 'set' }>): Promise<void> => {
  const [row] = await hub.query<{ body: string }>('SELECT body FROM case_rows WHERE row_id = $1', op.id);
  const body = row && (JSON.parse(row.body) as { w: Record<string, [number]>; m: [number] });
  for (const [name, field] of Object.entries(op.fields)) if (body) field.base = { ver: (body.w[name] ?? body.m)[0] };
};

const faultyPlan = async ({ body, work }: Serving, fault: HubFault | null): Answer => {
  const request = body as PlanRequest;
  const answer = await work();
  if (!answer.ok) return answer;
  const reply = answer.value as PlanReply;
  // Same version, other hash: taken for equal.
  if (fault === 'heads-by-version') {
    const held = new Map(request.heads.map(([caseId, ver]) => [caseId as string, ver]));
    return ok({ ...reply, want: reply.want.filter(([caseId, ver]) => held.get(caseId) !== ver) });
  }
  return answer;
};
