import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Handlers } from '../handlers.ts';
import { addDeduction } from './add-deduction.ts';
import { addItem } from './add-item.ts';
import { decideItem } from './decide-item.ts';
import { editDeduction } from './edit-deduction.ts';
import { editItem } from './edit-item.ts';

export const damagesHandlers: Handlers<'damages'> = {
  addItem: ({ session }, input) => addItem(session, { ...input, caseId: input.caseId as CaseId }),
  editItem: ({ session }, input) => editItem(session, { ...input, caseId: input.caseId as CaseId }),
  decideItem: ({ session }, input) => decideItem(session, { ...input, caseId: input.caseId as CaseId }),
  addDeduction: ({ session }, input) => addDeduction(session, { ...input, caseId: input.caseId as CaseId }),
  editDeduction: ({ session }, input) => editDeduction(session, { ...input, caseId: input.caseId as CaseId }),
};
