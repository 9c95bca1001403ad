import { createHash } from 'node:crypto';
import { offerAcceptance } from '../../shared/offers/acceptance-model.ts';
import { unsoundAcceptance } from '../../shared/offers/acceptance-rules.ts';
import { offer, type OfferState } from '../../shared/offers/model.ts';
import { isOfBefore, isShown } from '../../shared/offers/rules.ts';
import { refuse } from './apply-problem.ts';
import type { Reads } from './handles.ts';
import { findRow, selectRows } from './rows.ts';

type Row = { entity: string; id: string };

/** SHA-256 as lower-case hex. */
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * What an offer may not do whoever asks for it: be put without approval, and be accepted without a sound signature on its own text.
 * It stands in `apply-change`, below every use-case. Versions from before sheets were kept move as they did.
 */
export const checkOfferMove = (db: Reads, id: string, to: string): void => {
  const row = findRow(db, offer, id);
  if (!row || isOfBefore(row)) return;
  if (to === 'put' && row.state !== 'approved') refuse({ code: 'move-forbidden', entity: 'offer', id, from: row.state, to });
  if (to !== 'accepted') return;
  const signed = selectRows(db, offerAcceptance, 'case_id = ? AND offer_id = ?', [row.caseId, id]);
  const [broken] = signed.map((one) => unsoundAcceptance(one, row, sha256));
  if (signed.length !== 1) refuse({ code: 'offer-unsound', entity: 'offer', id, part: 'signing' });
  if (broken) refuse({ code: 'offer-unsound', entity: 'offer', id, part: broken });
};

/** What was put to the party and what was signed stands: it cannot be hidden. */
export const refuseHidingOffer = (db: Reads, { entity, id }: Row): void => {
  if (entity === 'offerAcceptance') refuse({ code: 'offer-shown', entity, id });
  if (entity === 'payment' && isPaid(db, id)) refuse({ code: 'offer-shown', entity, id });
  if (entity === 'determination' && db.get("SELECT 1 FROM determinations WHERE id = ? AND state = 'sent'", id))
    refuse({ code: 'offer-shown', entity, id });
  if (entity !== 'offer') return;
  const row = findRow(db, offer, id);
  if (row && !isOfBefore(row) && isShown(row.state)) refuse({ code: 'offer-shown', entity, id });
};

const after: readonly OfferState[] = ['paid', 'closed'];

/** A payment of an offer that counts as paid; before that a slip can be taken back. */
const isPaid = (db: Reads, paymentId: string): boolean => {
  const row = db.get<{ state: OfferState }>('SELECT o.state FROM payments p JOIN offers o ON o.id = p.offer_id WHERE p.id = ?', paymentId);
  return row !== undefined && after.includes(row.state);
};
