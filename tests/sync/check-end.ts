import type { Store } from '../../electron/db/open.ts';
import { allHeads } from '../../electron/db/case-entry-rows.ts';
import { entryOfChange } from '../../electron/db/journal.ts';
import { lostChanges } from '../../electron/db/lost-changes.ts';
import { wireChangeOf } from '../../electron/db/sync-outbox.ts';
import { waitingCount } from '../../electron/db/verdict-rows.ts';
import { columnName } from '../../shared/sync/entity.ts';
import { entities } from '../../shared/sync/entities.ts';
import { contentText, type WireChange } from '../../shared/sync/wire-change.ts';
import { checkFiles } from './check-files.ts';
import { checkLists, hubEntries, knownOf, type HubEntry } from './check-lists.ts';
import { signIn } from './happenings.ts';
import { isRefusal, liveOf, minute, personOf, type Person, type Run } from './run.ts';
import { leftBehind } from './settle.ts';
import type { SimDevice } from './sim-device.ts';
import type { SimHub } from './sim-hub.ts';
import type { Violation } from './violation.ts';

/** Everything that must hold when all has come to rest. */
export const checkEnd = async (run: Run, until: (time: number) => Promise<void>): Promise<void> => {
  const entries = await hubEntries(run.hub);
  const byId = new Map(entries.map((one) => [one.changeId, one]));
  const kept = await run.hub.changesKept();
  const said = await verdictsSaid(run.hub);
  run.violations.push(...checkLists(entries, await knownOf(run)));
  for (const device of run.devices) {
    const context = { run, device, entries: byId, kept, said };
    run.violations.push(...(device.forgotten ? checkWiped(context) : checkDevice(context)));
  }
  const twice = await run.hub.query<{ id: string }>('SELECT change_id AS id FROM quarantine GROUP BY change_id HAVING count(*) > 1');
  for (const { id } of twice) run.violations.push({ invariant: 'I2', kind: 'lost', detail: `${id} waits twice for the handler` });
  const standing = await run.hub.query<{ id: string }>('SELECT device_id AS id FROM devices WHERE revoked_at IS NULL');
  for (const { id } of standing.filter(({ id }) => run.revoked.has(id)))
    run.violations.push({ invariant: 'SY-39', kind: 'leaked', detail: `the revocation of ${id} was answered and is gone` });
  run.violations.push(...(await checkFiles(run)));
  await compareAll(run, until);
};

/** A new device of each person fetches everything; the others stand still meanwhile. */
const compareAll = async (run: Run, until: (time: number) => Promise<void>): Promise<void> => {
  const live = liveOf(run);
  for (const device of live) device.kill();
  const fresh = new Map<Person, SimDevice>();
  for (const person of new Set(live.map((device) => personOf(run, device)))) {
    const device = run.add(person, `fresh-${person}`);
    fresh.set(person, device);
    await signIn(run, device);
  }
  for (let seconds = 0; seconds < 60 && [...fresh.values()].some(({ runner }) => runner?.state().phase !== 'idle'); seconds += 1)
    await until(run.queue.now() + minute / 60);
  for (const device of live) run.violations.push(...compareWithFresh(device, fresh.get(personOf(run, device))!));
};

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

type Context = {
  run: Run;
  device: SimDevice;
  entries: ReadonlyMap<string, HubEntry>;
  kept: ReadonlySet<string>;
  said: ReadonlyMap<string, string>;
};

/** What the hub has said about each change. One that it had already under another number counts as taken in. */
const verdictsSaid = async (hub: SimHub): Promise<Map<string, string>> => {
  const rows = await hub.query<{ deviceId: string; mid: number; changeId: string | null; verdict: string; body: string }>(
    'SELECT device_id AS "deviceId", mid, change_id AS "changeId", verdict, body FROM verdicts',
  );
  const wordOf = (verdict: string, body: string): string => {
    const { code, facts } = JSON.parse(body) as { code?: string; facts?: { entity?: string } };
    return verdict === 'refused' && code === 'row-exists' && facts?.entity === 'change' ? 'accepted' : verdict;
  };
  return new Map(rows.map(({ deviceId, mid, changeId, verdict, body }) => [`${deviceId} ${mid} ${changeId}`, wordOf(verdict, body)]));
};

/** The hub refused the change and, put back to another history, refuses it there for another reason: what was heard stays true. */
const hasOwnReason = (
  { refused }: Run,
  { deviceId, mid }: { deviceId: string; mid: number | null },
  { verdict, word }: { verdict: string; word: string },
): boolean => isRefusal(verdict) && isRefusal(word) && refused.has(`${deviceId} ${mid} ${verdict}`);

