import { z } from 'zod';
import { exact, exactRatio, show, type Exact } from '../engine/exact.ts';
import { articleOf, given, type Draft, type ItemContext } from '../engine/item-context.ts';
import { gradeSchema, itemSchema, ratioSchema, yearsSchema, yuanSchema } from '../engine/parts.ts';
import { yearsByAge } from '../engine/rule-sets.ts';

/** Shanxi guide [S]; the standard GB/T 31147-2014 itself names no coefficients. */
const levelCoefficient = { full: '1', most: '0.8', part: '0.5' } as const;

export const nursingDependenceSchema = itemSchema({
  level: z.enum(['full', 'most', 'part']).optional().describe('完全 / 大部分 / 部分护理依赖'),
  coefficient: ratioSchema.optional().describe('Instead of the level’s coefficient (devices, local rule)'),
  dailyRate: yuanSchema.optional(),
  annualRate: yuanSchema.optional(),
  years: yearsSchema.optional().describe('Years awarded now; at most 20'),
  carers: z.number().min(0).max(5).optional(),
  worstGrade: gradeSchema.optional().describe('Worst grade of the person; with 7-10 the standard says no dependence'),
});
export type NursingDependenceInput = Exclude<z.infer<typeof nursingDependenceSchema>, number | string>;

const annualOf = (input: NursingDependenceInput, ctx: ItemContext): Exact | undefined => {
  if (input.annualRate !== undefined) return exact(input.annualRate);
  if (input.dailyRate !== undefined) return exact(input.dailyRate).times(365);
  return ctx.ledger.fail('settle.missing-input', `${ctx.path}.dailyRate`);
};

const coefficientOf = (input: NursingDependenceInput, ctx: ItemContext): Exact | undefined => {
  if (input.coefficient !== undefined) return exactRatio(input.coefficient);
  if (input.level === undefined) return ctx.ledger.fail('settle.missing-input', `${ctx.path}.level`);
  const value = levelCoefficient[input.level];
  ctx.ledger.choose({
    key: 'nursingDependenceCoefficient',
    path: `${ctx.path}.coefficient`,
    value,
    given: false,
    suggestion: value,
    reason: 'provincial-guide',
    source: 'Shanxi guide: 100 % / 80 % / 50 %',
    mark: 'S',
  });
  return exact(value);
};

const yearsOf = (input: NursingDependenceInput, ctx: ItemContext): number | undefined => {
  const { age } = ctx.person;
  const suggestion = age === undefined ? '' : String(yearsByAge(ctx.rules.disabilityYears, age));
  if (input.years === undefined) return ctx.ledger.fail('settle.missing-input', `${ctx.path}.years`, { suggestion });
  if (input.years > 20) return ctx.ledger.fail('settle.years-above-rule', `${ctx.path}.years`, { claimed: input.years, byRule: 20 });
  return input.years;
};

/** 护理依赖 after grading: rate × 365 × years × coefficient, at most 20 years. Source: art. 8; further 5-10 years: art. 19. */
export const computeNursingDependence = (input: NursingDependenceInput, ctx: ItemContext): Draft | undefined => {
  const annual = annualOf(input, ctx);
  const coefficient = coefficientOf(input, ctx);
  const years = yearsOf(input, ctx);
  if (annual === undefined || coefficient === undefined || years === undefined) return undefined;
  if (input.worstGrade !== undefined && input.worstGrade >= 7)
    ctx.ledger.note('light-grade-nursing', ctx.path, { grade: input.worstGrade });
  const carers = input.carers ?? 1;
  return {
    amount: annual.times(years).times(coefficient).times(carers),
    formula: 'annual rate × years × coefficient × carers',
    values: `${show(annual)} × ${years} × ${show(coefficient)} × ${carers}`,
    article: articleOf(ctx, 'nursing'),
    inputs: [
      given('annualRate', show(annual), ctx.path),
      given('years', years, `${ctx.path}.years`),
      given('coefficient', show(coefficient), `${ctx.path}.coefficient`),
    ],
  };
};
