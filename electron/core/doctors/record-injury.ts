import { attachment } from '../../../shared/attachments/model.ts';
import { sidesOfRegion } from '../../../shared/doctors/body.ts';
import { diagnosis, injuryMark, treatmentEvent } from '../../../shared/doctors/model.ts';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Entity, FieldsOf } from '../../../shared/sync/entity.ts';
import { findRow } from '../../db/rows.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { tidyEdit } from '../tidy-values.ts';
import { checkedFinding, storeFinding } from './record-finding.ts';

type Input<E> = { caseId: string; values: Partial<FieldsOf<E>> };
type Made = Result<{ id: string }, Problem>;

/** 伤情标记: marks one injury on the body, on a side that this part of the body has. */
export const recordMark = (session: Session, { caseId, values }: Input<typeof injuryMark>): Made => {
  const tidied = checkedFinding(session, injuryMark, { caseId, values });
  if (!tidied.ok) return tidied;
  const { region, side, diagnosisId } = tidied.value;
  if (!sidesOfRegion(region).includes(side)) return err(problem('invalid', 'values.side'));
  const known = ofSameCase(session, diagnosis, { caseId, id: diagnosisId ?? null, field: 'values.diagnosisId' });
  return known.ok ? storeFinding(session, injuryMark, { caseId, values: tidied.value }) : known;
};

/** 治疗经过: a stay, an operation, a visit or a bill with its days. */
export const recordTreatment = (session: Session, { caseId, values }: Input<typeof treatmentEvent>): Made => {
  const tidied = checkedFinding(session, treatmentEvent, { caseId, values });
  if (!tidied.ok) return tidied;
  const days = checkedDays(session, tidied.value);
  if (!days.ok) return days;
  const paper = ofSameCase(session, attachment, { caseId, id: tidied.value.attachmentId ?? null, field: 'values.attachmentId' });
  return paper.ok ? storeFinding(session, treatmentEvent, { caseId, values: tidied.value }) : paper;
};

type Edit = Input<typeof treatmentEvent> & { treatmentId: string; seen: number };

/** Adds what came later, for example the day of discharge; kind and person stay as they were. */
export const editTreatment = (session: Session, { caseId, treatmentId, seen, values }: Edit): Result<void, Problem> => {
  const right = allowed(session, 'doctor.record', caseId);
  if (!right.ok) return right;
  const row = findRow(session.read, treatmentEvent, treatmentId);
  if (!row || row.caseId !== caseId || row.voidReason !== null) return err(problem('not-found', 'treatmentId'));
  const tidied = tidyEdit(treatmentEvent, values, 'values');
  if (!tidied.ok) return tidied;
  const { kind, partyId, ...fields } = tidied.value;
  if (kind !== undefined && kind !== row.kind) return err(problem('wrong-state', 'values.kind'));
  if (partyId !== undefined && partyId !== row.partyId) return err(problem('wrong-state', 'values.partyId'));
  if (Object.keys(fields).length === 0) return ok(undefined);
  const days = checkedDays(session, { ...row, ...fields });
  if (!days.ok) return days;
  const paper = ofSameCase(session, attachment, { caseId, id: fields.attachmentId ?? null, field: 'values.attachmentId' });
  if (!paper.ok) return paper;
  const ops = [{ op: 'set' as const, entity: 'treatmentEvent', id: treatmentId, seen, fields }];
  const stored = session.commit({ kind: 'edit-treatment', caseId: caseId as CaseId, ops });
  return stored.ok ? ok(undefined) : stored;
};

/** A first day is needed, no day lies ahead, and the last day is not before the first. */
const checkedDays = (session: Session, { fromOn, untilOn }: { fromOn?: string | null; untilOn?: string | null }): Result<void, Problem> => {
  const today = chinaDateOf(session.clock.now().at);
  if (!fromOn) return err(problem('required', 'values.fromOn'));
  if (fromOn > today) return err(problem('in-the-future', 'values.fromOn'));
  if (untilOn && untilOn > today) return err(problem('in-the-future', 'values.untilOn'));
  return untilOn && untilOn < fromOn ? err(problem('invalid', 'values.untilOn')) : ok(undefined);
};

type Reference = { caseId: string; id: string | null; field: string };

const ofSameCase = <E extends Entity>(session: Session, entity: E, { caseId, id, field }: Reference): Result<void, Problem> => {
  if (id === null) return ok(undefined);
  const row = findRow(session.read, entity, id);
  return row && row.caseId === caseId ? ok(undefined) : err(problem('not-found', field));
};
