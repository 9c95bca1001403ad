import { complaint } from '../../../shared/complaints/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { complaintOfCase } from './complaint-rows.ts';

type Input = { caseId: CaseId; complaintId: string; seen: number; ownerName: string; urgent: boolean };

/** 指定处理人: who answers for it; that it is urgent can turn out later. A settled complaint stays as it is. */
export const assignComplaint = (session: Session, input: Input): Result<void, Problem> => {
  const { caseId, complaintId, seen, urgent } = input;
  const right = allowed(session, 'complaint.handle', caseId);
  if (!right.ok) return right;
  const row = complaintOfCase(session.read, caseId, complaintId);
  if (!row) return err(problem('not-found', 'complaintId'));
  if (row.state === 'done') return err(problem('wrong-state', 'complaintId', { state: row.state }));
  const ownerName = tidyText(input.ownerName);
  if (ownerName === '') return err(problem('required', 'ownerName'));
  const done = session.commit({
    kind: 'assign-complaint',
    caseId,
    ops: [{ op: 'set', entity: complaint.name, id: row.id, seen, fields: { ownerName, urgent } }],
  });
  return done.ok ? ok(undefined) : done;
};
