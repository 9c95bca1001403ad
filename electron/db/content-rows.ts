import type { CaseId } from '../../shared/kernel/ids.ts';
import type { blobLanes } from '../../shared/sync/attachment-messages.ts';
import type { Reads, WriteDb } from './handles.ts';

export type ContentLane = (typeof blobLanes)[number];

/** One piece of content that the hub is not known to have: the small picture or the original of an attachment. */
export type Unsent = { caseId: CaseId; attachmentId: string; lane: ContentLane; sha256: string };

/** Photos, scans and sound with their small pictures, and printed papers as they were served. */
const contentOf = (where: string): string => `
  SELECT case_id, id, 'thumbnail' AS lane, thumbnail_sha256 AS sha256, at, made_seq FROM attachments
  WHERE thumbnail_sha256 IS NOT NULL AND ${where}
  UNION ALL SELECT case_id, id, 'original', sha256, at, made_seq FROM attachments WHERE ${where}
  UNION ALL SELECT case_id, id, 'original', sha256, at, made_seq FROM documents WHERE ${where}`;

/** Content that own changes name, told from the journal: what waits for the handler or was not taken has no row in the tables. */
export const ownContentOf = (where: string): string => `
  SELECT j.case_id, json_extract(o.value, '$.id') AS id, iif(f.key = 'sha256', 'original', 'thumbnail') AS lane, f.value AS sha256
  FROM journal j, json_each(j.ops) o, json_each(o.value, '$.fields') f
  WHERE j.origin <> 'hub' AND json_extract(o.value, '$.op') = 'insert' AND json_extract(o.value, '$.entity') IN ('attachment', 'document')
    AND f.key IN ('sha256', 'thumbnailSha256') AND f.type = 'text' AND ${where}`;

/**
 * Content is sent after the line that names it: the hub takes nothing that no row of the case promises, and a list counts only in
 * the epoch in which it was found as the hub has it. Of a handed-over case the rows are gone here; its content goes once the hub
 * has judged everything of it that is still to be sent. What was given back is not: where a hub has lost it, no verdict comes any
 * more. Source: SPEC [SY-60].
 */
const named = `(EXISTS (SELECT 1 FROM journal e JOIN case_heads h ON h.case_id = e.case_id WHERE e.ver IS NOT NULL AND e.seq = c.made_seq AND h.epoch = ?)
  OR EXISTS (
  SELECT 1 FROM journal j JOIN verdicts v ON v.device_id = j.device_id AND v.mid = j.mid
  WHERE j.seq = c.made_seq AND v.code IN ('accepted', 'late', 'quarantined')))`;

const pieces = `
  SELECT c.case_id AS caseId, c.id AS attachmentId, c.lane, c.sha256, c.at, c.made_seq AS madeSeq FROM (${contentOf('1')}) c WHERE ${named}
  UNION ALL
  SELECT l.case_id, l.attachment_id, l.lane, l.sha256, '', NULL FROM content_left l WHERE NOT EXISTS (
    SELECT 1 FROM journal j WHERE j.case_id = l.case_id AND j.mid IS NOT NULL AND j.origin NOT IN ('hub', 'gone')
      AND NOT EXISTS (SELECT 1 FROM verdicts v WHERE v.device_id = j.device_id AND v.mid = j.mid))`;

/** Small pictures first, then originals, oldest first within a lane; what waits of handed-over cases goes before both. */
const unsentSql = (where: string): string => `SELECT caseId, attachmentId, lane, sha256 FROM (${pieces}) p
  WHERE NOT EXISTS (SELECT 1 FROM content_sent s WHERE s.case_id = p.caseId AND s.sha256 = p.sha256 AND s.epoch = ?)
    AND NOT EXISTS (SELECT 1 FROM content_refused r WHERE r.case_id = p.caseId AND r.sha256 = p.sha256) AND ${where}
  ORDER BY lane DESC, at, attachmentId`;

/** Everything the hub is not known to have in this epoch; whether it is on this device, the store of files says. */
export const unsentContent = (db: Reads, epoch: string): Unsent[] => db.all<Unsent>(unsentSql('1'), epoch, epoch);

const isOwn = `(p.madeSeq IS NULL OR EXISTS (SELECT 1 FROM journal j WHERE j.seq = p.madeSeq AND j.origin <> 'hub'))`;

