import { caseEntity } from '../../../shared/cases/model.ts';
import { caseDatesHold } from '../../../shared/cases/rules.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import { findRow } from '../../db/rows.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { tidyEdit } from '../tidy-values.ts';
import { caseByReportNumber } from './case-rows.ts';

type Input = { caseId: string; seen: number; values: Partial<FieldsOf<typeof caseEntity>> };

/** Changes fields of the case; `seen` is what the person looked at, so that a stale form never overrides a newer value. */
export const editCase = (session: Session, { caseId, seen, values }: Input): Result<void, Problem> => {
  const right = allowed(session, 'case.edit', caseId);
  if (!right.ok) return right;
  const tidied = tidyEdit(caseEntity, values, 'values');
  if (!tidied.ok) return tidied;
  const current = findRow(session.read, caseEntity, caseId);
  if (!current) return err(problem('not-found', 'caseId'));
  const fields = tidied.value;
  if (fields.ownerName !== undefined && fields.ownerName !== current.ownerName) {
    const assigning = allowed(session, 'case.assign', caseId);
    if (!assigning.ok && current.ownerName !== null) return err({ ...assigning.error, field: 'values.ownerName' });
  }
  if (fields.accidentAt !== undefined || fields.reportedAt !== undefined) {
    const dates = caseDatesHold({ ...current, ...fields }, session.clock.now().at);
    if (!dates.ok) return dates;
  }
  const taken = fields.reportNumber === undefined ? undefined : caseByReportNumber(session.read, fields.reportNumber);
  if (taken && taken.id !== caseId) return err(problem('case.report-number-taken', 'values.reportNumber', { caseId: taken.id }));
  if (Object.keys(fields).length === 0) return ok(undefined);
  const stored = session.commit({
    kind: 'edit-case',
    caseId: caseId as CaseId,
    ops: [{ op: 'set', entity: 'case', id: caseId, seen, fields }],
    dropDraftKey: `case:${caseId}`,
  });
  return stored.ok ? ok(undefined) : stored;
};
