import { keyOf } from '../../shared/sync/case-view.ts';
import { emptyHead, linkHash, type CaseScope, type Entry, type EntryFlags } from '../../shared/sync/entry.ts';
import type { Judgement } from '../../shared/sync/judge.ts';
import type { Verdict } from '../../shared/sync/verdict.ts';
import { contentText, opsTextOf, type WireChange } from '../../shared/sync/wire-change.ts';
import { addEntries, addScopes, saveHeads, saveRows, type NewScope, type StoredEntry, type StoredRow } from '../db/case-rows.ts';
import { addVerdicts, type NewVerdict } from '../db/device-rows.ts';
import { addQuarantined, type NewQuarantine } from '../db/quarantine-rows.ts';
import type { SqlTx } from '../db/sql.ts';
import type { LoadedCases } from './loaded-cases.ts';
import { sha256 } from './sha256.ts';

/** What a transaction has still to write; filled change by change, written in a few statements. */
export type Batch = {
  loaded: LoadedCases;
  now: string;
  /** Cases whose list has grown. */
  moved: Set<string>;
  entries: StoredEntry[];
  rows: Map<string, StoredRow>;
  scopes: NewScope[];
  verdicts: NewVerdict[];
  quarantined: NewQuarantine[];
  /** Scopes in which something moved, before and after: whoever sees the case is told. */
  touched: CaseScope[];
};

export const newBatch = (loaded: LoadedCases, now: string): Batch => ({
  loaded,
  now,
  moved: new Set(),
  entries: [],
  rows: new Map(),
  scopes: [],
  verdicts: [],
  quarantined: [],
  touched: [],
});

type Accepted = Extract<Judgement, { verdict: 'accepted' | 'late' }>;
type Author = { deviceId: string; personId: string; takenBy?: string };

/** A change as text: its operations alone, and the whole it is known by. Made once for all that needs it. */
export type ChangeTexts = { ops: string; content: string };

export const textsOf = (change: WireChange): ChangeTexts => {
  const ops = opsTextOf(change);
  return { ops, content: contentText(change, ops) };
};

type Entering = { judgement: Accepted; author: Author; texts?: ChangeTexts };

/** Puts an accepted change at the end of its case and moves the loaded case on. Returns the version. */
export const enterChange = (batch: Batch, change: WireChange, { judgement, author, texts = textsOf(change) }: Entering): number => {
  const { loaded, now } = batch;
  const before = loaded.heads.get(change.caseId);
  const scope = judgement.scope ?? ({ branchId: before?.branchId ?? null, ownerId: before?.ownerId ?? null } as CaseScope);
  const bare: Omit<Entry, 'hash'> = {
    ver: (before?.ver ?? emptyHead.ver) + 1,
    deviceId: author.deviceId as Entry['deviceId'],
    byPersonId: author.personId as Entry['byPersonId'],
    receivedAt: now,
    change,
    flags: flagsOf(judgement, author),
  };
  const { ver } = bare;
  const hash = linkHash(before?.hash ?? emptyHead.hash, bare, { sha256, content: texts.content });
  const { caseId, changeId, mid } = change;
  batch.entries.push({ caseId, ver, changeId, deviceId: author.deviceId, mid, hash, body: entryText({ ...bare, hash }, texts.ops) });
  for (const row of judgement.rows) keep(batch, { caseId, row });
  if (judgement.scope) batch.scopes.push({ caseId, ver, at: now, ...judgement.scope });
  if (before) batch.touched.push({ branchId: before.branchId, ownerId: before.ownerId } as CaseScope);
  batch.touched.push(scope);
  loaded.heads.set(caseId, { caseId, ver, hash, ...scope, ...closing(batch, caseId, before?.closedAt ?? null), movedAt: now });
  loaded.usedChangeIds.add(changeId);
  batch.moved.add(caseId);
  return ver;
};

const flagsOf = ({ verdict, scope }: Accepted, { takenBy }: Author): EntryFlags => ({
  ...(verdict === 'late' && { late: true }),
  ...(takenBy !== undefined && { takenBy: takenBy as never }),
  ...(scope && { scope }),
});

/** The JSON of an entry around the text of its operations. */
const entryText = ({ change, flags, hash, ...front }: Entry, opsText: string): string => {
  const { ops: _ops, ...envelope } = change;
  const changeText = `${JSON.stringify(envelope).slice(0, -1)},"ops":${opsText}}`;
  return `${JSON.stringify(front).slice(0, -1)},"change":${changeText},"flags":${JSON.stringify(flags)},"hash":"${hash}"}`;
};

const keep = (batch: Batch, stored: StoredRow): void => {
  const key = keyOf(stored.row.entity, stored.row.id);
  batch.loaded.rows.set(key, stored);
  batch.rows.set(key, stored);
};

const closing = (
  { loaded, now }: Batch,
  caseId: string,
  closedAt: string | null,
): { state: 'open' | 'closed'; closedAt: string | null } => {
  const closed = loaded.rows.get(keyOf('case', caseId))?.row.fields['state'] === 'closed';
  return closed ? { state: 'closed', closedAt: closedAt ?? now } : { state: 'open', closedAt: null };
};

type Answered = { deviceId: string; change: WireChange; contentHash: string; verdict: Verdict };

/** Stores a verdict. What did not go in is kept whole beside it, so that the device may let go of the case and nothing is gone. */
export const answer = (batch: Batch, { deviceId, change, contentHash, verdict }: Answered): void => {
  const isIn = 'ver' in verdict;
  const changeText = isIn ? null : JSON.stringify(change);
  batch.verdicts.push({
    deviceId,
    caseId: change.caseId,
    changeId: isIn ? null : change.changeId,
    contentHash,
    verdict,
    changeText,
    at: batch.now,
  });
  batch.loaded.verByMid.set(verdict.mid, isIn ? verdict.ver : null);
};

/**
 * What was said about this very change before, under another number: a file that was copied or restored brings it again. It
 * counts once, and the handler decides on it once. Source: SPEC [SY-31].
 */
export const verdictBefore = ({ loaded }: Batch, { changeId, mid }: WireChange): Verdict | null => {
  if (loaded.usedChangeIds.has(changeId)) return { mid, verdict: 'refused', code: 'row-exists', facts: { entity: 'change', id: changeId } };
  const said = loaded.saidBefore.get(changeId);
  return said ? { ...said, mid } : null;
};

/** Entries, rows and verdicts so far. They are on their way to the store while the next changes are judged. */
export const writePart = async (tx: SqlTx, batch: Batch): Promise<void> => {
  await addParts(tx, batch);
  await tx.sendOff();
};

export const writeBatch = async (tx: SqlTx, batch: Batch): Promise<void> => {
  await addParts(tx, batch);
  await addScopes(tx, batch.scopes);
  await saveHeads(
    tx,
    [...batch.loaded.heads.values()].filter(({ caseId }) => batch.moved.has(caseId)),
  );
  await addQuarantined(tx, batch.quarantined);
};

const addParts = async (tx: SqlTx, batch: Batch): Promise<void> => {
  await addEntries(tx, batch.entries.splice(0));
  await saveRows(tx, [...batch.rows.values()]);
  batch.rows.clear();
  await addVerdicts(tx, batch.verdicts.splice(0));
};
