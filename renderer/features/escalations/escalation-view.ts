import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Escalation, EscalationRemark, escalation, Scenario } from '../../../shared/escalations/model.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';

/** What the form writes; submitting and deciding are steps of their own. */
export type EscalationValues = Pick<
  FieldsOf<typeof escalation>,
  | 'partyId'
  | 'kind'
  | 'ask'
  | 'amountFen'
  | 'factsChecked'
  | 'whyFileSilent'
  | 'scenarios'
  | 'ourConcessions'
  | 'theirConcessions'
  | 'enclosures'
>;

const ways = ['settle-now', 'after-appraisal', 'in-court'] as const;
const emptyScenario = (way: Scenario['way']): Scenario => ({ way, amountFen: null, extraCostFen: null, days: null, note: '' });

/** All three ways are always there to be compared, filled or not. */
export const allWays = (scenarios: readonly Scenario[] | null): Scenario[] =>
  ways.map((way) => scenarios?.find((one) => one.way === way) ?? emptyScenario(way));

export const isFilled = (scenario: Scenario): boolean =>
  scenario.amountFen !== null || scenario.extraCostFen !== null || scenario.days !== null || scenario.note !== '';

export const escalationsOf = (file: CaseFile): Escalation[] =>
  file.escalations.filter((row) => row.voidReason === null).toSorted((a, b) => b.at.localeCompare(a.at));

export const remarksOf = (file: CaseFile, escalationId: string): EscalationRemark[] =>
  file.remarks.filter((row) => row.escalationId === escalationId && row.voidReason === null).toSorted((a, b) => a.at.localeCompare(b.at));

/** A request may be rewritten until it lies with the superior, and again once it came back. */
export const editable = (row: Escalation): boolean => row.state === 'draft' || row.state === 'returned';
export const decided = (row: Escalation): boolean => row.state === 'approved' || row.state === 'approved-less' || row.state === 'refused';
