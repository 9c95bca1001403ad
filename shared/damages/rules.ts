import { problem, type Problem } from '../kernel/problem.ts';
import type { DamageItem } from './model.ts';

type Amounts = { claimedFen: number | null; allowedFen: number | null };
type Period = { fromOn: string | null; untilOn: string | null };

/** A deduction as the rules see it; `told` says whether its disclosure stands and was made before the deduction was entered. */
export type DeductionView = { id: string; amountFen: number | null; notToldBefore: boolean | null; told: boolean };

const sum = (amounts: readonly (number | null)[]): number => amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);

/** Texts that explain an item; they may change after it was decided, its amounts and period may not. */
export const openAfterDecision: readonly (keyof DamageItem)[] = [
  'remark',
  'evidence',
  'basis',
  'label',
  'coveredNote',
  'amountFairNote',
  'papersNote',
];

/** What only a reviewer says; everything else may be entered in the field. */
export const reviewFields: readonly (keyof DamageItem)[] = [
  'allowedFen',
  'covered',
  'coveredNote',
  'amountFair',
  'amountFairNote',
  'papersComplete',
  'papersNote',
  'clause',
];

/** Whether values hold anything that only a reviewer may say. An empty value of a new row says nothing. */
export const needsReviewer = (values: Partial<Record<keyof DamageItem, unknown>>, isNew: boolean): boolean =>
  reviewFields.some((name) => (isNew ? values[name] !== undefined && values[name] !== null : values[name] !== undefined));

/**
 * What is wrong with an item while it is being entered, given the deductions made so far. Missing amounts are no problem
 * yet: capturing is never blocked. Source: product.md, "The six steps".
 */
export const itemProblem = (item: Amounts & Period, deductedFen: number): Problem | null => {
  const { claimedFen, allowedFen, fromOn, untilOn } = item;
  if (fromOn !== null && untilOn !== null && untilOn < fromOn) return problem('ends-before-start', 'values.untilOn', { fromOn, untilOn });
  if (claimedFen === null) return null;
  if (allowedFen !== null && allowedFen > claimedFen) {
    return problem('damage.allowed-over-claim', 'values.allowedFen', { claimedFen, allowedFen });
  }
  if (deductedFen > claimedFen) return problem('damage.deduction-over-claim', 'values.claimedFen', { claimedFen, deductedFen });
  return null;
};

/** All deductions of an item together never exceed what was claimed. `others` are the item's other deductions. */
export const deductionProblem = (
  claimedFen: number | null,
  amountFen: number | null,
  others: readonly { amountFen: number | null }[],
): Problem | null => {
  if (amountFen === null || amountFen === 0) return problem('amount.empty', 'values.amountFen');
  const deductedFen = amountFen + sum(others.map((other) => other.amountFen));
  if (claimedFen === null || deductedFen <= claimedFen) return null;
  return problem('damage.deduction-over-claim', 'values.amountFen', { claimedFen, deductedFen });
};

/**
 * An item is decided only when claimed − deductions = allowed, and when every deduction names the disclosure that announced
 * it or says openly that nobody was told before. Source: product.md, step 5 "done when".
 */
export const decisionProblem = (item: Amounts, deductions: readonly DeductionView[]): Problem | null => {
  const { claimedFen, allowedFen } = item;
  if (claimedFen === null) return problem('required', 'item.claimedFen');
  if (allowedFen === null) return problem('required', 'item.allowedFen');
  if (allowedFen > claimedFen) return problem('damage.allowed-over-claim', 'item.allowedFen', { claimedFen, allowedFen });
  const untold = deductions.findIndex((deduction) => !deduction.told && deduction.notToldBefore !== true);
  if (untold >= 0) {
    const facts = { deductionId: deductions[untold]?.id ?? '', amountFen: deductions[untold]?.amountFen ?? 0 };
    return problem('damage.told-before-open', `deductions.${untold}.disclosureId`, facts);
  }
  const deductedFen = sum(deductions.map((deduction) => deduction.amountFen));
  if (claimedFen - deductedFen === allowedFen) return null;
  const missingFen = claimedFen - allowedFen - deductedFen;
  return problem('damage.not-balanced', 'item.allowedFen', { claimedFen, deductedFen, allowedFen, missingFen });
};

/** Whether a disclosure announced a deduction: it stands, concerns this party or everybody, and was told first. */
export const announces = (
  told: { caseId: string | null; partyId: string | null; toldAt: string; voidReason: string | null },
  deducted: { caseId: string; partyId: string | null; enteredAt: string },
): boolean =>
  told.voidReason === null &&
  told.caseId === deducted.caseId &&
  (told.partyId === null || told.partyId === deducted.partyId) &&
  told.toldAt <= deducted.enteredAt;
