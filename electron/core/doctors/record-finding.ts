import { diagnosis, doubt, treatmentEstimate } from '../../../shared/doctors/model.ts';
import { isIcd10 } from '../../../shared/doctors/rules.ts';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Entity, FieldsOf } from '../../../shared/sync/entity.ts';
import { partyOfCase } from '../party-of-case.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { tidyNew } from '../tidy-values.ts';

type Input<E> = { caseId: string; values: Partial<FieldsOf<E>> };
type Made = Result<{ id: string }, Problem>;

/** 诊断: one diagnosis as spoken or as written, or the statement that none is written yet. */
export const recordDiagnosis = (session: Session, { caseId, values }: Input<typeof diagnosis>): Made => {
  const tidied = checkedFinding(session, diagnosis, { caseId, values });
  if (!tidied.ok) return tidied;
  const { icd10 } = tidied.value;
  if (icd10 && !isIcd10(icd10)) return err(problem('invalid', 'values.icd10'));
  return storeFinding(session, diagnosis, { caseId, values: tidied.value });
};

/** 治疗预估: plan, stay and cost as a doctor told them on one day. */
export const recordEstimate = (session: Session, { caseId, values }: Input<typeof treatmentEstimate>): Made => {
  const tidied = checkedFinding(session, treatmentEstimate, { caseId, values });
  return tidied.ok ? storeFinding(session, treatmentEstimate, { caseId, values: tidied.value }) : tidied;
};

/** 疑点: something that does not fit, open until it is answered with a source. */
export const raiseDoubt = (session: Session, { caseId, values }: Input<typeof doubt>): Made => {
  const tidied = checkedFinding(session, doubt, { caseId, values });
  return tidied.ok ? storeFinding(session, doubt, { caseId, values: tidied.value }) : tidied;
};

/** Right, values, person and day of a finding. */
export const checkedFinding = <E extends Entity>(
  session: Session,
  entity: E,
  { caseId, values }: Input<E>,
): Result<FieldsOf<E>, Problem> => {
  const right = allowed(session, 'doctor.record', caseId);
  if (!right.ok) return right;
  const tidied = tidyNew(entity, values, 'values');
  if (!tidied.ok) return tidied;
  const { partyId, statedOn } = tidied.value as { partyId?: string | null; statedOn?: string | null };
  if (!partyId) return err(problem('required', 'values.partyId'));
  const party = partyOfCase(session, { caseId, partyId, field: 'values.partyId' });
  if (!party.ok) return party;
  if (statedOn && statedOn > chinaDateOf(session.clock.now().at)) return err(problem('in-the-future', 'values.statedOn'));
  return tidied;
};

const kindByEntity: Readonly<Record<string, string>> = {
  diagnosis: 'record-diagnosis',
  treatmentEstimate: 'record-estimate',
  doubt: 'raise-doubt',
  injuryMark: 'mark-injury',
  treatmentEvent: 'record-treatment',
};

export const storeFinding = <E extends Entity>(
  session: Session,
  entity: E,
  { caseId, values }: { caseId: string; values: FieldsOf<E> },
): Made => {
  const id = session.ids.next();
  const stored = session.commit({
    kind: kindByEntity[entity.name] ?? `record-${entity.name}`,
    caseId: caseId as CaseId,
    ops: [{ op: 'insert', entity: entity.name, id, fields: values as Record<string, unknown> }],
  });
  return stored.ok ? ok({ id }) : stored;
};
