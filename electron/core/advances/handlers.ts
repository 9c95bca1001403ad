import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Handlers } from '../handlers.ts';
import { listAdvances } from './list-advances.ts';
import { askAdvance, decideAdvance, payAdvance } from './move-advance.ts';
import { editAdvance, writeAdvance } from './write-advance.ts';

export const advancesHandlers: Handlers<'advances'> = {
  write: ({ session }, input) => writeAdvance(session, { ...input, caseId: input.caseId as CaseId }),
  edit: ({ session }, input) => editAdvance(session, { ...input, caseId: input.caseId as CaseId }),
  ask: ({ session }, input) => askAdvance(session, { ...input, caseId: input.caseId as CaseId }),
  decide: ({ session }, input) => decideAdvance(session, { ...input, caseId: input.caseId as CaseId }),
  queue: ({ session }, input) => listAdvances(session, input),
  pay: ({ session }, input) => payAdvance(session, { ...input, caseId: input.caseId as CaseId }),
};
