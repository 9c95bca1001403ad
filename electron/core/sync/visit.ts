import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { visible } from '../people/allowed.ts';
import type { Session } from '../session.ts';

type Known = { visitedSeq: number | null; assignedSeq: number | null; toMe: 0 | 1; newest: number };

/**
 * Notes that a case was opened: recently opened cases are fetched first. The answer says whether it was handed over to this
 * person since they last opened it, so that they read the hand-over page before they work on. What came first is told by the
 * journal of this device, because the assignment carries the time of another computer.
 */
export const visitCase = (session: Session, caseId: string): Result<{ handOver: boolean }, Problem> => {
  const seen = visible(session, caseId);
  if (!seen.ok) return seen;
  const known = session.read.get<Known>(
    `SELECT (SELECT seq FROM case_visits WHERE case_id = ?) AS visitedSeq, a.made_seq AS assignedSeq, a.to_person_id IS ? AS toMe,
       (SELECT coalesce(max(seq), 0) FROM journal) AS newest
     FROM (SELECT 1) LEFT JOIN (SELECT made_seq, to_person_id FROM assignments WHERE case_id = ? ORDER BY made_seq DESC LIMIT 1) a`,
    caseId,
    session.person().id,
    caseId,
  );
  const { visitedSeq = null, assignedSeq = null, toMe = 0, newest = 0 } = known ?? {};
  const kept = session.commitLocal([], (db) => {
    db.run(
      'INSERT INTO case_visits (case_id, at, seq) VALUES (?, ?, ?) ON CONFLICT (case_id) DO UPDATE SET at = excluded.at, seq = excluded.seq',
      caseId,
      session.clock.now().at,
      newest,
    );
    return ok(undefined);
  });
  if (!kept.ok) return kept;
  return ok({ handOver: toMe === 1 && assignedSeq !== null && (visitedSeq === null || visitedSeq < assignedSeq) });
};
