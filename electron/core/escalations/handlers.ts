import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Handlers } from '../handlers.ts';
import { decideEscalation } from './decide-escalation.ts';
import { editEscalation } from './edit-escalation.ts';
import { listQueue } from './list-queue.ts';
import { remarkOnEscalation } from './remark-on-escalation.ts';
import { submitEscalation } from './submit-escalation.ts';
import { tellDecision } from './tell-decision.ts';
import { writeEscalation } from './write-escalation.ts';

export const escalationsHandlers: Handlers<'escalations'> = {
  write: ({ session }, input) => writeEscalation(session, { ...input, caseId: input.caseId as CaseId }),
  edit: ({ session }, input) => editEscalation(session, { ...input, caseId: input.caseId as CaseId }),
  submit: ({ session }, input) => submitEscalation(session, { ...input, caseId: input.caseId as CaseId }),
  decide: ({ session }, input) => decideEscalation(session, { ...input, caseId: input.caseId as CaseId }),
  remark: ({ session }, input) => remarkOnEscalation(session, { ...input, caseId: input.caseId as CaseId }),
  tell: ({ session }, input) => tellDecision(session, { ...input, caseId: input.caseId as CaseId }),
  queue: ({ session }, input) => listQueue(session, input),
};
