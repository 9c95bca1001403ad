import { contactLog, type Channel, type Counterpart } from '../../../shared/contacts/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import { satisfaction } from '../../../shared/payments/model.ts';
import { satisfactionProblem } from '../../../shared/payments/rules.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { notInFuture } from '../tidy-values.ts';
import { askedAbout, offerOfCase } from './payment-rows.ts';

type Input = {
  caseId: CaseId;
  offerId: string;
  score: number | null;
  words: string | null;
  askedAt: string;
  channel: Channel;
  answeredBy: Counterpart;
  ownerName: string | null;
};

const blankToNull = (text: string | null): string | null => (text === null || tidyText(text) === '' ? null : tidyText(text));

/** 满意度回访: asked once per offer, after payment; a low score has an owner from the first minute. Its contact log is made too. */
export const askSatisfaction = (session: Session, input: Input): Result<{ id: string }, Problem> => {
  const { caseId, offerId, score, askedAt, channel, answeredBy } = input;
  const right = allowed(session, 'contact.record', caseId);
  if (!right.ok) return right;
  const row = offerOfCase(session.read, caseId, offerId);
  if (!row) return err(problem('not-found', 'offerId'));
  const [words, ownerName] = [blankToNull(input.words), blankToNull(input.ownerName)];
  const wrong = satisfactionProblem({ score, ownerName }, row.state);
  if (wrong) return err(wrong);
  if (askedAbout(session.read, caseId, offerId)) return err(problem('wrong-state', 'offerId', { from: 'asked', to: 'asked' }));
  const past = notInFuture(askedAt, session.clock.now().at, 'askedAt');
  if (!past.ok) return past;
  const [logId, id] = [session.ids.next(), session.ids.next()];
  const { partyId } = row;
  const log = { partyId, step: 5, counterpart: answeredBy, channel, outcome: 'reached', contactAt: askedAt, body: words };
  const fields = { partyId, offerId, score, words, askedAt, channel, answeredBy, ownerName, logId };
  const done = session.commit({
    kind: 'ask-satisfaction',
    caseId,
    ops: [
      { op: 'insert', entity: contactLog.name, id: logId, fields: log },
      { op: 'insert', entity: satisfaction.name, id, fields },
    ],
  });
  return done.ok ? ok({ id }) : done;
};
