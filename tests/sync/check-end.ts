import type { Store } from '../../electron/db/open.ts';
import { allHeads } from '../../electron/db/case-entry-rows.ts';
import { waitingCount } from '../../electron/db/verdict-rows.ts';
import { columnName } from '../../shared/sync/entity.ts';
import { entities } from '../../shared/sync/entities.ts';
import { chainEnd, emptyHead, type Entry } from '../../shared/sync/entry.ts';
import type { Operation } from '../../shared/sync/change.ts';
import { contentText, type WireChange } from '../../shared/sync/wire-change.ts';
import { entryOfChange } from '../../electron/db/journal.ts';
import { wireChangeOf } from '../../electron/db/sync-outbox.ts';
import type { Made } from './actions.ts';
import type { SimDevice } from './sim-device.ts';
import { sha256, type SimHub } from './sim-hub.ts';

export type Kind = 'lost' | 'diverged' | 'leaked';
export type Violation = { invariant: string; kind: Kind; detail: string };

/** Rows of the cases on a device, without what is local to it. */
export const contentOf = ({ read }: Store): string => {
  const tables = entities.filter(({ scope }) => scope === 'case');
  return JSON.stringify(
    tables.map(({ table, fields }) => {
      const columns = ['id', 'case_id', 'at', 'by_person_id', 'void_reason', ...Object.keys(fields).map(columnName)];
      return [table, read.all(`SELECT ${columns.join(', ')} FROM ${table} ORDER BY id`)];
    }),
  );
};

export type HubEntry = { caseId: string; ver: number; changeId: string; entry: Entry };

export const hubEntries = async (hub: SimHub): Promise<HubEntry[]> =>
  (
    await hub.query<{ caseId: string; ver: number; changeId: string; body: string }>(
      'SELECT case_id AS "caseId", ver, change_id AS "changeId", body FROM entries ORDER BY case_id, ver',
    )
  ).map(({ body, ...row }) => ({ ...row, entry: JSON.parse(body) as Entry }));

/** The hub's lists: dense, chained, each change once and made by somebody; no edit over a value its author had not seen. */
export const checkLists = (entries: readonly HubEntry[], made: ReadonlyMap<string, Made>): Violation[] => {
  const found: Violation[] = [];
  const seen = new Set<string>();
  for (const { changeId, ver, caseId } of entries) {
    if (seen.has(changeId)) found.push({ invariant: 'I2', kind: 'lost', detail: `twice ${changeId}` });
    seen.add(changeId);
    if (!made.has(changeId)) found.push({ invariant: 'I2', kind: 'lost', detail: `nobody made ${changeId} (${caseId} ${ver})` });
  }
  for (const list of Map.groupBy(entries, ({ caseId }) => caseId).values()) found.push(...checkList(list));
  return found;
};

const checkList = (list: readonly HubEntry[]): Violation[] => {
  const bodies = list.map(({ entry }) => entry);
  const found: Violation[] = [];
  if (list.some(({ ver }, index) => ver !== index + 1) || chainEnd(emptyHead, bodies, sha256) === null)
    found.push({ invariant: 'I7', kind: 'diverged', detail: `chain of ${list[0]?.caseId}` });
  const writers = new Map<string, { ver: number; value: string }>();
  const owner = { id: null as string | null, branch: null as string | null };
  for (const { ver, change, flags, byPersonId, deviceId } of bodies) {
    for (const op of change.ops) found.push(...checkSet(writers, { op, ver, deviceId, flags }));
    const wasSurveyors =
      flags.late === undefined && flags.takenBy === undefined && owner.id !== null && surveyors.has(byPersonId) && owner.id !== byPersonId;
    if (wasSurveyors) found.push({ invariant: 'I9', kind: 'leaked', detail: `entry ${ver} by somebody who has not got the case` });
    if (flags.scope) owner.id = flags.scope.ownerId;
  }
  return found;
};

/** Filled by the run: who sees only what is assigned. */
export const surveyors = new Set<string>();

type Written = { op: Operation; ver: number; deviceId: string; flags: Entry['flags'] };

const checkSet = (writers: Map<string, { ver: number; value: string }>, { op, ver }: Written): Violation[] => {
  const found: Violation[] = [];
  if (op.op === 'insert')
    for (const [name, value] of Object.entries(op.fields)) writers.set(`${op.id} ${name}`, { ver, value: JSON.stringify(value) });
  if (op.op !== 'set') return found;
  for (const [name, { value, base }] of Object.entries(op.fields)) {
    const before = writers.get(`${op.id} ${name}`);
    const stale = before !== undefined && 'ver' in base && base.ver < before.ver && before.value !== JSON.stringify(value);
    if (stale) found.push({ invariant: 'SY-33', kind: 'lost', detail: `a stale edit of ${name} over version ${before.ver}` });
    writers.set(`${op.id} ${name}`, { ver, value: JSON.stringify(value) });
  }
  return found;
};

