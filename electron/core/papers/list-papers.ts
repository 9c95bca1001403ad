import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { placePapers, type Given } from './place-papers.ts';

/** Puts lines on the checklist of a case. What is there already is answered, not added again. */
export const listPapers = (session: Session, given: Given): Result<{ ids: string[] }, Problem> => {
  const { caseId } = given;
  const right = allowed(session, 'paper.handle', caseId);
  if (!right.ok) return right;
  const found = placePapers(session, given);
  if (!found.ok) return found;
  const ids = found.value.placed.map(({ id }) => id);
  if (found.value.ops.length === 0) return ok({ ids });
  const stored = session.commit({ kind: 'list-papers', caseId: caseId as CaseId, ops: found.value.ops });
  return stored.ok ? ok({ ids }) : stored;
};
