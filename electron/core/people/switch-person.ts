import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, type Result } from '../../../shared/kernel/result.ts';
import { readState } from '../../db/sync-state.ts';
import type { Session } from '../session.ts';
import { findPerson, keepCurrentPerson } from './person-rows.ts';

/** Everything whose answer depends on who works here. */
const shown = ['people', 'cases', 'clocks', 'search', 'escalations', 'settings'];

/** Hands the machine to another profile; from now on changes carry that name. */
export const switchPerson = (session: Session, { personId }: { personId: string }): Result<void, Problem> => {
  if (readState(session.read, 'hub') !== null) return err(problem('sync.people-from-hub'));
  const chosen = findPerson(session.read, personId);
  if (!chosen || chosen.voidReason !== null) return err(problem('not-found', 'personId'));
  if (chosen.active === false) return err(problem('wrong-state', 'personId'));
  return session.commitLocal(shown, (db) => keepCurrentPerson(db, personId));
};
