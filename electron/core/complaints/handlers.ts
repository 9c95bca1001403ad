import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Handlers } from '../handlers.ts';
import { assignComplaint } from './assign-complaint.ts';
import { moveComplaint } from './move-complaint.ts';
import { receiveComplaint } from './receive-complaint.ts';

export const complaintsHandlers: Handlers<'complaints'> = {
  receive: ({ session }, input) => receiveComplaint(session, { ...input, caseId: input.caseId as CaseId }),
  assign: ({ session }, input) => assignComplaint(session, { ...input, caseId: input.caseId as CaseId }),
  move: ({ session }, input) => moveComplaint(session, { ...input, caseId: input.caseId as CaseId }),
};
