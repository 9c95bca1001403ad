import { advance } from '../../../shared/advances/model.ts';
import { canEditAdvance } from '../../../shared/advances/rules.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import { partyOfCase } from '../party-of-case.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { tidyEdit, tidyNew } from '../tidy-values.ts';
import { findAdvance } from './advance-rows.ts';

type Values = Partial<FieldsOf<typeof advance>>;

/** 垫付申请: writes a request down; it is asked for once its papers and conditions are clear. */
export const writeAdvance = (session: Session, { caseId, values }: { caseId: CaseId; values: Values }): Result<{ id: string }, Problem> => {
  const right = allowed(session, 'escalation.write', caseId);
  if (!right.ok) return right;
  if (!values.partyId) return err(problem('required', 'values.partyId'));
  const party = partyOfCase(session, { caseId, partyId: values.partyId, field: 'values.partyId' });
  if (!party.ok) return party;
  const tidied = tidyNew(advance, values, 'values');
  if (!tidied.ok) return tidied;
  const id = session.ids.next();
  const ops = [{ op: 'insert' as const, entity: advance.name, id, fields: tidied.value }];
  const done = session.commit({ kind: 'write-advance', caseId, ops });
  return done.ok ? ok({ id }) : done;
};

type Edit = { caseId: CaseId; advanceId: string; seen: number; values: Values };

/** Changes a draft, or adds what a *not yet* asked for. */
export const editAdvance = (session: Session, { caseId, advanceId, seen, values }: Edit): Result<void, Problem> => {
  const right = allowed(session, 'escalation.write', caseId);
  if (!right.ok) return right;
  const row = findAdvance(session.read, caseId, advanceId);
  if (!row) return err(problem('not-found', 'advanceId'));
  if (!canEditAdvance(row.state)) return err(problem('wrong-state', 'advanceId', { state: row.state }));
  const { partyId: _party, ...given } = values;
  const tidied = tidyEdit(advance, given, 'values');
  if (!tidied.ok) return tidied;
  if (Object.keys(tidied.value).length === 0) return ok(undefined);
  const ops = [{ op: 'set' as const, entity: advance.name, id: advanceId, seen, fields: tidied.value }];
  const done = session.commit({ kind: 'edit-advance', caseId, ops });
  return done.ok ? ok(undefined) : done;
};
