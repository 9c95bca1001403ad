import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import type { Role } from '../../../shared/people/model.ts';
import { readState } from '../../db/sync-state.ts';
import type { Session } from '../session.ts';
import { isNameTaken } from './person-rows.ts';

type Input = { name: string; role: Role; branch: string };

/** Adds a profile to this machine. Names are unique, because they own cases. */
export const addPerson = (session: Session, { name, role, branch }: Input): Result<{ id: string }, Problem> => {
  if (readState(session.read, 'hub') !== null) return err(problem('sync.people-from-hub'));
  const tidied = tidyText(name);
  if (tidied === '') return err(problem('required', 'name'));
  if (isNameTaken(session.read, tidied)) return err(problem('person.name-taken', 'name'));
  const id = session.ids.next();
  const fields = { name: tidied, role, branch: tidyText(branch) || null, active: true };
  const stored = session.commit({ kind: 'add-person', caseId: null, ops: [{ op: 'insert', entity: 'person', id, fields }] });
  return stored.ok ? ok({ id }) : stored;
};
