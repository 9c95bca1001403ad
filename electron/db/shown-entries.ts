import type { Reads } from './handles.ts';

/** An own change shows until the hub says that it does not count; a case that was handed over shows nothing. */
const isShown = `j.origin <> 'gone' AND (e.ver IS NOT NULL OR (j.origin <> 'hub'
  AND NOT EXISTS (SELECT 1 FROM verdicts v WHERE v.device_id = j.device_id AND v.mid = j.mid AND v.code IN ('conflict', 'refused', 'quarantined'))
  AND NOT EXISTS (SELECT 1 FROM handed_over h WHERE h.case_id = j.case_id)))`;

const joined = 'FROM journal j LEFT JOIN case_entries e ON e.seq = j.seq';

/** What the hub has listed, in its order; then own changes, in the order they were made. */
const order = 'e.ver IS NULL, e.ver, j.seq';

export type ShownEntry = { seq: number; ver: number | null };

/** The entries that make the rows of one case, in the order they are applied. `ver` is null for what waits for the hub. */
export const shownEntries = (db: Reads, caseId: string): ShownEntry[] =>
  db.all<ShownEntry>(`SELECT j.seq, e.ver ${joined} WHERE j.case_id = ? AND ${isShown} ORDER BY ${order}`, caseId);

/** The same for the whole file: first what belongs to this machine, then case by case. */
export const allShownEntries = (db: Reads): ShownEntry[] =>
  db.all<ShownEntry>(
    `SELECT j.seq, e.ver ${joined} WHERE j.case_id IS NULL OR ${isShown} ORDER BY j.case_id IS NOT NULL, j.case_id, ${order}`,
  );

/** Own changes of a case that show and that the hub has not listed yet. */
export const waitingSeqs = (db: Reads, caseId: string): number[] =>
  db
    .all<{ seq: number }>(`SELECT j.seq ${joined} WHERE j.case_id = ? AND e.ver IS NULL AND ${isShown} ORDER BY j.seq`, caseId)
    .map(({ seq }) => seq);

/** Own changes of a case that wait and name a row, the newest first. */
export const waitingOn = (db: Reads, caseId: string, id: string): { mid: number; ver: number | null; ops: string }[] =>
  db.all<{ mid: number; ver: number | null; ops: string }>(
    `SELECT j.mid, (SELECT v.ver FROM verdicts v WHERE v.device_id = j.device_id AND v.mid = j.mid) AS ver, j.ops ${joined}
     WHERE j.case_id = ? AND e.ver IS NULL AND ${isShown} AND instr(j.ops, ?) > 0 ORDER BY j.seq DESC`,
    caseId,
    id,
  );
