import type { Reads } from './handles.ts';

/** An own change shows until the hub says that it does not count; a case that was handed over shows nothing. */
const isShown = `j.origin <> 'gone' AND (j.ver IS NOT NULL OR (j.origin <> 'hub'
  AND NOT EXISTS (SELECT 1 FROM verdicts v WHERE v.device_id = j.device_id AND v.mid = j.mid AND v.code IN ('conflict', 'refused', 'quarantined'))
  AND NOT EXISTS (SELECT 1 FROM handed_over h WHERE h.case_id = j.case_id)))`;

/** What the hub has listed, in its order; then own changes, in the order they were made. */
const order = 'j.ver IS NULL, j.ver, j.seq';

export type ShownEntry = { seq: number; ver: number | null };

/** The entries that make the rows of one case, in the order they are applied. `ver` is null for what waits for the hub. */
export const shownEntries = (db: Reads, caseId: string): ShownEntry[] =>
  db.all<ShownEntry>(`SELECT j.seq, j.ver FROM journal j WHERE j.case_id = ? AND ${isShown} ORDER BY ${order}`, caseId);

/** The same for the whole file: first what belongs to this machine, then case by case. */
export const allShownEntries = (db: Reads): ShownEntry[] =>
  db.all<ShownEntry>(
    `SELECT j.seq, j.ver FROM journal j WHERE j.case_id IS NULL OR ${isShown} ORDER BY j.case_id IS NOT NULL, j.case_id, ${order}`,
  );

/** Own changes of a case that show and that the hub has not listed yet. */
export const waitingSeqs = (db: Reads, caseId: string): number[] =>
  db
    .all<{ seq: number }>(`SELECT j.seq FROM journal j WHERE j.case_id = ? AND j.ver IS NULL AND ${isShown} ORDER BY j.seq`, caseId)
    .map(({ seq }) => seq);

/**
 * The version that a verdict stated of an own change outside of the list, as far as a base may name it: one of an earlier id of this
 * file, which has no numbers any more; 0 where that version was of a list that the hub has no longer. That of the present id may be
 * another change's in a history that has lost this one. Source: SPEC [SY-50].
 */
export const statedVer = `(SELECT coalesce(v.ver, 0) FROM verdicts v WHERE v.device_id = j.device_id AND v.mid = j.mid AND j.origin <> 'hub'
  AND v.device_id <> (SELECT device_id FROM devices WHERE retired_at IS NULL))`;

/** Own changes of a case that wait and name a row, the newest first. */
export const waitingOn = (db: Reads, caseId: string, id: string): { mid: number; ver: number | null; ops: string }[] =>
  db.all<{ mid: number; ver: number | null; ops: string }>(
    `SELECT j.mid, ${statedVer} AS ver, j.ops FROM journal j
     WHERE j.case_id = ? AND j.ver IS NULL AND ${isShown} AND instr(j.ops, ?) > 0 ORDER BY j.seq DESC`,
    caseId,
    id,
  );
