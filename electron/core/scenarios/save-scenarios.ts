import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { scenarioProblem } from '../../../shared/scenarios/compare.ts';
import { scenarioSet } from '../../../shared/scenarios/model.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import { partyOfCase } from '../party-of-case.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { tidyEdit, tidyNew } from '../tidy-values.ts';
import { findSet } from './scenario-rows.ts';

type Values = Partial<FieldsOf<typeof scenarioSet>>;
type Input = { caseId: CaseId; setId: string | null; seen: number; values: Values };

/** Keeps a set of scenarios. It is part of the escalation, so whoever may write one may keep it; what is not computable is refused. */
export const saveScenarios = (session: Session, input: Input): Result<{ id: string }, Problem> => {
  const right = allowed(session, 'escalation.write', input.caseId);
  if (!right.ok) return right;
  const wrong = input.values.scenarios == null ? null : scenarioProblem(input.values.scenarios);
  if (wrong) return err(wrong);
  return input.setId === null ? makeSet(session, input) : editSet(session, { ...input, setId: input.setId });
};

const makeSet = (session: Session, { caseId, values }: Input): Result<{ id: string }, Problem> => {
  const tidied = tidyNew(scenarioSet, values, 'values');
  if (!tidied.ok) return tidied;
  const { partyId, scenarios } = tidied.value;
  if (partyId === null) return err(problem('required', 'values.partyId'));
  if (scenarios === null || scenarios.length === 0) return err(problem('scenario.empty', 'values.scenarios'));
  const party = partyOfCase(session, { caseId, partyId, field: 'values.partyId' });
  if (!party.ok) return party;
  const id = session.ids.next();
  const ops = [{ op: 'insert' as const, entity: scenarioSet.name, id, fields: tidied.value }];
  const done = session.commit({ kind: 'save-scenarios', caseId, ops });
  return done.ok ? ok({ id }) : done;
};

const editSet = (session: Session, { caseId, setId, seen, values }: Input & { setId: string }): Result<{ id: string }, Problem> => {
  if (findSet(session.read, caseId, setId) === null) return err(problem('not-found', 'setId'));
  const { partyId: _party, template: _template, ...given } = values;
  const tidied = tidyEdit(scenarioSet, given, 'values');
  if (!tidied.ok) return tidied;
  if (Object.keys(tidied.value).length === 0) return ok({ id: setId });
  const ops = [{ op: 'set' as const, entity: scenarioSet.name, id: setId, seen, fields: tidied.value }];
  const done = session.commit({ kind: 'edit-scenarios', caseId, ops });
  return done.ok ? ok({ id: setId }) : done;
};
