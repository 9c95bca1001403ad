import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Handlers } from '../handlers.ts';
import { acceptOffer } from './accept-offer.ts';
import { closeOffer } from './close-offer.ts';
import { decideOffer } from './decide-offer.ts';
import { makeOffer } from './make-offer.ts';
import { negotiate } from './negotiate.ts';
import { previewAcceptance } from './preview-acceptance.ts';
import { putOffer } from './put-offer.ts';
import { replyToOffer } from './reply-to-offer.ts';
import { submitOffer } from './submit-offer.ts';
import { verifyAcceptance } from './verify-acceptance.ts';

const ofCase = <Input extends { caseId: string }>(input: Input): Omit<Input, 'caseId'> & { caseId: CaseId } => ({
  ...input,
  caseId: input.caseId as CaseId,
});

export const offersHandlers: Handlers<'offers'> = {
  make: ({ session }, input) => makeOffer(session, ofCase(input)),
  submit: ({ session }, input) => submitOffer(session, ofCase(input)),
  decide: ({ session }, input) => decideOffer(session, ofCase(input)),
  put: ({ session }, input) => putOffer(session, ofCase(input)),
  reply: ({ session }, input) => replyToOffer(session, ofCase(input)),
  previewAcceptance: ({ session }, input) => previewAcceptance(session, ofCase(input)),
  accept: ({ session }, input) => acceptOffer(session, ofCase(input)),
  verifyAcceptance: ({ session }, input) => verifyAcceptance(session, input),
  negotiate: ({ session }, input) => negotiate(session, ofCase(input)),
  close: ({ session }, input) => closeOffer(session, ofCase(input)),
};
