import type { z } from 'zod';
import { show } from '../engine/exact.ts';
import { figureChoiceSchema, findFigure } from '../engine/figures.ts';
import { ageAt, articleOf, given, type Draft, type ItemContext } from '../engine/item-context.ts';
import { itemSchema, yearsSchema } from '../engine/parts.ts';
import { awardYears, yearsForAge } from '../engine/years.ts';

export const deathCompensationSchema = itemSchema({
  yearsClaimed: yearsSchema.optional().describe('Fewer years than the rule; more is an error'),
  yearsGiven: yearsSchema.optional().describe('Years the court used although the rule says otherwise'),
  base: figureChoiceSchema.optional().describe('Income base of this person, instead of statistics.income'),
});
export type DeathCompensationInput = Exclude<z.infer<typeof deathCompensationSchema>, number | string>;

/**
 * 死亡赔偿金: income × years by age on the day of death. Source: art. 15.
 * One equal amount for several deaths (民法典 1180) is entered as `amount` with that reason.
 */
export const computeDeathCompensation = (input: DeathCompensationInput, ctx: ItemContext): Draft | undefined => {
  const age = input.yearsGiven !== undefined ? (ctx.person.age ?? 0) : ageAt(ctx, 'diedOn');
  const figureName = ctx.rules.base === 'livingCost' ? 'livingCost' : 'income';
  const base = findFigure(ctx.figures, figureName, { choice: input.base, path: `${ctx.path}.base` });
  if (age === undefined || base === undefined) return undefined;
  const years = awardYears(input, yearsForAge(ctx.rules.deathYears, age, ctx), ctx);
  if (years === undefined) return undefined;
  return {
    amount: base.value.times(years),
    formula: 'I × years',
    values: `${show(base.value)} × ${years}`,
    article: articleOf(ctx, 'deathCompensation'),
    inputs: [
      { name: figureName, value: show(base.value), source: base.source, mark: base.mark, path: base.path },
      { ...given('years', years, ctx.person.path), source: `age ${age}` },
    ],
  };
};
