import { applyOperation } from '../../shared/sync/apply-operations.ts';
import type { Applying } from '../../shared/sync/applying.ts';
import { keyOf, type CaseRow, type CaseView, type Draft } from '../../shared/sync/case-view.ts';
import { chainEnd, emptyHead, type CaseScope, type Entry } from '../../shared/sync/entry.ts';
import type { Sha256 } from '../../shared/sync/sha256.ts';
import { StopError } from '../../shared/sync/stop.ts';
import { faultySha256 } from './planted.ts';
import type { Run } from './run.ts';
import { sha256, type SimHub } from './sim-hub.ts';
import type { Violation } from './violation.ts';

export type HubEntry = { caseId: string; ver: number; changeId: string; entry: Entry };

export const hubEntries = async (hub: SimHub): Promise<HubEntry[]> =>
  (
    await hub.query<{ caseId: string; ver: number; changeId: string; body: string }>(
      'SELECT case_id AS "caseId", ver, change_id AS "changeId", body FROM entries ORDER BY case_id, ver',
    )
  ).map(({ body, ...row }) => ({ ...row, entry: JSON.parse(body) as Entry }));

/** What is known beside the lists: who made which change, who is who, and the hub's own rows, where they are compared. */
export type Known = {
  made: ReadonlyMap<string, { seen?: Record<string, unknown> }>;
  people?: Partial<Record<string, string>>;
  /** The hash a planted fault uses. */
  hash?: Sha256;
  rows?: readonly { caseId: string; entity: string; id: string; body: string }[];
};

export const knownOf = async ({ made, company, hub, planted }: Run): Promise<Known> => ({
  made,
  people: company.people,
  hash: faultySha256(sha256, planted),
  rows: await hub.query('SELECT case_id AS "caseId", entity, row_id AS id, body FROM case_rows'),
});

/** The hub's lists: each change once and made by somebody; each list dense, chained, in the order it was made, and legal. */
export const checkLists = (entries: readonly HubEntry[], known: Known): Violation[] => {
  const found: Violation[] = [];
  const seen = new Set<string>();
  for (const { changeId, ver, caseId } of entries) {
    if (seen.has(changeId)) found.push({ invariant: 'I2', kind: 'lost', detail: `twice ${changeId}` });
    seen.add(changeId);
    if (!known.made.has(changeId)) found.push({ invariant: 'I2', kind: 'lost', detail: `nobody made ${changeId} (${caseId} ${ver})` });
  }
  const rows = known.rows && new Map(known.rows.map(({ caseId, entity, id, body }) => [`${caseId} ${keyOf(entity, id)}`, body]));
  for (const [caseId, list] of Map.groupBy(entries, (entry) => entry.caseId)) found.push(...checkList(known, { caseId, list, rows }));
  if (rows && rows.size > 0)
    found.push({ invariant: 'I15', kind: 'diverged', detail: `hub rows that no entry made: ${[...rows.keys()][0]}` });
  return found;
};

type List = { caseId: string; list: readonly HubEntry[]; rows: Map<string, string> | undefined };

const checkList = (known: Known, { caseId, list, rows }: List): Violation[] => {
  const bodies = list.map(({ entry }) => entry);
  const found: Violation[] = [];
  if (list.some(({ ver }, index) => ver !== index + 1) || chainEnd(emptyHead, bodies, known.hash ?? sha256) === null)
    found.push({ invariant: 'I7', kind: 'diverged', detail: `chain of ${caseId}` });
  const fold = foldOf(caseId);
  for (const entry of bodies) {
    found.push(
      ...checkOrder(fold, entry),
      ...checkOwner(known, fold, entry),
      ...checkSeen(known, fold, entry),
      ...checkMoney(known, entry),
    );
    found.push(...apply(fold, entry));
    if (entry.flags.scope) fold.scope = entry.flags.scope;
  }
  for (const [key, row] of rows ? fold.rows : []) {
    const name = `${caseId} ${key}`;
    if (rows?.get(name) !== bodyOf(row))
      found.push({ invariant: 'I15', kind: 'diverged', detail: `hub row ${name} is not what its entries make` });
    rows?.delete(name);
  }
  return found;
};

/** What the entries of a case make of it, told again from the beginning. */
type Fold = {
  caseId: string;
  rows: Map<string, CaseRow>;
  scope: CaseScope | null;
  verByMid: Map<string, number>;
  lastMid: Map<string, number>;
};

const foldOf = (caseId: string): Fold => ({ caseId, rows: new Map(), scope: null, verByMid: new Map(), lastMid: new Map() });

const bodyOf = ({ fields, writers, made, last, voidReason }: CaseRow): string =>
  JSON.stringify({ f: fields, w: writers, m: made, l: last, v: voidReason });

