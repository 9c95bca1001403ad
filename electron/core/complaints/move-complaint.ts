import { complaint, type Complaint } from '../../../shared/complaints/model.ts';
import { lastStepAt, nextState, stepFields } from '../../../shared/complaints/rules.ts';
import type { Channel } from '../../../shared/contacts/model.ts';
import { instantSchema } from '../../../shared/kernel/dates.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { allowed } from '../people/allowed.ts';
import type { DraftOperation, Session } from '../session.ts';
import { notInFuture, tidyReason } from '../tidy-values.ts';
import { complaintLog } from './complaint-log.ts';
import { complaintOfCase } from './complaint-rows.ts';

type Input = {
  caseId: CaseId;
  complaintId: string;
  to: 'contacted' | 'planned' | 'done';
  at: string;
  words: string;
  channel: Channel | null;
  draftKey: string | null;
};

/** 投诉处理: contacted, planned, done, one after the other, each with its time and what was said, planned or reached. */
export const moveComplaint = (session: Session, input: Input): Result<void, Problem> => {
  const { caseId, to, at, draftKey } = input;
  const right = allowed(session, 'complaint.handle', caseId);
  if (!right.ok) return right;
  const row = complaintOfCase(session.read, caseId, input.complaintId);
  if (!row) return err(problem('not-found', 'complaintId'));
  if (nextState[row.state] !== to) return err(problem('wrong-state', 'complaintId', { from: row.state, to }));
  const when = timeProblem(session, row, at);
  if (when) return err(when);
  const words = tidyReason(input.words, 'words');
  if (!words.ok) return words;
  if (to === 'contacted' && input.channel === null) return err(problem('required', 'channel'));
  const { at: atField, words: wordsField } = stepFields[to];
  const step: DraftOperation = {
    op: 'transition',
    entity: complaint.name,
    id: row.id,
    from: row.state,
    to,
    facts: { [atField]: at, [wordsField]: words.value },
  };
  const log =
    to === 'contacted' && input.channel !== null
      ? [complaintLog(session.ids.next(), row, { channel: input.channel, contactAt: at, body: words.value })]
      : [];
  const done = session.commit({ kind: 'move-complaint', caseId, ops: [...log, step], dropDraftKey: draftKey });
  return done.ok ? ok(undefined) : done;
};

const timeProblem = (session: Session, row: Complaint, at: string): Problem | null => {
  if (!instantSchema.safeParse(at).success) return problem('invalid', 'at');
  const past = notInFuture(at, session.clock.now().at, 'at');
  if (!past.ok) return past.error;
  return at < lastStepAt(row) ? problem('ends-before-start', 'at') : null;
};
