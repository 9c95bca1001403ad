import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { injuredParty } from '../../../shared/parties/model.ts';
import { partyDatesHold, withHospitalKnown, withIdNumber } from '../../../shared/parties/rules.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import { findRow } from '../../db/rows.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { tidyEdit, tidyNew } from '../tidy-values.ts';

type Values = Partial<FieldsOf<typeof injuredParty>>;

/** 登记伤者: adds an injured party with identity and whereabouts. */
export const addParty = (session: Session, { caseId, values }: { caseId: string; values: Values }): Result<{ id: string }, Problem> => {
  const right = allowed(session, 'party.edit', caseId);
  if (!right.ok) return right;
  const tidied = tidyNew(injuredParty, values, 'values');
  if (!tidied.ok) return tidied;
  const fields = fitted(session, tidied.value, {});
  if (!fields.ok) return fields;
  const id = session.ids.next();
  const stored = session.commit({
    kind: 'add-party',
    caseId: caseId as CaseId,
    ops: [{ op: 'insert', entity: 'injuredParty', id, fields: fields.value }],
    dropDraftKey: `party:${caseId}:new`,
  });
  return stored.ok ? ok({ id }) : stored;
};

type Edit = { caseId: string; partyId: string; seen: number; values: Values };

export const editParty = (session: Session, { caseId, partyId, seen, values }: Edit): Result<void, Problem> => {
  const right = allowed(session, 'party.edit', caseId);
  if (!right.ok) return right;
  const current = findRow(session.read, injuredParty, partyId);
  if (!current || current.caseId !== caseId) return err(problem('not-found', 'partyId'));
  const tidied = tidyEdit(injuredParty, values, 'values');
  if (!tidied.ok) return tidied;
  const fields = fitted(session, tidied.value, current);
  if (!fields.ok) return fields;
  if (Object.keys(fields.value).length === 0) return ok(undefined);
  const stored = session.commit({
    kind: 'edit-party',
    caseId: caseId as CaseId,
    ops: [{ op: 'set', entity: 'injuredParty', id: partyId, seen, fields: fields.value }],
    dropDraftKey: `party:${caseId}:${partyId}`,
  });
  return stored.ok ? ok(undefined) : stored;
};

const fitted = (session: Session, entered: Values, current: Values): Result<Values, Problem> => {
  const now = session.clock.now().at;
  const identified = withIdNumber(entered, current);
  if (!identified.ok) return identified;
  const dates = partyDatesHold({ ...current, ...identified.value }, now);
  if (!dates.ok) return dates;
  return ok(withHospitalKnown(identified.value, current, now));
};
