import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Handlers } from '../handlers.ts';
import { recordRound } from './record-round.ts';

export const mediationsHandlers: Handlers<'mediations'> = {
  record: ({ session }, input) => recordRound(session, { ...input, caseId: input.caseId as CaseId }),
};
