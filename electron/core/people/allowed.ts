import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { may, type Action } from '../../../shared/people/access.ts';
import type { Person } from '../../../shared/people/model.ts';
import type { Session } from '../session.ts';

/**
 * Whether the person who works here may do this to the case: the one check at the beginning of every writing use-case.
 * With `null` for the case it asks about an action that has no case yet, for example registering one.
 */
export const allowed = (session: Session, action: Action, caseId: string | null): Result<void, Problem> => {
  const person = session.person();
  if (caseId === null) return may(person.role, action, 'open') ? ok(undefined) : err(problem('forbidden'));
  const seen = visible(session, caseId);
  if (!seen.ok) return seen;
  const { state } = seen.value;
  if (may(person.role, action, state)) return ok(undefined);
  return err(problem(state === 'closed' && may(person.role, action, 'open') ? 'case.closed' : 'forbidden'));
};

type Seen = { id: CaseId; state: 'open' | 'closed' };

/** Whether the person may look at the case at all: a surveyor sees own and unowned cases, the administrator none. */
export const visible = (session: Session, caseId: string): Result<Seen, Problem> => {
  const person = session.person();
  if (person.role === 'admin') return err(problem('forbidden'));
  const row = session.read.get<{ state: Seen['state']; owner: string | null }>(
    'SELECT state, owner_name AS owner FROM cases WHERE id = ? AND void_reason IS NULL',
    caseId,
  );
  if (!row) return err(problem('not-found', 'caseId'));
  if (!sees(person, row.owner ?? '')) return err(problem('forbidden'));
  return ok({ id: caseId as CaseId, state: row.state });
};

const sees = (person: Person, owner: string): boolean => person.role !== 'surveyor' || owner === '' || owner === person.name;

/** The same rule as a condition on `case_summaries`, to be put into a WHERE clause; refused for the administrator. */
export const scopeOf = (person: Person): Result<{ sql: string; params: string[] }, Problem> => {
  if (person.role === 'admin') return err(problem('forbidden'));
  return ok(person.role === 'surveyor' ? { sql: "s.owner_name IN (?, '')", params: [person.name] } : { sql: 'TRUE', params: [] });
};
