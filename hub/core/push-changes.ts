import { hubProblem, type HubProblem } from '../../shared/sync/hub-problems.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { scopeOfNewCase, type Standing } from '../../shared/people/scope.ts';
import { isMoneyMove } from '../../shared/sync/decisions.ts';
import type { CaseScope } from '../../shared/sync/entry.ts';
import { judge, type Judgement } from '../../shared/sync/judge.ts';
import type { PushReply, PushRequest } from '../../shared/sync/push-messages.ts';
import type { QuarantineCode, Verdict } from '../../shared/sync/verdict.ts';
import { contentText, type WireChange } from '../../shared/sync/wire-change.ts';
import { lockDevice, moveDevice, verdictsOf, type DeviceRow } from '../db/device-rows.ts';
import { metaOf } from '../db/meta-rows.ts';
import { standingOf } from '../db/people-rows.ts';
import { TakenError, type SqlTx } from '../db/sql.ts';
import { answer, enterChange, newBatch, writeBatch, type Batch } from './batch.ts';
import { entitlementOf, isInScopeNow, loadPast, type Past } from './entitlement.ts';
import { loadCases, viewOf } from './loaded-cases.ts';
import type { Claims, HubPorts } from './ports.ts';
import { sha256 } from './sha256.ts';

type Who = Pick<Claims, 'personId' | 'deviceId'>;
type Hashed = { change: WireChange; hash: string };
type Outcome = { batch: Batch | null; verdicts: Verdict[]; stopped: PushReply['stopped']; lastMid: number; epoch: string };

const maxTries = 3;

/**
 * Takes in what a device has written: in mid order, each change once, in one transaction. Source: SPEC [SY-30] to [SY-39].
 * `surrender` is set for a revoked device: then everything new waits for the handler.
 */
export const pushChanges = async (
  ports: HubPorts,
  who: Who,
  request: Pick<PushRequest, 'requestId' | 'changes'> & { surrender?: QuarantineCode },
): Promise<Result<PushReply, HubProblem>> => {
  if (request.changes.some(({ mid }, index, all) => index > 0 && mid <= (all[index - 1]?.mid ?? 0))) return err(hubProblem('malformed'));
  const outcome = await tried((last) => ports.db.transaction((tx) => takeIn(tx, ports, { who, ...request, last })));
  if (!outcome.ok) return outcome;
  const { batch, verdicts, stopped, lastMid, epoch } = outcome.value;
  if (batch && batch.touched.length > 0) ports.announce(batch.touched);
  if (request.changes.some(({ ops }) => ops.some(isMoneyMove))) await ports.durability.settled();
  const stable = await ports.durability.stable(who.deviceId, lastMid);
  return ok({ requestId: request.requestId, epoch, hubNow: ports.clock.now(), ack: lastMid, stable, verdicts, stopped });
};

/** Another node may have used an id between reading and writing: then it is read as used the next time. */
const tried = async <T>(work: (last: boolean) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt >= maxTries);
    } catch (error) {
      if (!(error instanceof TakenError) || attempt >= maxTries) throw error;
    }
  }
};

type Taking = { who: Who; changes: readonly WireChange[]; surrender?: QuarantineCode; last: boolean };

const takeIn = async (tx: SqlTx, ports: HubPorts, { who, changes, surrender }: Taking): Promise<Result<Outcome, HubProblem>> => {
  const device = await lockDevice(tx, who.deviceId);
  if (!device || device.personId !== who.personId) return err(hubProblem('relogin'));
  if (device.revokedAt !== null && !surrender) return err(hubProblem('revoked'));
  const standing = await standingOf(tx, who.personId);
  if (!standing && !surrender) return err(hubProblem('revoked'));
  const { epoch } = await metaOf(tx);
  const known = await knownVerdicts(tx, device, changes);
  const done = (over: Partial<Outcome>): Result<Outcome, HubProblem> =>
    ok({ batch: null, verdicts: known.verdicts, stopped: known.stopped, lastMid: device.lastMid, epoch, ...over });
  if (known.stopped || known.fresh.length === 0) return done({});
  const batch = await takeInFresh(tx, ports, { who, device, standing, fresh: known.fresh, ...(surrender && { surrender }) });
  const lastMid = batch.verdicts.at(-1)?.verdict.mid ?? device.lastMid;
  const stopped = batch.verdicts.length < known.fresh.length ? 'gap' : null;
  return done({ batch, verdicts: [...known.verdicts, ...batch.verdicts.map(({ verdict }) => verdict)], stopped, lastMid });
};

type Known = { verdicts: Verdict[]; stopped: PushReply['stopped']; fresh: Hashed[] };