/** [I8] One device's changes to one case keep their order; what the handler took later comes when it is taken. */
const checkOrder = ({ lastMid }: Fold, { deviceId, change, flags, ver }: Entry): Violation[] => {
  if (flags.takenBy !== undefined) return [];
  const before = lastMid.get(deviceId) ?? 0;
  lastMid.set(deviceId, change.mid);
  return change.mid > before ? [] : [{ invariant: 'I8', kind: 'diverged', detail: `entry ${ver} comes after ${before} of its device` }];
};

/** [I9] Nobody writes in a case that is another surveyor's, unless marked as late or taken by the handler. */
const checkOwner = ({ people = {} }: Known, { scope, caseId }: Fold, { byPersonId, flags, ver }: Entry): Violation[] => {
  const { surveyor, surveyor2, surveyorWest } = people;
  const owner = scope?.ownerId ?? null;
  const foreign = [surveyor, surveyor2, surveyorWest].includes(byPersonId) && owner !== null && owner !== byPersonId;
  if (!foreign || flags.late || flags.takenBy !== undefined) return [];
  return [{ invariant: 'I9', kind: 'leaked', detail: `entry ${ver} of ${caseId} by somebody who has not got the case` }];
};

/** [SY-33] An edit goes over the value its author saw, and over no other; the handler who takes one saw the newest. */
const checkSeen = ({ made }: Known, { rows }: Fold, { change, flags, ver }: Entry): Violation[] => {
  const seen = made.get(change.changeId)?.seen;
  if (!seen || flags.takenBy !== undefined) return [];
  return change.ops.flatMap((op): Violation[] => {
    if (op.op !== 'set') return [];
    const row = rows.get(keyOf(op.entity, op.id));
    const stale = Object.entries(op.fields).find(([name, { value }]) => {
      const before = row?.fields[name] ?? null;
      return name in seen && before !== seen[name] && before !== value;
    });
    return stale ? [{ invariant: 'SY-33', kind: 'lost', detail: `entry ${ver}: ${stale[0]} goes over a value its author never saw` }] : [];
  });
};

const limitsFen: Readonly<Record<string, number>> = { handler: 1_000_000, supervisor: 5_000_000 };

/** [I9] Who decides about money may, and up to that amount. */
const checkMoney = ({ people }: Known, { change, byPersonId, ver, flags }: Entry): Violation[] =>
  change.ops.flatMap((op): Violation[] => {
    if (op.op !== 'transition' || op.entity !== 'escalation' || !people || !['approved', 'returned', 'refused'].includes(op.to)) return [];
    const role = Object.entries(people).find(([, id]) => id === byPersonId)?.[0] ?? '';
    const limit = limitsFen[role];
    const granted = op.to === 'approved' ? Number(op.facts['decidedFen'] ?? 0) : 0;
    if (limit !== undefined && (granted <= limit || flags.takenBy !== undefined)) return [];
    return [{ invariant: 'I9', kind: 'leaked', detail: `entry ${ver}: ${role} decided about ${granted}` }];
  });

const apply = (fold: Fold, entry: Entry): Violation[] => {
  const { change, ver, byPersonId, deviceId } = entry;
  const view: CaseView = {
    caseId: fold.caseId,
    scope: fold.scope,
    row: (entity, id) => fold.rows.get(keyOf(entity, id)),
    rowsOf: (entity) => [...fold.rows.values()].filter((row) => row.entity === entity),
    usedElsewhere: () => false,
    verOfMid: (mid) => fold.verByMid.get(`${deviceId} ${mid}`) ?? null,
    isSurveyor: () => true,
    branchExists: () => true,
  };
  const draft: Draft = { view, changed: new Map(), scope: fold.scope ?? { branchId: null, ownerId: null } };
  const applying: Applying = { draft, mid: change.mid, writer: [ver, byPersonId, change.at], conflicts: [], sha256 };
  fold.verByMid.set(`${deviceId} ${change.mid}`, ver);
  try {
    for (const op of change.ops) applyOperation(applying, op);
  } catch (error) {
    if (!(error instanceof StopError)) throw error;
    return [{ invariant: 'I9', kind: 'diverged', detail: `entry ${ver} of ${fold.caseId} is not legal: ${JSON.stringify(error.stop)}` }];
  }
  for (const [key, row] of draft.changed) fold.rows.set(key, row);
  const [clash] = applying.conflicts;
  return clash
    ? [{ invariant: 'SY-33', kind: 'lost', detail: `entry ${ver} of ${fold.caseId}: ${clash.field} goes over a newer value` }]
    : [];
};
