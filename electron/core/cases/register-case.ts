import { caseEntity } from '../../../shared/cases/model.ts';
import { caseDatesHold } from '../../../shared/cases/rules.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { tidyNew } from '../tidy-values.ts';
import { caseByReportNumber } from './case-rows.ts';

/** 立案: opens the file of one reported accident. A surveyor who names no owner owns it. */
export const registerCase = (
  session: Session,
  { values }: { values: Partial<FieldsOf<typeof caseEntity>> },
): Result<{ id: string }, Problem> => {
  const right = allowed(session, 'case.register', null);
  if (!right.ok) return right;
  const tidied = tidyNew(caseEntity, values, 'values');
  if (!tidied.ok) return tidied;
  const now = session.clock.now().at;
  const dates = caseDatesHold(tidied.value, now);
  if (!dates.ok) return dates;
  const { reportNumber } = tidied.value;
  const taken = caseByReportNumber(session.read, reportNumber);
  if (taken) return err(problem('case.report-number-taken', 'values.reportNumber', { caseId: taken.id }));
  const id = session.ids.next() as CaseId;
  const { role, name } = session.person();
  const { reportedAt, ownerName } = tidied.value;
  const fields = { ...tidied.value, reportedAt: reportedAt ?? now, ownerName: ownerName ?? (role === 'surveyor' ? name : null) };
  const stored = session.commit({
    kind: 'register-case',
    caseId: id,
    ops: [{ op: 'insert', entity: 'case', id, fields }],
    dropDraftKey: 'case:new',
  });
  return stored.ok ? ok({ id }) : stored;
};