/** What was answered before is answered again; the same number with another content is another history. Source: SPEC [SY-31]. */
const knownVerdicts = async (tx: SqlTx, device: DeviceRow, changes: readonly WireChange[]): Promise<Known> => {
  const hashed = changes.map((change) => ({ change, hash: sha256(contentText(change)) }));
  const old = hashed.filter(({ change }) => change.mid <= device.lastMid);
  const stored = new Map(
    (
      await verdictsOf(
        tx,
        device.deviceId,
        old.map(({ change }) => change.mid),
      )
    ).map((row) => [row.mid, row]),
  );
  const verdicts: Verdict[] = [];
  for (const { change, hash } of old) {
    const row = stored.get(change.mid);
    if (row?.contentHash !== hash) return { verdicts, stopped: 'device-rewound', fresh: [] };
    verdicts.push(JSON.parse(row.body) as Verdict);
  }
  return { verdicts, stopped: null, fresh: hashed.filter(({ change }) => change.mid > device.lastMid) };
};

type Fresh = { who: Who; device: DeviceRow; standing: Standing | undefined; fresh: readonly Hashed[]; surrender?: QuarantineCode };

const takeInFresh = async (tx: SqlTx, ports: HubPorts, { who, device, standing, fresh, surrender }: Fresh): Promise<Batch> => {
  const loaded = await loadCases(
    tx,
    who.deviceId,
    fresh.map(({ change }) => change),
  );
  const batch = newBatch(loaded, ports.clock.now());
  const foreign = [...loaded.heads.values()].filter((head) => !isInScopeNow(standing, head, loaded.regionByBranch));
  const past = await loadPast(
    tx,
    who,
    foreign.map(({ caseId }) => caseId),
  );
  let mid = device.lastMid;
  for (const { change, hash } of fresh) {
    if (change.mid !== mid + 1) break;
    mid = change.mid;
    const judgement: Judgement =
      surrender || !standing
        ? { verdict: 'quarantined', code: surrender ?? 'device-revoked' }
        : judged(ports, batch, { who, standing, past, change });
    const verdict = carryOut(ports, batch, { who, standing, change, judgement });
    answer(batch, { deviceId: who.deviceId, change, contentHash: hash, verdict });
  }
  await writeBatch(tx, batch);
  await moveDevice(tx, who.deviceId, { lastMid: mid, at: batch.now });
  return batch;
};

type One = { who: Who; standing: Standing; past: Past; change: WireChange };

const judged = (ports: HubPorts, { loaded, now }: Batch, { who, standing, past, change }: One): Judgement => {
  if (loaded.usedChangeIds.has(change.changeId))
    return { verdict: 'refused', code: 'row-exists', facts: { entity: 'change', id: change.changeId } };
  const head = loaded.heads.get(change.caseId);
  const { caseId, mid } = change;
  const entitlement = entitlementOf({ standing, head, past, regions: loaded.regionByBranch, mid, now, caseId });
  try {
    return judge({
      change,
      view: viewOf(loaded, caseId),
      author: { personId: who.personId, entitlement, newCaseScope: scopeOfNewCase(standing) },
      authority: loaded.authority,
      ver: (head?.ver ?? 0) + 1,
      sha256,
    });
  } catch (error) {
    // A change the rules trip over must not block those behind it; the log says where to look.
    ports.log('push.judge-fault', { changeId: change.changeId, fault: error instanceof Error ? error.name : 'unknown' });
    return { verdict: 'refused', code: 'malformed', facts: {} };
  }
};

type Judged = { who: Who; standing: Standing | undefined; change: WireChange; judgement: Judgement };

const carryOut = (ports: HubPorts, batch: Batch, { who, standing, change, judgement }: Judged): Verdict => {
  const { mid, caseId } = change;
  if ('rows' in judgement) {
    return { mid, verdict: judgement.verdict, ver: enterChange(batch, change, { judgement, author: who }) };
  }
  if (judgement.verdict !== 'quarantined') return { mid, ...judgement };
  const head = batch.loaded.heads.get(caseId);
  const branchId = head?.branchId ?? standing?.branchId ?? null;
  // Who looks after the case is told that something waits.
  batch.touched.push({ branchId, ownerId: head?.ownerId ?? null } as CaseScope);
  batch.quarantined.push({
    id: ports.ids.next(),
    caseId,
    branchId,
    deviceId: who.deviceId,
    mid,
    personId: who.personId,
    code: judgement.code,
    receivedAt: batch.now,
    changeText: JSON.stringify(change),
  });
  return { mid, verdict: 'quarantined', code: judgement.code };
};
