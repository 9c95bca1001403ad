import type { CaseId } from '../../shared/kernel/ids.ts';
import type { Evict } from '../../shared/sync/pull-messages.ts';
import { headOf, unlistCase } from './case-entry-rows.ts';
import { leaveUnsent, ownContentOf } from './content-rows.ts';
import type { Reads, WriteDb } from './handles.ts';
import { activeDevice } from './journal.ts';
import { clearCase } from './projection-tables.ts';
import { keepState, readState } from './sync-state.ts';

/**
 * Takes a case off this device: rows, what is computed from them, drafts, the hub's list. What the hub has not taken over for
 * good stays in the journal, so that nothing is lost; it goes when `forgetHandedOver` finds it safe. Source: SPEC [SY-47].
 */
export const evictCase = (db: WriteDb, { caseId, reason, late, waiting }: Evict, at: string): void => {
  const known = db.get<{ reportNumber: string }>('SELECT report_number AS reportNumber FROM cases WHERE id = ?', caseId);
  if (readState(db, 'hub') !== null) leaveUnsent(db, caseId, readState(db, 'progress')?.epoch ?? '');
  dropContentOf(db, caseId);
  forgetVerdictValues(db, caseId);
  clearCase(db, caseId);
  db.run('DELETE FROM drafts WHERE case_id = ?', caseId);
  db.run('DELETE FROM case_visits WHERE case_id = ?', caseId);
  rememberList(db, caseId);
  unlistCase(db, caseId);
  db.run(
    `INSERT INTO handed_over (case_id, report_number, reason, late, waiting, mid, released, at) VALUES (?, ?, ?, ?, ?, ?, 0, ?)
     ON CONFLICT (case_id) DO UPDATE SET reason = excluded.reason, late = excluded.late, waiting = excluded.waiting`,
    caseId,
    known?.reportNumber ?? '',
    reason,
    late,
    waiting,
    activeDevice(db)?.lastMid ?? 0,
    at,
  );
};

/** What waits here rests on versions of a list that is about to be forgotten: in another epoch they name other changes. */
const rememberList = (db: WriteDb, caseId: CaseId): void => {
  const head = headOf(db, caseId);
  const waits = `SELECT 1 FROM journal j WHERE j.case_id = ? AND j.origin IN ('here', 'back')
    AND NOT EXISTS (SELECT 1 FROM verdicts v WHERE v.device_id = j.device_id AND v.mid = j.mid) LIMIT 1`;
  if (head && db.get(waits, caseId)) keepState(db, 'letGo', { ...readState(db, 'letGo'), [caseId]: head.epoch });
};

/** What others wrote goes with the case; what was settled in it stays settled, although the row that says so goes, too. */
const forgetVerdictValues = (db: WriteDb, caseId: CaseId): void => {
  db.run(
    `UPDATE verdicts SET facts = json_set(facts, '$.outcome', 'settled') WHERE case_id = ? AND (device_id, mid) IN (
       SELECT j.device_id, j.mid FROM journal j JOIN resolutions r ON r.case_id = j.case_id AND r.change_id = j.change_id
       WHERE j.case_id = ?)`,
    caseId,
    caseId,
  );
  db.run(`UPDATE verdicts SET facts = json_remove(facts, '$.fields') WHERE case_id = ?`, caseId);
};

const contentSql = (where: string): string =>
  `SELECT sha256 FROM attachments WHERE ${where}
   UNION SELECT thumbnail_sha256 FROM attachments WHERE thumbnail_sha256 IS NOT NULL AND ${where}
   UNION SELECT sha256 FROM documents WHERE ${where}`;

/**
 * Files lie in a database of their own: they are named here in the same transaction and dropped right after it, also those of
 * changes that were not taken in. What the hub still lacks stays until it has arrived there.
 */
const dropContentOf = (db: WriteDb, caseId: CaseId): void =>
  void db.run(
    `INSERT OR IGNORE INTO dropped_content (sha256)
     SELECT sha256 FROM (${contentSql('case_id = ?')} UNION SELECT sha256 FROM (${ownContentOf('j.case_id = ?')}))
     WHERE sha256 NOT IN (${contentSql('case_id <> ?')}) AND sha256 NOT IN (SELECT sha256 FROM content_left)`,
    ...Array.from({ length: 7 }, () => caseId),
  );

/**
 * Forgets the content of own changes of handed-over cases once the hub has them for good: a verdict, and a number that
 * survives a fail-over. What an earlier id of this file left behind was certain when it was left. The number, the kind and the verdict stay, so that every change is still accounted for.
 */
export const forgetHandedOver = (db: WriteDb, deviceId: string, stable: number): number => {
  // Asked after every reply, and nearly always nothing was handed over: the journal is not walked for that.
  if (!db.get('SELECT 1 FROM handed_over LIMIT 1')) return 0;
  return db.run(
    `UPDATE journal SET ops = '[]', origin = 'gone' WHERE (device_id <> ? OR mid <= ?) AND origin IN ('here', 'back')
       AND case_id IN (SELECT case_id FROM handed_over)
       AND EXISTS (SELECT 1 FROM verdicts v WHERE v.device_id = journal.device_id AND v.mid = journal.mid)`,
    deviceId,
    stable,
  );
};

/** Files to be dropped from the second database. */
export const droppedContent = (db: Reads): string[] =>
  db.all<{ sha256: string }>('SELECT sha256 FROM dropped_content ORDER BY sha256').map(({ sha256 }) => sha256);

export const keepDropped = (db: WriteDb, sha256s: readonly string[]): void => {
  for (const sha256 of sha256s) db.run('DELETE FROM dropped_content WHERE sha256 = ?', sha256);
};

/** The search index keeps dropped words until its parts are merged; a handed-over case must leave none behind. */
export const purgeSearch = (db: WriteDb): void => {
  for (const table of ['search_names', 'search_texts']) db.run(`INSERT INTO ${table} (${table}) VALUES ('optimize')`);
};

/** Cases let go of that the hub has not been told about; only once all that was made in them has its verdict. */
export const unreleased = (db: Reads, judged: number): { caseId: CaseId; mid: number }[] =>
  db.all<{ caseId: CaseId; mid: number }>(
    'SELECT case_id AS caseId, mid FROM handed_over WHERE released = 0 AND mid <= ? ORDER BY case_id LIMIT 5000',
    judged,
  );

export const keepReleased = (db: WriteDb, caseIds: readonly string[]): void => {
  for (const caseId of caseIds) db.run('UPDATE handed_over SET released = 1 WHERE case_id = ?', caseId);
};
