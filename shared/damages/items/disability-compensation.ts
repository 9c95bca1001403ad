import type { z } from 'zod';
import { coefficientShape, findCoefficient } from '../engine/coefficient.ts';
import { show } from '../engine/exact.ts';
import { figureChoiceSchema, findFigure } from '../engine/figures.ts';
import { ageAt, articleOf, given, type Draft, type ItemContext } from '../engine/item-context.ts';
import { itemSchema, yearsSchema } from '../engine/parts.ts';
import { awardYears, yearsForAge } from '../engine/years.ts';

export const disabilityCompensationSchema = itemSchema({
  ...coefficientShape,
  yearsClaimed: yearsSchema.optional().describe('Fewer years than the rule; more is an error'),
  yearsGiven: yearsSchema.optional().describe('Years the court used although the rule says otherwise'),
  base: figureChoiceSchema.optional().describe('Income base of this person, instead of statistics.income'),
});
export type DisabilityCompensationInput = Exclude<z.infer<typeof disabilityCompensationSchema>, number | string>;

/** 残疾赔偿金: income × years by age on the day of grading × coefficient. Source: art. 12. */
export const computeDisabilityCompensation = (input: DisabilityCompensationInput, ctx: ItemContext): Draft | undefined => {
  const coefficient = findCoefficient(input, ctx);
  const age = input.yearsGiven !== undefined ? (ctx.person.age ?? 0) : ageAt(ctx, 'gradedOn');
  const figureName = ctx.rules.base === 'livingCost' ? 'livingCost' : 'income';
  const base = findFigure(ctx.figures, figureName, { choice: input.base, path: `${ctx.path}.base` });
  if (coefficient === undefined || age === undefined || base === undefined) return undefined;
  const years = awardYears(input, yearsForAge(ctx.rules.disabilityYears, age, ctx), ctx);
  if (years === undefined) return undefined;
  return {
    amount: base.value.times(years).times(coefficient.value),
    formula: 'I × years × k',
    values: `${show(base.value)} × ${years} × ${coefficient.working}${coefficient.working.includes('+') ? ` = ${show(coefficient.value.times(100))}%` : ''}`,
    article: articleOf(ctx, 'disabilityCompensation'),
    inputs: [
      { name: figureName, value: show(base.value), source: base.source, mark: base.mark, path: base.path },
      { ...given('years', years, ctx.person.path), source: `age ${age}` },
      {
        name: 'coefficient',
        value: show(coefficient.value),
        source: coefficient.source,
        mark: coefficient.mark,
        path: `${ctx.path}.grades`,
      },
    ],
  };
};
