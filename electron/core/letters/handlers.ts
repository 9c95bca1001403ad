import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Handlers } from '../handlers.ts';
import { decideLetter } from './decide-letter.ts';
import { sendLetter } from './send-letter.ts';

export const lettersHandlers: Handlers<'letters'> = {
  decide: ({ session }, input) => decideLetter(session, { ...input, caseId: input.caseId as CaseId }),
  send: ({ session }, input) => sendLetter(session, { ...input, caseId: input.caseId as CaseId }),
};