type Context = {
  device: SimDevice;
  entries: ReadonlyMap<string, HubEntry>;
  keptAtHub: ReadonlySet<string>;
  made: ReadonlyMap<string, Made & { by: string }>;
};

/** One live device after everything has come to rest. */
export const checkDevice = ({ device, entries, keptAtHub, made }: Context): Violation[] => {
  const { store, name } = device;
  const { read } = store;
  const found: Violation[] = [];
  const waiting = waitingCount(read, store.sync.deviceId());
  if (waiting > 0)
    found.push({
      invariant: 'I10',
      kind: 'lost',
      detail: `${name} still has ${waiting} waiting (${device.runner?.state().phase} ${device.runner?.state().problem} ${device.runner?.state().stop} ${device.runner?.state().failures})`,
    });
  for (const [changeId, one] of made) {
    if (one.by !== name) continue;
    const row = entryOfChange(read, changeId);
    if (!row) {
      if (!entries.has(changeId) && !keptAtHub.has(changeId))
        found.push({ invariant: 'I3', kind: 'lost', detail: `${name} made ${changeId} (${one.kind}) and it is nowhere` });
      continue;
    }
    const verdict = read.get<{ code: string }>('SELECT code FROM verdicts WHERE device_id = ? AND mid = ?', row.deviceId, row.mid)?.code;
    const listed = entries.get(changeId);
    if ((verdict === 'accepted' || verdict === 'late') && !listed)
      found.push({ invariant: 'I1', kind: 'lost', detail: `${name}: ${verdict} ${changeId} ${one.kind} is not at the hub` });
    if (!listed && !keptAtHub.has(changeId) && row.origin === 'gone')
      found.push({ invariant: 'I3', kind: 'lost', detail: `${name} gave ${changeId} back and the hub has not got it` });
    if (
      listed &&
      listed.entry.flags.takenBy === undefined &&
      row.origin === 'here' &&
      !sameContent(listed.entry.change, wireChangeOf(row))
    ) {
      found.push({ invariant: 'I1', kind: 'diverged', detail: `${name}: ${changeId} is not what was written` });
    }
  }
  const check = store.selfCheck();
  if (!check.ok) {
    const tables = check.tables.filter(({ differenceCount }) => differenceCount > 0).map(({ table }) => table);
    found.push({
      invariant: 'I15',
      kind: 'diverged',
      detail: `${name}: ${tables.join(' ')} ${JSON.stringify([check.unapplied, check.journal]).slice(0, 200)}`,
    });
  }
  return found;
};

/** Numbers and bases may have followed a new device id; what was written is the rest. */
const sameContent = (a: WireChange, b: WireChange): boolean => stripped(a) === stripped(b);
const stripped = (change: WireChange): string => contentText({ ...change, mid: 0 }).replaceAll(/"base":\{"(mid|ver)":\d+\}/g, '');

/** What a device shows equals what a new device of the same person fetches. */
export const compareWithFresh = (device: SimDevice, fresh: SimDevice): Violation[] => {
  const heads = (one: SimDevice): string => JSON.stringify(allHeads(one.store.read).map(({ caseId, ver, hash }) => [caseId, ver, hash]));
  const found: Violation[] = [];
  const mine = new Set(allHeads(device.store.read).map(({ caseId }) => caseId));
  const theirs = new Set(allHeads(fresh.store.read).map(({ caseId }) => caseId));
  const extra = [...mine].filter((id) => !theirs.has(id));
  if (extra.length > 0) found.push({ invariant: 'I5', kind: 'leaked', detail: `${device.name} still holds ${extra.join(' ')}` });
  const rows = device.store.read.all<{ id: string }>('SELECT id FROM cases').filter(({ id }) => !theirs.has(id as never));
  if (rows.length > 0 && extra.length === 0)
    found.push({ invariant: 'I5', kind: 'leaked', detail: `${device.name} shows rows of ${rows.map(({ id }) => id).join(' ')}` });
  if (found.length === 0 && heads(device) !== heads(fresh))
    found.push({ invariant: 'I4', kind: 'diverged', detail: `heads of ${device.name}` });
  if (found.length === 0 && contentOf(device.store) !== contentOf(fresh.store))
    found.push({
      invariant: 'I4',
      kind: 'diverged',
      detail: `rows of ${device.name}: ${firstDifference(contentOf(device.store), contentOf(fresh.store))}`,
    });
  return found;
};

const firstDifference = (a: string, b: string): string => {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return `${a.slice(Math.max(0, at - 60), at + 60)} | ${b.slice(Math.max(0, at - 60), at + 60)}`;
};
