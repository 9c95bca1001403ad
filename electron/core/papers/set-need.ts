import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import type { PaperTarget } from '../../../shared/papers/contract.ts';
import { paper, type PaperNeed } from '../../../shared/papers/model.ts';
import { allowed } from '../people/allowed.ts';
import type { DraftOperation, Session } from '../session.ts';
import { tidyEdit } from '../tidy-values.ts';
import { placePapers } from './place-papers.ts';

type Input = { caseId: string; paper: PaperTarget; checklist?: readonly PaperTarget[] | undefined; need: PaperNeed; reason: string };

/** Needed, optional, or not needed in this case: to do without a paper takes a reason. */
export const setNeed = (session: Session, input: Input): Result<void, Problem> => {
  const { caseId, need } = input;
  const right = allowed(session, 'paper.handle', caseId);
  if (!right.ok) return right;
  const needReason = tidyText(input.reason);
  if (need === 'waived' && needReason === '') return err(problem('reason-needed', 'reason'));
  const values = tidyEdit(paper, { need, needReason }, '');
  if (!values.ok) return values;
  const found = placePapers(session, { caseId, papers: [input.paper], checklist: input.checklist });
  if (!found.ok) return found;
  const { placed, ops: inserts } = found.value;
  const [row] = placed;
  const ops = inserts.map((op): DraftOperation =>
    op.op === 'insert' && op.id === row?.id ? { ...op, fields: { ...op.fields, ...values.value } } : op,
  );
  if (row !== undefined && row.rev !== null) ops.push({ op: 'set', entity: 'paper', id: row.id, seen: row.rev, fields: values.value });
  const stored = session.commit({ kind: 'set-paper-need', caseId: caseId as CaseId, ops });
  return stored.ok ? ok(undefined) : stored;
};
