import { z } from 'zod';
import { daysFrom, daysOfPeriod } from '../engine/calendar.ts';
import { exact, type Exact } from '../engine/exact.ts';
import { findFigure } from '../engine/figures.ts';
import { currentAge, type Draft, type ItemContext } from '../engine/item-context.ts';
import { itemSchema } from '../engine/parts.ts';
import { computeRated, linesOf, ratedShape, type CapRate, type RateLine } from '../engine/rate-line.ts';

export const lostIncomeSchema = itemSchema({
  ...ratedShape,
  fixedIncome: z.boolean().optional().describe('Income is fixed; CN-1992 then caps it at three times the average living cost'),
  earningsProven: z.boolean().optional().describe('Real lost earnings are proven (needed for pensioners and for 16-18)'),
});
export type LostIncomeInput = Exclude<z.infer<typeof lostIncomeSchema>, number | string>;

/** GA/T 1193-2014 A.6: as a rule not above 24 months. */
const maxDays = 730;

const remarkOnAge = (input: LostIncomeInput, ctx: ItemContext): void => {
  const age = currentAge(ctx);
  if (age === undefined || input.earningsProven === true) return;
  if (age >= 60) ctx.ledger.note('retiree-needs-proof', ctx.path, { age });
  if (age < 18) ctx.ledger.note('minor-needs-proof', ctx.path, { age });
};

/** Days of a line for a warning; months count as thirty days, years as 365. */
const roughDays = ({ days, months, years, fromOn, untilOn, excludedDays = 0 }: RateLine): number => {
  if (days !== undefined) return days - excludedDays;
  if (fromOn !== undefined && untilOn !== undefined) return daysOfPeriod(fromOn, untilOn) - excludedDays;
  return (months ?? 0) * 30 + (years ?? 0) * 365;
};

/** Art. 7: lasting incapacity counts up to the day before the disability assessment. */
const remarkOnDays = (input: LostIncomeInput, ctx: ItemContext): void => {
  const { accidentOn, gradedOn } = ctx.person;
  const latest = gradedOn === undefined ? undefined : daysFrom(accidentOn, gradedOn);
  let total = 0;
  for (const { line, path } of linesOf(input, ctx.path)) {
    total += roughDays(line);
    if (gradedOn !== undefined && line.untilOn !== undefined && line.untilOn >= gradedOn) {
      ctx.ledger.note('lost-income-after-grading', path, { untilOn: line.untilOn, gradedOn });
    }
  }
  if (latest !== undefined && total > latest) ctx.ledger.note('lost-income-after-grading', ctx.path, { days: total, latest });
  if (total > maxDays) ctx.ledger.note('period-above-24-months', ctx.path, { days: total, limit: maxDays });
};

/** CN-1992 art. 37 (2): fixed income above three times the average living cost counts as three times. */
const incomeCap = (input: LostIncomeInput, ctx: ItemContext): CapRate | undefined => {
  const multiple = ctx.rules.lostIncomeCapMultiple;
  if (multiple === null || input.fixedIncome !== true) return undefined;
  const living = findFigure(ctx.figures, 'livingCost', { choice: undefined, path: `${ctx.path}.livingCost` });
  if (living === undefined) return undefined; // The missing figure is reported already, so the item fails anyway.
  const limit: Exact = living.value.times(multiple);
  return (above, below) => {
    if (above.times(365).lte(limit.times(below))) return { above, below };
    ctx.ledger.note('fixed-income-capped', ctx.path, { limit: limit.toFixed() });
    return { above: limit, below: exact(365) };
  };
};

/** 误工费: lost pay over the period, by proof, three-year average or industry wage. Source: art. 7. */
export const computeLostIncome = (input: LostIncomeInput, ctx: ItemContext): Draft | undefined => {
  remarkOnAge(input, ctx);
  remarkOnDays(input, ctx);
  return computeRated(input, ctx, { item: 'lostIncome', capRate: incomeCap(input, ctx) });
};
