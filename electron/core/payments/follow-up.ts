import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { satisfaction } from '../../../shared/payments/model.ts';
import { isOpenLow } from '../../../shared/payments/rules.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { tidyReason } from '../tidy-values.ts';
import { satisfactionOf } from './payment-rows.ts';

type Input = { caseId: CaseId; satisfactionId: string; followUp: string };

/** What the owner of a low score found out and did about it. */
export const followUp = (session: Session, { caseId, satisfactionId, followUp: given }: Input): Result<void, Problem> => {
  const right = allowed(session, 'contact.record', caseId);
  if (!right.ok) return right;
  const row = satisfactionOf(session.read, caseId, satisfactionId);
  if (!row) return err(problem('not-found', 'satisfactionId'));
  if (!isOpenLow(row)) return err(problem('wrong-state', 'satisfactionId', { from: row.state, to: 'followed' }));
  const words = tidyReason(given, 'followUp');
  if (!words.ok) return words;
  const facts = { followUp: words.value, followedAt: session.clock.now().at };
  const done = session.commit({
    kind: 'follow-up-satisfaction',
    caseId,
    ops: [{ op: 'transition', entity: satisfaction.name, id: row.id, from: row.state, to: 'followed', facts }],
  });
  return done.ok ? ok(undefined) : done;
};