/** Of it, what was made here: a revoked device delivers nothing else. Source: SPEC [SY-58]. */
export const unsentOwnContent = (db: Reads, epoch: string): Unsent[] => db.all<Unsent>(unsentSql(isOwn), epoch, epoch);

const leave = (db: WriteDb, { where, values, epoch }: { where: string; values: readonly (string | number)[]; epoch: string }): number =>
  db.run(
    `INSERT OR IGNORE INTO content_left (case_id, sha256, attachment_id, lane)
     SELECT c.case_id, c.sha256, c.id, c.lane FROM (${ownContentOf(where)}) c
     WHERE NOT EXISTS (SELECT 1 FROM content_sent s WHERE s.case_id = c.case_id AND s.sha256 = c.sha256 AND s.epoch = ?)`,
    ...values,
    epoch,
  );

/** A change waits for the handler: its rows leave the tables, and its files still have to arrive. Source: SPEC [SY-61]. */
export const leaveQuarantined = (db: WriteDb, { deviceId, mid, epoch }: { deviceId: string; mid: number; epoch: string }): number =>
  leave(db, { where: 'j.device_id = ? AND j.mid = ?', values: [deviceId, mid], epoch });

/**
 * In a new epoch the files of what waits are offered once more, too: the hub may have been put back to before they came. What it
 * refused in another history it may be waiting for in this one. Source: SPEC [SY-50], [SY-62].
 */
export const offerAgain = (db: WriteDb, epoch: string): void => {
  const waits = `EXISTS (SELECT 1 FROM verdicts v WHERE v.device_id = j.device_id AND v.mid = j.mid AND v.code = 'quarantined')`;
  leave(db, { where: waits, values: [], epoch });
  retryRefused(db);
};

export const markSent = (db: WriteDb, { caseId, sha256 }: Pick<Unsent, 'caseId' | 'sha256'>, epoch: string): void => {
  db.run(
    `INSERT INTO content_sent (case_id, sha256, epoch) VALUES (?, ?, ?)
     ON CONFLICT (case_id, sha256) DO UPDATE SET epoch = excluded.epoch`,
    caseId,
    sha256,
    epoch,
  );
  dropLeft(db, caseId, sha256);
};

/**
 * The hub will not take it: the reason stays visible at the attachment, and nothing behind it waits. Of a case that has gone there
 * is nothing to show it at: what nobody will ever take goes, too. While the change that names it is still to be found here, the hub
 * may have lost its line without this device knowing yet, and asks for both once more. Source: SPEC [SY-62].
 */
export const markRefused = (
  db: WriteDb,
  { caseId, sha256 }: Pick<Unsent, 'caseId' | 'sha256'>,
  refusal: { code: string; at: string },
): void => {
  const isHere = db.get('SELECT 1 FROM cases WHERE id = ?', caseId) !== undefined || isNamedHere(db, caseId, sha256);
  if (!isHere) return dropLeft(db, caseId, sha256);
  db.run(
    'INSERT OR REPLACE INTO content_refused (case_id, sha256, code, at) VALUES (?, ?, ?, ?)',
    caseId,
    sha256,
    refusal.code,
    refusal.at,
  );
};

const isNamedHere = (db: Reads, caseId: CaseId, sha256: string): boolean =>
  db.get(`SELECT 1 FROM (${ownContentOf('j.case_id = ?')}) o WHERE o.sha256 = ?`, caseId, sha256) !== undefined;

/** Changes of handed-over cases were given back: what the hub had refused of their files is nobody's any more. */
export const dropRefusedLeft = (db: WriteDb): void => {
  const refused = db.all<Pick<Unsent, 'caseId' | 'sha256'>>(
    `SELECT l.case_id AS caseId, l.sha256 FROM content_left l JOIN content_refused r ON r.case_id = l.case_id AND r.sha256 = l.sha256
     WHERE NOT EXISTS (SELECT 1 FROM cases k WHERE k.id = l.case_id)`,
  );
  for (const { caseId, sha256 } of refused.filter((one) => !isNamedHere(db, one.caseId, one.sha256))) {
    db.run('DELETE FROM content_refused WHERE case_id = ? AND sha256 = ?', caseId, sha256);
    dropLeft(db, caseId, sha256);
  }
};

/** Tries again what was refused. */
export const retryRefused = (db: WriteDb): number => db.run('DELETE FROM content_refused');

/**
 * A change the hub has just taken in may promise what it refused a moment ago, when it had lost the line and this device did not
 * know that yet. Source: SPEC [SY-62].
 */
