import type { CaseId } from '../../../shared/kernel/ids.ts';
import { addDeduction } from '../damages/add-deduction.ts';
import { addItem } from '../damages/add-item.ts';
import type { Complete } from '../damages/check-values.ts';
import { decideItem } from '../damages/decide-item.ts';
import { editDeduction } from '../damages/edit-deduction.ts';
import { editItem } from '../damages/edit-item.ts';
import { saveGrid } from '../damages/save-grid.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';
import { withComputed } from './computed-operations.ts';

/** Items never carry an amount that their inputs do not give: the same change that moves an input moves the computed amounts. */
const completing =
  (session: Session, caseId: string): Complete =>
  (ops) =>
    withComputed(session, caseId as CaseId, ops);

export const damagesHandlers: Handlers<'damages'> = {
  addItem: ({ session }, input) => addItem(session, { ...input, caseId: input.caseId as CaseId }, completing(session, input.caseId)),
  editItem: ({ session }, input) => editItem(session, { ...input, caseId: input.caseId as CaseId }, completing(session, input.caseId)),
  saveGrid: ({ session }, input) => saveGrid(session, input, completing(session, input.caseId)),
  decideItem: ({ session }, input) => decideItem(session, { ...input, caseId: input.caseId as CaseId }),
  addDeduction: ({ session }, input) => addDeduction(session, { ...input, caseId: input.caseId as CaseId }),
  editDeduction: ({ session }, input) => editDeduction(session, { ...input, caseId: input.caseId as CaseId }),
};
