import type { DamageItem, Deduction } from '../damages/model.ts';
import type { Disclosure } from '../disclosures/model.ts';
import { problem, type Problem } from '../kernel/problem.ts';
import { sheetDeduction } from '../offers/sheet-deduction.ts';
import { determination, type Determination, type DeterminationOutcome, type RefusedLine } from './model.ts';

/** 救济途径: what stands in a letter until somebody writes it otherwise. Chinese in every language of the app, because the letter is. */
export const defaultAppeal =
  '如对本通知有异议，可自收到之日起向我公司申请复核；也可向金融监督管理部门投诉（热线 12378），或申请调解、仲裁，或依法向人民法院起诉。';

type File = { items: readonly DamageItem[]; deductions: readonly Deduction[]; disclosures: readonly Disclosure[] };

/** The person's items of which something is not paid, each with its reasons; those paid in full are no part of the letter. */
export const refusedLines = ({ items, deductions, disclosures }: File): RefusedLine[] =>
  items.flatMap((item) => {
    const reasons = deductions
      .filter(({ itemId }) => itemId === item.id)
      .map((row) => sheetDeduction(row, disclosures))
      .map(({ amountFen, reason, clause, disclosureId, toldAt }) => ({ amountFen, reason, clause, disclosureId, toldAt }));
    const claimedFen = item.claimedFen ?? 0;
    const allowedFen = item.allowedFen ?? 0;
    return allowedFen >= claimedFen && reasons.length === 0
      ? []
      : [{ itemId: item.id, kind: item.kind, label: item.label, claimedFen, allowedFen, reasons }];
  });

type Draft = {
  outcome: DeterminationOutcome;
  reason: string;
  clause: string;
  appeal: string;
  items: readonly Pick<DamageItem, 'decision' | 'allowedFen'>[];
  lines: readonly RefusedLine[];
};

/**
 * What a letter needs: every item decided, something that is not paid, a reason, the clause it rests on and the way to appeal; a
 * refusal pays nothing at all. Source: Insurance Law, art. 23 and 24.
 */
export const letterProblem = ({ outcome, reason, clause, appeal, items, lines }: Draft): Problem | null => {
  if (items.length === 0) return problem('required', 'partyId', { items: 0 });
  const open = items.filter(({ decision }) => decision !== 'decided').length;
  if (open > 0) return problem('wrong-state', 'partyId', { open, items: items.length });
  if (lines.length === 0) return problem('letter.nothing-refused', 'outcome');
  const paid = items.some(({ allowedFen }) => (allowedFen ?? 0) > 0);
  if ((outcome === 'refusal') === paid) return problem('letter.wrong-outcome', 'outcome', { outcome });
  if (reason.trim() === '') return problem('reason-needed', 'reason');
  if (clause.trim() === '') return problem('required', 'clause');
  return appeal.trim() === '' ? problem('required', 'appeal') : null;
};

export const canSendLetter = (state: Determination['state']): boolean => determination.states?.moves[state]?.includes('sent') ?? false;
