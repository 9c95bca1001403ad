import { offerAcceptance } from '../offers/acceptance-model.ts';
import { unsoundAcceptance } from '../offers/acceptance-rules.ts';
import { offer } from '../offers/model.ts';
import { isAgreed, isOfBefore, moveProblem, oursOf } from '../offers/rules.ts';
import { draftRow, draftRowsOf, fieldValue, storedFrom, type CaseRow, type Draft } from './case-view.ts';
import type { Sha256 } from './sha256.ts';
import { refuse } from './stop.ts';

/** Requests whose decision can cover an offer, and the states in which it does. */
const coveringKinds: readonly unknown[] = ['over-authority', 'accommodation', 'dispute'];
const grantedStates: readonly unknown[] = ['approved', 'approved-less', 'told'];

/** An offer is put only when approved, and accepted only with one sound signature on its own text. The same wall as the device's. */
export const checkOfferMove = (draft: Draft, row: CaseRow, { to, sha256 }: { to: string; sha256: Sha256 }): void => {
  const made = storedFrom(offer, row);
  const at = { entity: row.entity, id: row.id };
  if (moveProblem(made, to as typeof made.state)) refuse('move-forbidden', { ...at, from: made.state, to });
  if (to !== 'accepted' || isOfBefore(made)) return;
  const signed = draftRowsOf(draft, offerAcceptance.name).filter((one) => fieldValue(one, 'offerId') === row.id);
  const [only] = signed;
  if (!only || signed.length > 1) return refuse('offer-unsound', { ...at, part: 'signing' });
  const part = unsoundAcceptance(storedFrom(offerAcceptance, only), made, sha256);
  if (part) refuse('offer-unsound', { ...at, part: String(part) });
};

/** What the company itself would pay: the part an authority limit is about. */
export const oursOfRow = (row: CaseRow): number => oursOf(storedFrom(offer, row));

/**
 * Whether a decision of superiors about this person, made after the offer in the order of the case, allows the amount. The order
 * of versions decides, not the claimed times.
 */
export const isCovered = (draft: Draft, row: CaseRow, amountFen: number): boolean =>
  draftRowsOf(draft, 'escalation').some((one) => {
    const decidedFen = fieldValue(one, 'decidedFen');
    const partyId = fieldValue(one, 'partyId');
    return (
      one.voidReason === null &&
      grantedStates.includes(fieldValue(one, 'state')) &&
      coveringKinds.includes(fieldValue(one, 'kind')) &&
      (partyId === null || partyId === fieldValue(row, 'partyId')) &&
      typeof decidedFen === 'number' &&
      decidedFen >= amountFen &&
      (one.writers['decidedFen'] ?? one.made)[0] > row.made[0]
    );
  });

/** A payment that counts stays; before that a slip can be taken back. */
export const refuseHidingPaid = (draft: Draft, row: CaseRow): void => {
  if (row.entity !== 'payment') return;
  const offerId = fieldValue(row, 'offerId');
  const paid = typeof offerId === 'string' ? draftRow(draft, 'offer', offerId) : undefined;
  const state = paid && String(fieldValue(paid, 'state'));
  if (state === 'closed' || (state !== 'accepted' && isAgreed(state ?? null))) refuse('forbidden', { entity: row.entity, id: row.id });
};
