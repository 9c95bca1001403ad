import { hubProblem, type HubProblem } from '../../shared/sync/hub-problems.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { scopeOfNewCase, type Standing } from '../../shared/people/scope.ts';
import { isMoneyMove } from '../../shared/sync/decisions.ts';
import type { CaseScope } from '../../shared/sync/entry.ts';
import { judge, type Judgement } from '../../shared/sync/judge.ts';
import type { PushReply, PushRequest } from '../../shared/sync/push-messages.ts';
import type { QuarantineCode, Verdict } from '../../shared/sync/verdict.ts';
import type { WireChange } from '../../shared/sync/wire-change.ts';
import { lockDevice, moveDevice, verdictsOf, type DeviceRow } from '../db/device-rows.ts';
import { askerOf } from '../db/people-rows.ts';
import { TakenError, type SqlTx } from '../db/sql.ts';
import { answer, enterChange, newBatch, textsOf, verdictBefore, writeBatch, writePart, type Batch, type ChangeTexts } from './batch.ts';
import { entitlementOf, isInScopeNow, loadPast, type Past } from './entitlement.ts';
import { loadCases, viewOf } from './loaded-cases.ts';
import type { Claims, HubPorts } from './ports.ts';
import { sha256 } from './sha256.ts';

type Who = Pick<Claims, 'personId' | 'deviceId'>;
type Hashed = { change: WireChange; hash: string; texts: ChangeTexts };
type Outcome = { batch: Batch | null; verdicts: Verdict[]; stopped: PushReply['stopped']; lastMid: number; epoch: string };

const maxTries = 3;

/**
 * Takes in what a device has written: in mid order, each change once, in one transaction. Source: SPEC [SY-30] to [SY-39].
 * `surrender` is set for a revoked device: then everything new waits for the handler.
 */
