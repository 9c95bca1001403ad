import type { NewFact } from '../../../shared/contacts/contract.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { instantSchema } from '../../../shared/kernel/dates.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { factOperations } from '../fact-operations.ts';
import { partyOfCase } from '../party-of-case.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { notInFuture } from '../tidy-values.ts';

type Input = { caseId: string; partyId: string | null; saidAt: string; facts: NewFact[] };

/** Adds values with their source. A value that was said before stays beside the new one. */
export const addFacts = (session: Session, { caseId, partyId, saidAt, facts }: Input): Result<void, Problem> => {
  const right = allowed(session, 'fact.add', caseId);
  if (!right.ok) return right;
  const known = partyOfCase(session, { caseId, partyId, field: 'partyId' });
  if (!known.ok) return known;
  if (!instantSchema.safeParse(saidAt).success) return err(problem('invalid', 'saidAt'));
  const past = notInFuture(saidAt, session.clock.now().at, 'saidAt');
  if (!past.ok) return past;
  const ops = factOperations(session, facts, { partyId, saidAt, logId: null });
  if (!ops.ok) return ops;
  const stored = session.commit({ kind: 'add-facts', caseId: caseId as CaseId, ops: ops.value });
  return stored.ok ? ok(undefined) : stored;
};
