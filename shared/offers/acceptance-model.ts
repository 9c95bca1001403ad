import { signatureSchema } from '../statements/model.ts';
import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';
import { understandings } from './model.ts';

/** How the person agreed: signed on this screen, or on paper that was photographed. */
export const acceptanceSignings = ['screen', 'paper'] as const;
export type AcceptanceSigning = (typeof acceptanceSignings)[number];

/** 方案确认: the text the person was shown and signed, bound by hashes to one version of the offer. Append-only, never voided. */
export const offerAcceptance = defineEntity({
  name: 'offerAcceptance',
  table: 'offer_acceptances',
  scope: 'case',
  fields: {
    offerId: field.refFixed<'offer'>(),
    partyId: field.refFixed<'injuredParty'>(),
    /** The sheet of the offer that the text was made from. */
    sheetHash: field.textFixed(64),
    /** The text exactly as shown, Chinese. */
    text: field.requiredTextFixed(100_000),
    textHash: field.requiredTextFixed(64),
    signing: field.choiceFixed(acceptanceSignings),
    signedBy: field.textFixed(200),
    signature: field.jsonFixed(signatureSchema),
    /** Photo of the signed paper. */
    attachmentId: field.refFixed<'attachment'>(),
    explainedByName: field.textFixed(200),
    understood: field.choiceFixed(understandings),
    signedAt: field.instantFixed(),
    /** SHA-256 over all of it: see `acceptanceSealText`. */
    seal: field.requiredTextFixed(64),
  },
  states: null,
});
export type OfferAcceptance = Stored<typeof offerAcceptance>;