export const retryRejected = (db: WriteDb, caseIds: readonly CaseId[]): number =>
  db.run(`DELETE FROM content_refused WHERE code = 'rejected' AND case_id IN (SELECT value FROM json_each(?))`, JSON.stringify(caseIds));

export type Refused = { caseId: CaseId; sha256: string; code: string; at: string };

/** Of a case that has gone there is nothing to show it at. */
export const refusedContent = (db: Reads): Refused[] =>
  db.all<Refused>(
    `SELECT case_id AS caseId, sha256, code, at FROM content_refused r WHERE EXISTS (SELECT 1 FROM cases k WHERE k.id = r.case_id) ORDER BY at`,
  );

/**
 * A case goes, but its unsent files must still arrive: they stay as encrypted bytes without any row, until the hub has them. What
 * arrived in a former epoch is asked for once more: the hub may have been put back to before it came. Files
 * of own changes that were not taken in stay as long as these are here: a hub of another epoch may take them. Called before the rows go.
 * Source: SPEC [SY-47], [SY-50], [SY-62].
 */
export const leaveUnsent = (db: WriteDb, caseId: CaseId, epoch: string): void => {
  db.run(
    `INSERT OR IGNORE INTO content_left (case_id, sha256, attachment_id, lane)
     SELECT c.case_id, c.sha256, c.id, c.lane FROM (${contentOf('case_id = ?')}) c
     WHERE NOT EXISTS (SELECT 1 FROM content_sent s WHERE s.case_id = c.case_id AND s.sha256 = c.sha256 AND s.epoch = ?)`,
    caseId,
    caseId,
    caseId,
    epoch,
  );
  leave(db, { where: `j.case_id = ? AND j.origin IN ('here', 'back')`, values: [caseId], epoch });
  db.run('DELETE FROM content_sent WHERE case_id = ?', caseId);
};

/** Nothing refers to it any more: it is dropped like all content of a handed-over case. While the case is here, it stays with it. */
export const dropLeft = (db: WriteDb, caseId: CaseId, sha256: string): void => {
  const left = db.run('DELETE FROM content_left WHERE case_id = ? AND sha256 = ?', caseId, sha256);
  if (left === 0) return;
  db.run(
    `INSERT OR IGNORE INTO dropped_content (sha256) SELECT w.sha256 FROM (SELECT ? AS sha256) w
     WHERE NOT EXISTS (SELECT 1 FROM content_left l WHERE l.sha256 = w.sha256)
     AND NOT EXISTS (SELECT 1 FROM attachments a WHERE a.sha256 = w.sha256 OR a.thumbnail_sha256 = w.sha256)
     AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.sha256 = w.sha256)
     AND NOT EXISTS (SELECT 1 FROM cases k JOIN (${ownContentOf('j.case_id = ?')}) o ON o.case_id = k.id WHERE o.sha256 = w.sha256)`,
    sha256,
    caseId,
  );
};

/** One piece of content as the rows name it, with what the hub has said about it. */
export type Piece = Unsent & { sent: boolean; refused: boolean };

const knownSql = (where: string): string => `
  SELECT c.case_id AS caseId, c.id AS attachmentId, c.lane, c.sha256,
    EXISTS (SELECT 1 FROM content_sent s WHERE s.case_id = c.case_id AND s.sha256 = c.sha256) AS sent,
    EXISTS (SELECT 1 FROM content_refused r WHERE r.case_id = c.case_id AND r.sha256 = c.sha256) AS refused
  FROM (${contentOf(where)}) c`;

type RawPiece = Unsent & { sent: 0 | 1; refused: 0 | 1 };
const pieceOf = ({ sent, refused, ...rest }: RawPiece): Piece => ({ ...rest, sent: sent === 1, refused: refused === 1 });

export const contentPieces = (db: Reads, caseId: string): Piece[] =>
  db.all<RawPiece>(knownSql('case_id = ?'), caseId, caseId, caseId).map(pieceOf);

export const allContentPieces = (db: Reads): Piece[] => db.all<RawPiece>(knownSql('1')).map(pieceOf);

/** Content of handed-over cases that the hub still lacks. */
export const leftContent = (db: Reads): Pick<Unsent, 'caseId' | 'sha256'>[] =>
  db.all<Pick<Unsent, 'caseId' | 'sha256'>>('SELECT case_id AS caseId, sha256 FROM content_left');
