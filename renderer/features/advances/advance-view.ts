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

/** `own`: the person asked for it; somebody else decides. */
type Rights = { mayWrite: boolean; mayDecide: boolean; own: boolean };

/** What can be done to a request now by this person. */
export const actsOf = ({ row, mayWrite, mayDecide, own }: Rights & { row: Advance }): AdvanceAct[] => {
  if (canEditAdvance(row.state)) return mayWrite ? ['edit', 'ask'] : [];
  if (row.state === 'asked') return mayDecide && !own ? ['decide'] : [];
  return row.state === 'approved' && mayWrite ? ['pay'] : [];
};

/** How many conditions still speak against asking. */
export const openCount = (conditions: readonly Condition[]): number => openConditions(conditions).length;
