import type { Entry } from '../../shared/sync/entry.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import type { Reads, WriteDb } from './handles.ts';
import { isTaken } from './lost-changes.ts';
import { appendReceived, placesOf, type ReceivedEntry } from './journal.ts';

/** One line of a case's list as the hub keeps it. */
export type CaseEntry = ReceivedEntry;

export type CaseHead = { caseId: CaseId; ver: number; hash: string; epoch: string };

const headColumns = 'case_id AS caseId, ver, hash, epoch';

export const allHeads = (db: Reads): CaseHead[] => db.all<CaseHead>(`SELECT ${headColumns} FROM case_heads ORDER BY case_id`);

export const headOf = (db: Reads, caseId: string): CaseHead | undefined =>
  db.get<CaseHead>(`SELECT ${headColumns} FROM case_heads WHERE case_id = ?`, caseId);

export const keepHead = (db: WriteDb, { caseId, ver, hash, epoch }: CaseHead): void =>
  void db.run(
    `INSERT INTO case_heads (case_id, ver, hash, epoch) VALUES (?, ?, ?, ?)
     ON CONFLICT (case_id) DO UPDATE SET ver = excluded.ver, hash = excluded.hash, epoch = excluded.epoch`,
    caseId,
    ver,
    hash,
    epoch,
  );

/**
 * Cases that show only own changes which the hub has taken, and of which no list ever came: they were reassigned before the
 * first pull. Without asking for them they would stay for ever.
 */
export const unlistedCases = (db: Reads): CaseId[] =>
  db
    .all<{ id: CaseId }>(
      `SELECT c.id FROM cases c WHERE NOT EXISTS (SELECT 1 FROM case_heads h WHERE h.case_id = c.id)
         AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.case_id = c.id AND j.origin <> 'hub'
           AND NOT EXISTS (SELECT 1 FROM verdicts v WHERE v.device_id = j.device_id AND v.mid = j.mid)) ORDER BY c.id`,
    )
    .map(({ id }) => id);

/** Lists entries. An own change keeps its place in the journal; one whose content was given back gets it again. Returns their places. */
export const listEntries = (db: WriteDb, caseId: CaseId, entries: readonly CaseEntry[]): number[] => {
  const known = placesOf(
    db,
    entries.map(({ change }) => change.changeId),
  );
  const fresh = entries.filter(({ change }) => !known.has(change.changeId));
  let next = appendReceived(db, fresh);
  const places = entries.map((entry) => {
    const place = known.get(entry.change.changeId);
    if (!place) return next++;
    if (place.origin === 'gone') {
      db.run(`UPDATE journal SET ops = ?, origin = 'back' WHERE seq = ?`, JSON.stringify(entry.change.ops), place.seq);
      keepListedVerdict(db, place.seq, entry);
    }
    listOwn(db, { caseId, seq: place.seq, entry });
    return place.seq;
  });
  if (known.size > 0) mendVerdicts(db, caseId);
  return places;
};

type Listed = { caseId: CaseId; seq: number; entry: CaseEntry };

/** Listed once: a second place of the same change would be damage, and nothing of the reply is kept. */
const listOwn = (db: WriteDb, { caseId, seq, entry: { ver, derived } }: Listed): void => {
  const listed = db.run(
    'UPDATE journal SET ver = ?, derived = ? WHERE seq = ? AND case_id = ? AND ver IS NULL',
    ver,
    JSON.stringify(derived),
    seq,
    caseId,
  );
  if (listed !== 1) throw new Error(`journal entry ${seq} is listed already`);
};

/**
 * What was given back and then proved uncertain lost its verdict, and nobody asks about the numbers of an earlier id: where it comes
 * back, the list itself says what the hub did with it. Without a verdict it would neither go with its case nor be missed when a
 * restored hub no longer lists it. Source: SPEC [SY-54].
 */
const keepListedVerdict = (db: WriteDb, seq: number, { ver, derived }: CaseEntry): void => {
  const { code, facts } = listedAs(derived);
  db.run(
    `INSERT OR IGNORE INTO verdicts (device_id, mid, case_id, code, ver, facts, received_at)
     SELECT j.device_id, j.mid, j.case_id, ?, ?, ?, ? FROM journal j JOIN devices d ON d.device_id = j.device_id
     WHERE j.seq = ? AND d.retired_at IS NOT NULL`,
    code,
    ver,
    facts,
    (derived as Pick<Entry, 'receivedAt'>).receivedAt,
    seq,
  );
};

/**
 * What the list of a case names was taken in, also where another history refused it, kept it for the handler or let it drop. Else it
 * would be told as not delivered, and not be missed when a hub loses it the next time. Source: SPEC [SY-54].
 */
export const mendVerdicts = (db: WriteDb, caseId: CaseId): void => {
  const notAccepted = db.all<{ deviceId: string; mid: number; taken: 0 | 1; ver: number; derived: string }>(
    `SELECT v.device_id AS deviceId, v.mid, ${isTaken} AS taken, j.ver, j.derived FROM verdicts v JOIN journal j ON j.device_id = v.device_id AND j.mid = v.mid
     WHERE v.case_id = ? AND v.code IN ('refused', 'conflict', 'quarantined') AND j.origin <> 'hub' AND j.ver IS NOT NULL`,
    caseId,
  );
  for (const { deviceId, mid, taken, ver, derived } of notAccepted) {
    const { code, facts } = listedAs(JSON.parse(derived) as object);
    if (taken === 1 && code === 'quarantined') continue;
    db.run('UPDATE verdicts SET code = ?, ver = ?, facts = ? WHERE device_id = ? AND mid = ?', code, ver, facts, deviceId, mid);
  }
};

/** What the hub did with a change that it lists: late, on a handler's word after it waited, or simply taken in. */
const listedAs = (derived: object): { code: 'quarantined' | 'late' | 'accepted'; facts: string } => {
  const { flags } = derived as Pick<Entry, 'flags'>;
  if (flags.takenBy !== undefined) return { code: 'quarantined', facts: JSON.stringify({ outcome: 'taken' }) };
  return { code: flags.late ? 'late' : 'accepted', facts: '{}' };
};

/** Which change stands at which version of a case's list. */
export const versionsOf = (db: Reads, caseId: CaseId): Map<number, string> =>
  new Map(
    db
      .all<{ ver: number; changeId: string }>(
        'SELECT ver, change_id AS changeId FROM journal WHERE case_id = ? AND ver IS NOT NULL',
        caseId,
      )
      .map(({ ver, changeId }) => [ver, changeId]),
  );

/** Forgets the hub's list of a case: entries of others go, own ones stay in the journal. */
export const unlistCase = (db: WriteDb, caseId: CaseId): void => {
  db.run('DELETE FROM case_heads WHERE case_id = ?', caseId);
  db.run(`DELETE FROM journal WHERE case_id = ? AND origin = 'hub'`, caseId);
  db.run('UPDATE journal SET ver = NULL, derived = NULL WHERE case_id = ? AND ver IS NOT NULL', caseId);
};
