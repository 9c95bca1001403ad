import type { Case } from '../cases/model.ts';
import { compulsoryLimitsOn } from '../settlement/compulsory-limits.ts';
import type { AdvanceBasis, ConfirmedCondition } from './model.ts';

const conditionIds = [
  'urgent',
  'rescue',
  'noticeSeen',
  'costChecked',
  'recourseGround',
  'fundGround',
  'withinSevenDays',
  'amountCertain',
  'withinLimit',
  'liability',
] as const;
type ConditionId = (typeof conditionIds)[number];

/** `met` and `open` speak for themselves; `held`: the company waits here; `free`: this basis does not wait for it, and says so. */
export type Condition = { id: ConditionId; status: 'met' | 'open' | 'held' | 'free'; byHand: boolean };

type Asked = {
  basis: AdvanceBasis | null;
  confirmed: readonly ConfirmedCondition[];
  liabilityFinding: Case['liabilityFinding'];
  amountFen: number | null;
  /** What is left of the medical sub-limit of the compulsory cover, fen; null when the accident date is unknown. */
  limitLeftFen: number | null;
};

/** What each basis asks for. Source: settlement.md §3.7 (Compulsory Insurance Regulation art. 22, 24, 31, 41(3); rescue fund rules of 2022), §3.8 (Insurance Law art. 25). */
const asksFor: Record<AdvanceBasis, readonly ConditionId[]> = {
  'police-notice': ['rescue', 'noticeSeen', 'costChecked', 'withinLimit', 'liability'],
  recourse: ['rescue', 'recourseGround', 'costChecked', 'withinLimit', 'liability'],
  fund: ['rescue', 'fundGround', 'withinSevenDays', 'liability'],
  agreed: ['urgent', 'costChecked', 'liability'],
  undisputed: ['amountCertain', 'liability'],
};

const known = (finding: Case['liabilityFinding']): boolean => finding !== null && finding !== 'undetermined';

/**
 * Waiting for the liability finding is company practice and holds back only what the company pays of its own accord: rescue cost under
 * the compulsory cover, the fund and what the law wants paid by a date do not wait for it. Source: settlement.md §3.7.
 */
const liabilityStatus = ({ basis, liabilityFinding }: Asked): Condition['status'] => {
  if (known(liabilityFinding)) return 'met';
  return basis === 'agreed' ? 'held' : 'free';
};

const limitStatus = ({ amountFen, limitLeftFen }: Asked): Condition['status'] =>
  amountFen !== null && limitLeftFen !== null && amountFen <= limitLeftFen ? 'met' : 'open';

/** The checklist of one request, in the order a person goes through it. */
export const conditionsOf = (asked: Asked): Condition[] =>
  asked.basis === null
    ? []
    : asksFor[asked.basis].map((id) => {
        if (id === 'liability') return { id, status: liabilityStatus(asked), byHand: false };
        if (id === 'withinLimit') return { id, status: limitStatus(asked), byHand: false };
        return { id, status: asked.confirmed.includes(id) ? 'met' : 'open', byHand: true };
      });

/** Conditions that speak against asking now; with a reason it can be asked all the same. */
export const openConditions = (conditions: readonly Condition[]): Condition[] =>
  conditions.filter(({ status }) => status === 'open' || status === 'held');

type Cover = { accidentOn: string | null; liabilityFinding: Case['liabilityFinding']; usedFen: number };

/** What is left of the medical sub-limit after what was paid out of it for anybody hurt in this accident. Source: settlement.md §3.4. */
export const medicalLimitLeft = ({ accidentOn, liabilityFinding, usedFen }: Cover): number | null => {
  const period = accidentOn === null ? undefined : compulsoryLimitsOn(accidentOn, liabilityFinding === 'none' ? 'noFault' : 'fault');
  return period === undefined ? null : Math.max(0, period.limits.medical - usedFen);
};
