import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Handlers } from '../handlers.ts';
import { makeOffer } from './make-offer.ts';
import { putOffer } from './put-offer.ts';
import { replyToOffer } from './reply-to-offer.ts';

export const offersHandlers: Handlers<'offers'> = {
  make: ({ session }, input) => makeOffer(session, { ...input, caseId: input.caseId as CaseId }),
  put: ({ session }, input) => putOffer(session, { ...input, caseId: input.caseId as CaseId }),
  reply: ({ session }, input) => replyToOffer(session, { ...input, caseId: input.caseId as CaseId }),
};
