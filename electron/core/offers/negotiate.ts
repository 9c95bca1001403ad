import { contactLog } from '../../../shared/contacts/model.ts';
import type { CaseId, ContactLogId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { negotiation } from '../../../shared/offers/negotiation-model.ts';
import { nextTalk, talkProblem, talkTotals } from '../../../shared/offers/negotiation-rules.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import { partyOfCase } from '../party-of-case.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { notInFuture, tidyNew } from '../tidy-values.ts';
import { findOffer, itemsOfParty, talksOfParty } from './offer-rows.ts';

type Values = FieldsOf<typeof negotiation>;
type Input = { caseId: CaseId; values: Partial<Values>; draftKey: string | null };

/** 协商记录: one round, item by item and in total. It is a contact as well, so its log is made in the same change. */
export const negotiate = (session: Session, input: Input): Result<{ id: string; round: number }, Problem> => {
  const { caseId, draftKey } = input;
  const right = allowed(session, 'contact.record', caseId);
  if (!right.ok) return right;
  const checked = checkedTalk(session, input);
  if (!checked.ok) return checked;
  const round = nextTalk(talksOfParty(session.read, caseId, checked.value.partyId));
  const [logId, id] = [session.ids.next() as ContactLogId, session.ids.next()];
  const { offerId } = checked.value;
  const totals = talkTotals(checked.value, offerId === null ? null : findOffer(session.read, caseId, offerId));
  const fields = { ...checked.value, ...totals, round, logId };
  const done = session.commit({
    kind: 'record-negotiation',
    caseId,
    ops: [
      { op: 'insert', entity: contactLog.name, id: logId, fields: logOf(checked.value) },
      { op: 'insert', entity: negotiation.name, id, fields },
    ],
    dropDraftKey: draftKey,
  });
  return done.ok ? ok({ id, round }) : done;
};

const checkedTalk = (session: Session, { caseId, values }: Input): Result<Values, Problem> => {
  const tidied = tidyNew(negotiation, values, 'values');
  if (!tidied.ok) return tidied;
  const wrong = talkProblem(tidied.value) ?? referenceProblem(session, caseId, tidied.value);
  if (wrong) return err(wrong);
  const party = partyOfCase(session, { caseId, partyId: tidied.value.partyId, field: 'values.partyId' });
  if (!party.ok) return party;
  const past = notInFuture(tidied.value.heldAt, session.clock.now().at, 'values.heldAt');
  return past.ok ? tidied : past;
};

/** The offer and every item named are this person's. */
const referenceProblem = ({ read }: Session, caseId: CaseId, { offerId, partyId, lines }: Values): Problem | null => {
  if (offerId && findOffer(read, caseId, offerId)?.partyId !== partyId) return problem('not-found', 'values.offerId');
  const own = new Set(itemsOfParty(read, partyId ?? '').map(({ id }) => id));
  const stranger = (lines ?? []).findIndex(({ itemId }) => !own.has(itemId));
  return stranger < 0 ? null : problem('not-found', `values.lines.${stranger}.itemId`);
};

const logOf = ({ partyId, heldAt, channel, askedBy, askedByName, note }: Values): Partial<FieldsOf<typeof contactLog>> => ({
  partyId,
  step: 5,
  counterpart: askedBy,
  counterpartName: askedByName,
  channel,
  outcome: 'reached',
  contactAt: heldAt,
  body: note,
});
