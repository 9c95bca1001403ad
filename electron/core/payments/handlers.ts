import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Handlers } from '../handlers.ts';
import { askSatisfaction } from './ask-satisfaction.ts';
import { followUp } from './follow-up.ts';
import { recordPayment } from './record-payment.ts';

export const paymentsHandlers: Handlers<'payments'> = {
  record: ({ session }, input) => recordPayment(session, { ...input, caseId: input.caseId as CaseId }),
  askSatisfaction: ({ session }, input) => askSatisfaction(session, { ...input, caseId: input.caseId as CaseId }),
  followUp: ({ session }, input) => followUp(session, { ...input, caseId: input.caseId as CaseId }),
};
