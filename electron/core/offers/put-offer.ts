import type { Channel, Counterpart } from '../../../shared/contacts/model.ts';
import { contactLog } from '../../../shared/contacts/model.ts';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Understanding } from '../../../shared/offers/model.ts';
import { putProblem } from '../../../shared/offers/rules.ts';
import type { Session } from '../session.ts';
import { notInFuture } from '../tidy-values.ts';
import { moveOp, offerAtHand, type OfOffer } from './move-offer.ts';
import type { StaleOf } from './stale-offer.ts';

type Input = OfOffer & {
  putAt: string;
  putTo: Counterpart;
  putToName: string | null;
  channel: Channel;
  understood: Understanding;
  words: string;
};

/**
 * 给出方案并解释: puts the approved version to the party and keeps who explained it and whether it was understood. It is a contact as
 * well, so its log is made in the same change.
 */
export const putOffer = (session: Session, input: Input, stale: StaleOf): Result<void, Problem> => {
  const found = offerAtHand(session, input);
  if (!found.ok) return found;
  const row = found.value;
  const wrong = putProblem(row, stale(row));
  if (wrong) return err(wrong);
  const past = notInFuture(input.putAt, session.clock.now().at, 'putAt');
  if (!past.ok) return past;
  const logId = session.ids.next();
  const { putAt, putTo, putToName, understood } = input;
  const facts = { putAt, putTo, putToName, understood, putLogId: logId, explainedByName: session.person().name };
  const done = session.commit({
    kind: 'put-offer',
    caseId: input.caseId,
    ops: [
      { op: 'insert', entity: contactLog.name, id: logId, fields: logOf(input, row.partyId) },
      moveOp({ id: row.id, from: row.state, to: 'put', facts }),
    ],
  });
  return done.ok ? ok(undefined) : done;
};

const logOf = ({ putAt, putTo, putToName, channel, words }: Input, partyId: string | null) => ({
  partyId,
  step: 5,
  counterpart: putTo,
  counterpartName: putToName,
  channel,
  outcome: 'reached',
  contactAt: putAt,
  body: words.trim() === '' ? null : words,
});