/** What is in the list was taken in, at once or by a handler's word, and is told so. */
const isOfListed = (
  { verdict, outcome }: { verdict: string; outcome?: string | null | undefined },
  { entry: { flags } }: HubEntry,
): boolean =>
  verdict === 'accepted' || verdict === 'late' || (flags.takenBy !== undefined && verdict === 'quarantined' && outcome === 'taken');

/** [I3] What a revoked device had is at the hub. */
const checkWiped = ({ run: { made, excused }, device, entries, kept }: Context): Violation[] =>
  [...made.values()]
    .filter(({ by, changeId }) => by === device.name && !entries.has(changeId) && !kept.has(changeId) && !excused.has(changeId))
    .map(({ changeId, kind }) => ({ invariant: 'I3', kind: 'lost', detail: `${device.name} was wiped with ${changeId} ${kind}` }));

/** One live device after everything has come to rest. */
const checkDevice = ({ run, device, entries, kept, said }: Context): Violation[] => {
  const { made, excused } = run;
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
  const listedHere = new Set<string>(allHeads(read).map(({ caseId }) => caseId));
  for (const [changeId, one] of made) {
    if (one.by !== name || excused.has(changeId)) continue;
    const row = entryOfChange(read, changeId);
    if (!row) {
      if (!entries.has(changeId) && !kept.has(changeId))
        found.push({ invariant: 'I3', kind: 'lost', detail: `${name} made ${changeId} (${one.kind}) and it is nowhere` });
      continue;
    }
    const { verdict, outcome } =
      read.get<{ verdict: string; outcome: string | null }>(
        `SELECT code AS verdict, json_extract(facts, '$.outcome') AS outcome FROM verdicts WHERE device_id = ? AND mid = ?`,
        row.deviceId,
        row.mid,
      ) ?? {};
    const word = said.get(`${row.deviceId} ${row.mid} ${changeId}`);
    const listed = entries.get(changeId);
    if (verdict !== undefined && listed && listedHere.has(row.caseId ?? '')) {
      if (!isOfListed({ verdict, outcome }, listed))
        found.push({ invariant: 'I6', kind: 'lost', detail: `${name}: ${changeId} is in the list and the device says ${verdict}` });
    } else if (verdict !== undefined && word !== undefined && verdict !== word && !hasOwnReason(run, row, { verdict, word })) {
      found.push({ invariant: 'I6', kind: 'lost', detail: `${name}: the hub said ${word} of ${changeId}, the device says ${verdict}` });
    }
    if ((verdict === 'accepted' || verdict === 'late') && !listed)
      found.push({ invariant: 'I1', kind: 'lost', detail: `${name}: ${verdict} ${changeId} ${one.kind} is not at the hub` });
    if (verdict === 'quarantined' && !kept.has(changeId))
      found.push({ invariant: 'I3', kind: 'lost', detail: `${name}: ${changeId} ${one.kind} waits for a handler who has not got it` });
    if (!listed && !kept.has(changeId) && row.origin === 'gone')
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
  const [lost] = lostChanges(read);
  if (lost) found.push({ invariant: 'I1', kind: 'lost', detail: `${name}: no list names ${lost.deviceId} ${lost.mid}` });
  if (leftBehind(store) > 0)
    found.push({ invariant: 'I5', kind: 'leaked', detail: `${name} still has the content of a case it gave back` });
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
const compareWithFresh = (device: SimDevice, fresh: SimDevice): Violation[] => {
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
  if (found.length === 0 && derivedOf(device) !== derivedOf(fresh))
    found.push({ invariant: 'I4', kind: 'diverged', detail: `what the hub derived, as ${device.name} has it` });
  if (found.length === 0 && contentOf(device.store) !== contentOf(fresh.store))
    found.push({
      invariant: 'I4',
      kind: 'diverged',
      detail: `rows of ${device.name}: ${firstDifference(contentOf(device.store), contentOf(fresh.store))}`,
    });
  return found;
};

const derivedOf = ({ store }: SimDevice): string =>
  JSON.stringify(store.read.all('SELECT case_id, ver, derived FROM journal WHERE ver IS NOT NULL ORDER BY case_id, ver'));

const firstDifference = (a: string, b: string): string => {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return `${a.slice(Math.max(0, at - 60), at + 60)} | ${b.slice(Math.max(0, at - 60), at + 60)}`;
};
