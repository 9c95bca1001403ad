import { contactLog, type Channel, type Counterpart } from '../../../shared/contacts/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { determination } from '../../../shared/letters/model.ts';
import { canSendLetter } from '../../../shared/letters/rules.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { notInFuture } from '../tidy-values.ts';
import { findDetermination } from './letter-rows.ts';

type Input = { caseId: CaseId; determinationId: string; sentAt: string; sentTo: Counterpart; sentToName: string | null; channel: Channel };

/** The letter is out: ends the three days for the notice and starts the days for calling back. Its contact log is made too. */
export const sendLetter = (session: Session, input: Input): Result<void, Problem> => {
  const { caseId, determinationId, sentAt, sentTo, sentToName, channel } = input;
  const right = allowed(session, 'offer.make', caseId);
  if (!right.ok) return right;
  const row = findDetermination(session.read, caseId, determinationId);
  if (!row) return err(problem('not-found', 'determinationId'));
  if (!canSendLetter(row.state)) return err(problem('wrong-state', 'determinationId', { from: row.state, to: 'sent' }));
  const past = notInFuture(sentAt, session.clock.now().at, 'sentAt');
  if (!past.ok) return past;
  if (sentAt < row.decidedAt) return err(problem('ends-before-start', 'sentAt', { decidedAt: row.decidedAt }));
  const logId = session.ids.next();
  const { partyId, reason } = row;
  const log = {
    partyId,
    step: 5,
    counterpart: sentTo,
    counterpartName: sentToName,
    channel,
    outcome: 'reached',
    contactAt: sentAt,
    body: reason,
  };
  const facts = { sentAt, sentTo, sentToName, sentLogId: logId };
  const done = session.commit({
    kind: 'send-letter',
    caseId,
    ops: [
      { op: 'insert', entity: contactLog.name, id: logId, fields: log },
      { op: 'transition', entity: determination.name, id: row.id, from: row.state, to: 'sent', facts },
    ],
  });
  return done.ok ? ok(undefined) : done;
};
