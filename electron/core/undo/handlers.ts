import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Handlers } from '../handlers.ts';
import { listChanges } from './list-changes.ts';
import { undoChange } from './undo-change.ts';

export const undoHandlers: Handlers<'undo'> = {
  list: ({ session }, input) => listChanges(session, { caseId: input.caseId as CaseId }),
  run: ({ session }, input) => undoChange(session, { ...input, caseId: input.caseId as CaseId }),
};
