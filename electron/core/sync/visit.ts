import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { visible } from '../people/allowed.ts';
import type { Session } from '../session.ts';

type Times = { visitedAt: string | null; assignedAt: string | null; toMe: number };

/**
 * Notes that a case was opened: recently opened cases are fetched first. The answer says whether it was handed over to this
 * person since they last opened it, so that they read the hand-over page before they work on.
 */
export const visitCase = (session: Session, caseId: string): Result<{ handOver: boolean }, Problem> => {
  const seen = visible(session, caseId);
  if (!seen.ok) return seen;
  const times = session.read.get<Times>(
    `SELECT (SELECT at FROM case_visits WHERE case_id = ?) AS visitedAt, a.at AS assignedAt, a.to_person_id IS ? AS toMe
     FROM (SELECT 1) LEFT JOIN (SELECT at, to_person_id FROM assignments WHERE case_id = ? ORDER BY made_seq DESC LIMIT 1) a`,
    caseId,
    session.person().id,
    caseId,
  );
  const kept = session.commitLocal([], (db) => {
    db.run(
      'INSERT INTO case_visits (case_id, at) VALUES (?, ?) ON CONFLICT (case_id) DO UPDATE SET at = excluded.at',
      caseId,
      session.clock.now().at,
    );
    return ok(undefined);
  });
  if (!kept.ok) return kept;
  const { visitedAt = null, assignedAt = null, toMe = 0 } = times ?? {};
  return ok({ handOver: toMe === 1 && assignedAt !== null && (visitedAt === null || visitedAt < assignedAt) });
};
