import type { DemoOffer } from '../imports/load-demo.ts';
import { offerOperations } from '../offers/make-offer.ts';
import { ProblemThrown } from '../problem-thrown.ts';
import { calculatedGround } from './offer-ground.ts';

/** An offer of the demo file: made of its case as it is computed when the file is loaded, as every other offer is. */
export const demoOffer: DemoOffer = (session, { caseId, id, partyId, explanation }) => {
  const made = offerOperations(session, { caseId, id, partyId, explanation, lump: null }, calculatedGround(session));
  if (!made.ok) throw new ProblemThrown(made.error);
  return made.value.ops;
};
