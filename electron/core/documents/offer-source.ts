import type { Offer } from '../../../shared/offers/model.ts';
import type { OfferSheet } from '../../../shared/offers/sheet-model.ts';
import type { InjuredParty } from '../../../shared/parties/model.ts';

export type WithSheet = Offer & { sheet: OfferSheet };

type From = { file: { offers: readonly Offer[] }; party: InjuredParty | null };
const ready: readonly Offer['state'][] = ['approved', 'put', 'countered', 'accepted', 'refused', 'paid', 'closed'];

/** The newest version of a person's offer that the company stands by, with its content. */
export const standingOffer = ({ file, party }: From): WithSheet | null =>
  file.offers
    .filter(
      (row): row is WithSheet => row.partyId === party?.id && row.voidReason === null && row.sheet !== null && ready.includes(row.state),
    )
    .toSorted((a, b) => (a.version ?? 0) - (b.version ?? 0))
    .at(-1) ?? null;
