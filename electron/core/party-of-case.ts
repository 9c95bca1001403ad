import { problem, type Problem } from '../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Session } from './session.ts';

/** Refuses a reference to an injured party of another case; `null` means the case as a whole. */
export const partyOfCase = (
  session: Session,
  { caseId, partyId, field }: { caseId: string; partyId: string | null | undefined; field: string },
): Result<void, Problem> => {
  if (partyId === null || partyId === undefined) return ok(undefined);
  const row = session.read.get('SELECT 1 FROM injured_parties WHERE id = ? AND case_id = ? AND void_reason IS NULL', partyId, caseId);
  return row ? ok(undefined) : err(problem('not-found', field));
};
