import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Handlers } from '../handlers.ts';
import { acceptOffer } from '../offers/accept-offer.ts';
import { closeOffer } from '../offers/close-offer.ts';
import { decideOffer } from '../offers/decide-offer.ts';
import { makeOffer } from '../offers/make-offer.ts';
import { negotiate } from '../offers/negotiate.ts';
import { previewAcceptance } from '../offers/preview-acceptance.ts';
import { putOffer } from '../offers/put-offer.ts';
import { replyToOffer } from '../offers/reply-to-offer.ts';
import { submitOffer } from '../offers/submit-offer.ts';
import { verifyAcceptance } from '../offers/verify-acceptance.ts';
import { calculatedGround } from './offer-ground.ts';
import { staleIn } from './stale-offer.ts';

const ofCase = <Input extends { caseId: string }>(input: Input): Omit<Input, 'caseId'> & { caseId: CaseId } => ({
  ...input,
  caseId: input.caseId as CaseId,
});

export const offersHandlers: Handlers<'offers'> = {
  make: ({ session }, input) => makeOffer(session, ofCase(input), calculatedGround(session)),
  submit: ({ session }, input) => submitOffer(session, ofCase(input), staleIn(session)),
  decide: ({ session }, input) => decideOffer(session, ofCase(input), staleIn(session)),
  put: ({ session }, input) => putOffer(session, ofCase(input), staleIn(session)),
  reply: ({ session }, input) => replyToOffer(session, ofCase(input)),
  previewAcceptance: ({ session }, input) => previewAcceptance(session, ofCase(input)),
  accept: ({ session }, input) => acceptOffer(session, ofCase(input)),
  verifyAcceptance: ({ session }, input) => verifyAcceptance(session, input),
  negotiate: ({ session }, input) => negotiate(session, ofCase(input)),
  close: ({ session }, input) => closeOffer(session, ofCase(input)),
};
