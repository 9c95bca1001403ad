import { hubProblem, type HubProblem } from '../../shared/sync/hub-problems.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { may } from '../../shared/people/access.ts';
import { scopeOfNewCase, type Standing } from '../../shared/people/scope.ts';
import { keyOf } from '../../shared/sync/case-view.ts';
import type { Base, Operation } from '../../shared/sync/change.ts';
import { judge } from '../../shared/sync/judge.ts';
import type { WireChange } from '../../shared/sync/wire-change.ts';
import type { DecideReply, DecideRequest, InboxReply, InboxRequest } from '../../shared/sync/quarantine-messages.ts';
import { standingOf } from '../db/people-rows.ts';
import { decideQuarantined, lockQuarantined, waitingIn, type QuarantineRow } from '../db/quarantine-rows.ts';
import type { SqlTx } from '../db/sql.ts';
import { branchesInScope } from '../db/visible-rows.ts';
import { enterChange, newBatch, writeBatch, type Batch } from './batch.ts';
import { loadCases, viewOf, type LoadedCases } from './loaded-cases.ts';
import type { Claims, HubPorts } from './ports.ts';
import { askingOf, fromSnapshot } from './reading.ts';
import { sha256 } from './sha256.ts';

/** What waits for this person's decision, whole. */
export const listQuarantined = (ports: HubPorts, who: Claims, { requestId }: InboxRequest): Promise<Result<InboxReply, HubProblem>> =>
  fromSnapshot(ports, who, async (reads, { standing }) => {
    if (!may(standing.role, 'quarantine.decide', 'open')) return { requestId, waiting: [] };
    const rows = await waitingIn(reads, await branchesInScope(reads, standing));
    return { requestId, waiting: rows.map(waitingOf) };
  });

type Waiting = InboxReply['waiting'][number];

const waitingOf = ({ id, caseId, personId, code, receivedAt, changeText }: QuarantineRow): Waiting => ({
  id: id as Waiting['id'],
  caseId: caseId as Waiting['caseId'],
  personId: personId as Waiting['personId'],
  code,
  receivedAt,
  change: JSON.parse(changeText) as Waiting['change'],
});

type Done = { ver: number | null; batch: Batch | null };

/** Takes a quarantined change in, or drops it for a reason. Source: SPEC [SY-80], [SY-81]. */
export const decideQuarantine = async (ports: HubPorts, who: Claims, deciding: DecideRequest): Promise<Result<DecideReply, HubProblem>> => {
  const done = await ports.db.transaction((tx) => decide(tx, ports, { who, deciding }));
  if (!done.ok) return done;
  if (done.value.batch) ports.announce(done.value.batch.touched);
  return ok({ requestId: deciding.requestId, ver: done.value.ver });
};

const decide = async (
  tx: SqlTx,
  ports: HubPorts,
  { who, deciding }: { who: Claims; deciding: DecideRequest },
): Promise<Result<Done, HubProblem>> => {
  const at = ports.clock.now();
  const asking = await askingOf(tx, who, at);
  if (!asking.ok) return asking;
  const { standing } = asking.value;
  if (!may(standing.role, 'quarantine.decide', 'open')) return err(hubProblem('forbidden'));
  const row = await lockQuarantined(tx, deciding.id);
  if (!row) return err(hubProblem('not-found'));
  const change = JSON.parse(row.changeText) as WireChange;
  const loaded = await loadCases(tx, { ...row, now: at }, [change]);
  const branchId = loaded.heads.get(row.caseId)?.branchId ?? row.branchId;
  if (branchId === null || !(await branchesInScope(tx, standing)).includes(branchId)) return err(hubProblem('not-found'));
  if (row.state !== 'waiting') return err(hubProblem('wrong-state', { state: row.state }));
  const decided = { id: row.id, by: standing.id, at, reason: deciding.reason };
  if (deciding.outcome === 'dropped') {
    if ((deciding.reason ?? '').trim() === '') return err(hubProblem('malformed', { field: 'reason' }));
    await decideQuarantined(tx, { ...decided, state: 'dropped', ver: null });
    return ok({ ver: null, batch: null });
  }
  const taken = await take(tx, { row, change, loaded, standing, at });
  if (!taken.ok) return taken;
  await decideQuarantined(tx, { ...decided, state: 'taken', ver: taken.value.ver });
  return taken;
};

type Taking = { row: QuarantineRow; change: WireChange; loaded: LoadedCases; standing: Standing; at: string };

const take = async (
  tx: SqlTx,
  { row, change, loaded, standing, at }: Taking,
): Promise<Result<{ ver: number; batch: Batch }, HubProblem>> => {
  if (loaded.usedChangeIds.has(change.changeId)) return err(hubProblem('taken', { changeId: change.changeId }));
  const maker = await standingOf(tx, row.personId);
  const seen = { ...change, ops: change.ops.map((op) => asSeenNow(loaded, op)) };
  const judgement = judge({
    change: seen,
    view: viewOf(loaded, row.caseId),
    author: {
      personId: row.personId,
      entitlement: { kind: 'now', role: standing.role },
      newCaseScope: maker ? scopeOfNewCase(maker) : { ...scopeOfNewCase(standing), ownerId: null },
    },
    authority: loaded.authority,
    ver: (loaded.heads.get(row.caseId)?.ver ?? 0) + 1,
    sha256,
  });
  if (!('rows' in judgement))
    return err(hubProblem('conflict', { verdict: judgement.verdict, code: 'code' in judgement ? judgement.code : null }));
  const batch = newBatch(loaded, at);
  const ver = enterChange(batch, seen, { judgement, author: { deviceId: row.deviceId, personId: row.personId, takenBy: standing.id } });
  await writeBatch(tx, batch);
  return ok({ ver, batch });
};

/** Whoever takes it has the current values before them: these are what the change goes over. */
const asSeenNow = ({ rows }: LoadedCases, op: Operation): Operation => {
  const row = rows.get(keyOf(op.entity, op.id))?.row;
  if (op.op === 'insert' || !row) return op;
  if (op.op === 'transition') return { ...op, base: { ver: row.last[0] } };
  const base = (field: string): Base => ({ ver: (row.writers[field] ?? row.made)[0] });
  return { ...op, fields: Object.fromEntries(Object.entries(op.fields).map(([name, { value }]) => [name, { value, base: base(name) }])) };
};
