import { openConditions, type Condition } from '../../../shared/advances/conditions.ts';
import type { Advance } from '../../../shared/advances/model.ts';
import { canEditAdvance, conditionsIn } from '../../../shared/advances/rules.ts';
import type { CaseFile } from '../../../shared/cases/contract.ts';

/** One person's advances, the newest first. */
export const advancesOf = (file: CaseFile, partyId: string): Advance[] =>
  file.advances.filter((row) => row.partyId === partyId && row.voidReason === null).toSorted((a, b) => b.at.localeCompare(a.at));

export const conditionsFor = (file: CaseFile, row: Pick<Advance, 'id' | 'basis' | 'confirmed' | 'amountFen'>): Condition[] =>
  conditionsIn({ head: file.case, row, all: file.advances });

export type AdvanceAct = 'edit' | 'ask' | 'decide' | 'pay';

/** What can be done to a request now by this person. */
export const actsOf = ({ row, mayWrite, mayDecide }: { row: Advance; mayWrite: boolean; mayDecide: boolean }): AdvanceAct[] => {
  if (canEditAdvance(row.state)) return mayWrite ? ['edit', 'ask'] : [];
  if (row.state === 'asked') return mayDecide ? ['decide'] : [];
  return row.state === 'approved' && mayWrite ? ['pay'] : [];
};

/** How many conditions still speak against asking. */
export const openCount = (conditions: readonly Condition[]): number => openConditions(conditions).length;
