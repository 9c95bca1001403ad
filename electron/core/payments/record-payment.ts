import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { offer, type Offer } from '../../../shared/offers/model.ts';
import { payment } from '../../../shared/payments/model.ts';
import { isPaidInFull, owingOf, paymentProblem } from '../../../shared/payments/rules.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import { allowed } from '../people/allowed.ts';
import type { DraftOperation, Session } from '../session.ts';
import { tidyNew } from '../tidy-values.ts';
import { offerOfCase, paymentsOf } from './payment-rows.ts';

type Values = FieldsOf<typeof payment>;
type Input = { caseId: CaseId; offerId: string } & Pick<Values, 'payer' | 'layer' | 'amountFen' | 'paidOn' | 'reference' | 'note'>;

/** 记录付款: keeps who paid how much on which day. With the last payer's money the offer is paid, in the same change. */
export const recordPayment = (session: Session, input: Input): Result<{ id: string; paid: boolean }, Problem> => {
  const { caseId, offerId, ...given } = input;
  const right = allowed(session, 'offer.make', caseId);
  if (!right.ok) return right;
  const row = offerOfCase(session.read, caseId, offerId);
  if (!row) return err(problem('not-found', 'offerId'));
  const tidied = tidyNew(payment, { ...given, offerId: row.id as Values['offerId'], partyId: row.partyId }, '');
  if (!tidied.ok) return tidied;
  const payments = paymentsOf(session.read, caseId, offerId);
  const today = chinaDateOf(session.clock.now().at);
  const acceptedOn = chinaDateOf(row.answeredAt ?? row.at);
  const wrong = paymentProblem(tidied.value, { offer: row, payments, today, acceptedOn });
  if (wrong) return err(wrong);
  const paid = isPaidInFull(owingOf(row, [...payments, { ...tidied.value, voidReason: null }]));
  const id = session.ids.next();
  const insert: DraftOperation = { op: 'insert', entity: payment.name, id, fields: tidied.value };
  const done = session.commit({ kind: 'record-payment', caseId, ops: paid ? [insert, paidOp(row, session.clock.now().at)] : [insert] });
  return done.ok ? ok({ id, paid }) : done;
};

const paidOp = ({ id }: Offer, paidAt: string): DraftOperation => ({
  op: 'transition',
  entity: offer.name,
  id,
  from: 'accepted',
  to: 'paid',
  facts: { paidAt },
});