export const pushChanges = async (
  ports: HubPorts,
  who: Who,
  request: Pick<PushRequest, 'requestId' | 'changes'> & { epoch: string | null; surrender?: QuarantineCode },
): Promise<Result<PushReply, HubProblem>> => {
  if (request.changes.some(({ mid }, index, all) => index > 0 && mid <= (all[index - 1]?.mid ?? 0))) return err(hubProblem('malformed'));
  const outcome = await tried((last) => ports.db.transaction((tx) => takeIn(tx, ports, { who, ...request, last })));
  if (!outcome.ok) return outcome;
  const { batch, verdicts, stopped, lastMid, epoch } = outcome.value;
  if (batch && batch.touched.length > 0) ports.announce(batch.touched);
  // A revoked device destroys what it has handed over, and a copy of its file may have used its numbers: `stable` alone proves nothing then.
  if (request.surrender || request.changes.some(({ ops }) => ops.some(isMoneyMove))) await ports.durability.settled();
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

type Taking = { who: Who; changes: readonly WireChange[]; epoch: string | null; surrender?: QuarantineCode; last: boolean };

const takeIn = async (
  tx: SqlTx,
  ports: HubPorts,
  { who, changes, epoch: known, surrender }: Taking,
): Promise<Result<Outcome, HubProblem>> => {
  // Asked together, and the second is looked up when the device is locked.
  const [device, { standing, meta }] = await Promise.all([lockDevice(tx, who.deviceId), askerOf(tx, who.personId)]);
  if (!device || device.personId !== who.personId) return err(hubProblem('relogin'));
  if (device.revokedAt !== null && !surrender) return err(hubProblem('revoked'));
  if (!standing && !surrender) return err(hubProblem('revoked'));
  const { epoch } = meta;
  const unmoved = { batch: null, verdicts: [], lastMid: device.lastMid, epoch };
  // What the device knows of numbers and versions is of another history: it confirms that first. Source: SPEC [SY-53].
  if (known !== null && known !== epoch) return ok({ ...unmoved, stopped: 'epoch' });
  const { verdicts, stopped, fresh, copied } = await knownVerdicts(tx, device, changes);
  if (stopped && !surrender) return ok({ ...unmoved, verdicts, stopped });
  if (fresh.length + copied.length === 0) return ok({ ...unmoved, verdicts, stopped: null });
  const { batch, given, lastMid } = await takeInFresh(tx, ports, {
    who,
    device,
    standing,
    fresh,
    copied,
    ...(surrender && { surrender }),
  });
  return ok({
    batch,
    verdicts: inOrder([...verdicts, ...given]),
    stopped: lastMid - device.lastMid < fresh.length ? 'gap' : null,
    lastMid,
    epoch,
  });
};

const inOrder = (verdicts: readonly Verdict[]): Verdict[] => verdicts.toSorted((a, b) => a.mid - b.mid);

/** `copied`: numbers that came with other content before. */
type Known = { verdicts: Verdict[]; stopped: PushReply['stopped']; fresh: Hashed[]; copied: Hashed[] };

/** What was answered before is answered again; the same number with another content is another history. Source: SPEC [SY-31]. */
const knownVerdicts = async (tx: SqlTx, device: DeviceRow, changes: readonly WireChange[]): Promise<Known> => {
  const hashed = changes.map(hashedOf);
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
  const copied: Hashed[] = [];
  for (const one of old) {
    const row = stored.get(one.change.mid);
    if (row?.contentHash === one.hash) verdicts.push(JSON.parse(row.body) as Verdict);
    else copied.push(one);
  }
  const fresh = hashed.filter(({ change }) => change.mid > device.lastMid);
  return { verdicts, stopped: copied.length > 0 ? 'device-rewound' : null, fresh, copied };
};

const hashedOf = (change: WireChange): Hashed => {
  const texts = textsOf(change);
  return { change, texts, hash: sha256(texts.content) };
};

type Fresh = {
  who: Who;
  device: DeviceRow;
  standing: Standing | undefined;
  fresh: readonly Hashed[];
  copied: readonly Hashed[];
  surrender?: QuarantineCode;
};
type Done = { batch: Batch; given: Verdict[]; lastMid: number };

/** After so many changes what is known of them is sent to the store, which works beside this process. */
const portion = 200;

const takeInFresh = async (tx: SqlTx, ports: HubPorts, { who, device, standing, fresh, copied, surrender }: Fresh): Promise<Done> => {
  const now = ports.clock.now();
  const loaded = await loadCases(
    tx,
    { ...who, now },
    [...copied, ...fresh].map(({ change }) => change),
  );
  const batch = newBatch(loaded, now);
  const foreign = [...loaded.heads.values()].filter((head) => !isInScopeNow(standing, head, loaded.regionByBranch));
  const past = await loadPast(
    tx,
    who,
    foreign.map(({ caseId }) => caseId),
  );
  const carriedOut = ({ change, texts }: Hashed): Verdict =>
    verdictBefore(batch, change) ??
    carryOut(ports, batch, {
      who,
      standing,
      change,
      texts,
      judgement: judgementOf(ports, batch, { who, standing, past, change, surrender }),
    });
  // Two copies of a revoked file may hand over different changes under one number: both are kept, the answer of the first stands.
  const given = [...copied.map(carriedOut), ...(await inMidOrder(tx, batch, { device, fresh, carriedOut, gaps: surrender !== undefined }))];
  const lastMid = given.at(-1)?.mid ?? 0;
  const moved = { lastMid: Math.max(device.lastMid, lastMid), at: batch.now };
  await writeBatch(tx, batch);
  await moveDevice(tx, who.deviceId, moved);
  return { batch, given, lastMid: moved.lastMid };
};

/** `gaps`: a revoked device no longer has what it had given back, and order means nothing for what waits for the handler. */
type Ordered = { device: DeviceRow; fresh: readonly Hashed[]; carriedOut: (one: Hashed) => Verdict; gaps: boolean };

/** One after the other up to a gap, and part by part to the store. */
const inMidOrder = async (tx: SqlTx, batch: Batch, { device, fresh, carriedOut, gaps }: Ordered): Promise<Verdict[]> => {
  const given: Verdict[] = [];
  for (const one of fresh) {
    const { change, hash } = one;
    if (!gaps && change.mid !== device.lastMid + given.length + 1) break;
    const verdict = carriedOut(one);
    answer(batch, { deviceId: device.deviceId, change, contentHash: hash, verdict });
    given.push(verdict);
    if (given.length % portion === 0) await writePart(tx, batch);
  }
  return given;
};

type Asked = Omit<One, 'standing'> & { standing: Standing | undefined; surrender: QuarantineCode | undefined };

/** Of somebody who left, everything waits. */
const judgementOf = (ports: HubPorts, batch: Batch, { who, standing, past, change, surrender }: Asked): Judgement => {
  if (surrender || !standing) return { verdict: 'quarantined', code: surrender ?? 'device-revoked' };
  return judged(ports, batch, { who, standing, past, change });
};

type One = { who: Who; standing: Standing; past: Past; change: WireChange };

const judged = (ports: HubPorts, { loaded, now }: Batch, { who, standing, past, change }: One): Judgement => {
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

type Judged = { who: Who; standing: Standing | undefined; change: WireChange; texts: ChangeTexts; judgement: Judgement };

const carryOut = (ports: HubPorts, batch: Batch, { who, standing, change, texts, judgement }: Judged): Verdict => {
  const { mid, caseId } = change;
  if ('rows' in judgement) {
    return { mid, verdict: judgement.verdict, ver: enterChange(batch, change, { judgement, author: who, texts }) };
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
    changeId: change.changeId,
    changeText: JSON.stringify(change),
  });
  return { mid, verdict: 'quarantined', code: judgement.code };
};
