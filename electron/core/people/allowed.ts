import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { may, type Action } from '../../../shared/people/access.ts';
import { readState } from '../../db/sync-state.ts';
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

/** Whether the person may look at the case at all: a surveyor sees no case of another profile here, the administrator none. */
export const visible = (session: Session, caseId: string): Result<Seen, Problem> => {
  const person = session.person();
  if (person.role === 'admin') return err(problem('forbidden'));
  const row = session.read.get<{ state: Seen['state']; owner: string | null }>(
    'SELECT state, owner_name AS owner FROM cases WHERE id = ? AND void_reason IS NULL',
    caseId,
  );
  if (!row) return err(problem('not-found', 'caseId'));
  if (!sees(session, row.owner ?? '')) return err(problem('forbidden'));
  return ok({ id: caseId as CaseId, state: row.state });
};

const isConnected = ({ read }: Session): boolean => readState(read, 'hub') !== null;

/** Whose cases a surveyor does not see: those of another profile here. An owner nobody on this machine bears hides nothing. */
const hidden = 'NOT IN (SELECT name FROM people WHERE active = 1)';

const sees = (session: Session, owner: string): boolean => {
  const { role, name } = session.person();
  // With a hub, what is here is what this person may see.
  if (isConnected(session)) return true;
  if (role !== 'surveyor' || owner === '' || owner === name) return true;
  return session.read.get(`SELECT 1 WHERE ? ${hidden}`, owner) !== undefined;
};

/** The same rule as a condition on `case_summaries`, to be put into a WHERE clause; refused for the administrator. */
export const scopeOf = (session: Session): Result<{ sql: string; params: string[] }, Problem> => {
  const { role, name } = session.person();
  if (role === 'admin') return err(problem('forbidden'));
  return ok(
    role === 'surveyor' && !isConnected(session)
      ? { sql: `(s.owner_name = ? OR s.owner_name ${hidden})`, params: [name] }
      : { sql: 'TRUE', params: [] },
  );
};
