import type { Place } from './coefficient.ts';
import type { ItemContext } from './item-context.ts';
import { yearsByAge, type YearsRule } from './rule-sets.ts';

type YearsInput = { yearsClaimed?: number | undefined; yearsGiven?: number | undefined };

/**
 * The years of an award: by age, fewer when fewer are claimed (more is an error), or as the court gave them (shown as a deviation).
 */
export const awardYears = (input: YearsInput, byRule: number, { ledger, path }: Place): number | undefined => {
  if (input.yearsGiven !== undefined) {
    if (input.yearsGiven !== byRule) ledger.note('years-given-differ', path, { given: input.yearsGiven, byRule });
    return input.yearsGiven;
  }
  if (input.yearsClaimed !== undefined && input.yearsClaimed > byRule) {
    return ledger.fail('settle.years-above-rule', `${path}.yearsClaimed`, { claimed: input.yearsClaimed, byRule });
  }
  return input.yearsClaimed ?? byRule;
};

/** Years by the rule set, with a warning one year before a step at 60 or 75 (D-6). */
export const yearsForAge = (rule: YearsRule, age: number, ctx: ItemContext): number => {
  if (age === rule.fallsFrom - 1 || age === rule.endFrom - 1) ctx.ledger.note('near-age-step', ctx.path, { age, next: age + 1 });
  return yearsByAge(rule, age);
};
