import { z } from 'zod';
import { exact, exactRatio, show, sumExact, type Exact } from '../engine/exact.ts';
import { figureChoiceSchema } from '../engine/figures.ts';
import { articleOf, currentAge, given, type Draft, type ItemContext } from '../engine/item-context.ts';
import type { WorkingInput } from '../engine/ledger.ts';
import { findRate, perYear } from '../engine/line-rate.ts';
import { gradeSchema, itemSchema, ratioSchema, textSchema, yearsSchema, yuanSchema } from '../engine/parts.ts';
import { yearsByAge } from '../engine/rule-sets.ts';

/** Shanxi guide [S]; the standard GB/T 31147-2014 itself names no coefficients. */
const levelCoefficient = { full: '1', most: '0.8', part: '0.5' } as const;

const lineShape = {
  level: z.enum(['full', 'most', 'part']).optional().describe('完全 / 大部分 / 部分护理依赖'),
  coefficient: ratioSchema.optional().describe('Instead of the level’s coefficient (devices, local rule)'),
  dailyRate: yuanSchema.optional().describe('× 365'),
  monthlyRate: yuanSchema.optional().describe('× 12'),
  annualRate: yuanSchema.optional(),
  industry: figureChoiceSchema.optional().describe('Yearly wage of carers from the standards pack'),
  years: yearsSchema.optional().describe('Years awarded now; at most 20'),
  carers: z.number().min(0).max(5).optional(),
};
const lineSchema = z.strictObject({ label: textSchema.optional(), ...lineShape });
type Line = z.infer<typeof lineSchema>;

export const nursingDependenceSchema = itemSchema({
  ...lineShape,
  worstGrade: gradeSchema.optional().describe('Worst grade of the person, default from disabilityCompensation; 7-10: no dependence'),
  lines: z.array(lineSchema).min(1).max(20).optional().describe('Several stretches of years, when the level or rate changes'),
});
export type NursingDependenceInput = Exclude<z.infer<typeof nursingDependenceSchema>, number | string>;

type Place = { readonly ctx: ItemContext; readonly path: string };

const coefficientOf = (line: Line, { ctx, path }: Place): Exact | undefined => {
  if (line.coefficient !== undefined) return exactRatio(line.coefficient);
  if (line.level === undefined) return ctx.ledger.fail('settle.missing-input', `${path}.level`);
  const value = levelCoefficient[line.level];
  ctx.ledger.choose({
    key: 'nursingDependenceCoefficient',
    path: `${path}.coefficient`,
    value,
    given: false,
    suggestion: value,
    reason: 'provincial-guide',
    source: 'Shanxi guide: 100 % / 80 % / 50 %',
    mark: 'S',
  });
  return exact(value);
};

const yearsOf = (line: Line, { ctx, path }: Place): number | undefined => {
  const age = currentAge(ctx);
  const suggestion = age === undefined ? '' : String(yearsByAge(ctx.rules.disabilityYears, age));
  return line.years ?? ctx.ledger.fail('settle.missing-input', `${path}.years`, { suggestion });
};

type Stretch = { amount: Exact; values: string; years: number; inputs: WorkingInput[] };

const computeLine = (line: Line, place: Place): Stretch | undefined => {
  const rate = findRate(line, place);
  const coefficient = coefficientOf(line, place);
  const years = yearsOf(line, place);
  if (rate === undefined || coefficient === undefined || years === undefined) return undefined;
  const { above, below, text } = perYear(rate, {});
  const carers = line.carers ?? 1;
  return {
    amount: above.times(years).times(coefficient).times(carers).div(below),
    values: `${text} × ${years} × ${show(coefficient)}${carers === 1 ? '' : ` × ${carers}`}`,
    years,
    inputs: [
      rate.input,
      given('years', years, `${place.path}.years`),
      given('coefficient', show(coefficient), `${place.path}.coefficient`),
    ],
  };
};

/** 护理依赖 after grading: rate × 365 × years × coefficient, at most 20 years in all. Source: art. 8; further 5-10 years: art. 19. */
export const computeNursingDependence = (input: NursingDependenceInput, ctx: ItemContext): Draft | undefined => {
  const { lines, worstGrade = ctx.person.grades[0], ...own } = input;
  const stretches = (lines ?? [{}]).map((line, index) =>
    computeLine({ ...own, ...line }, { ctx, path: lines === undefined ? ctx.path : `${ctx.path}.lines[${index}]` }),
  );
  const known = stretches.filter((stretch) => stretch !== undefined);
  if (known.length < stretches.length) return undefined;
  const years = sumExact(known.map((stretch) => exact(stretch.years)));
  if (years.gt(20)) return ctx.ledger.fail('settle.years-above-rule', `${ctx.path}.years`, { claimed: years.toNumber(), byRule: 20 });
  if (worstGrade !== undefined && worstGrade >= 7) ctx.ledger.note('light-grade-nursing', ctx.path, { grade: worstGrade });
  return {
    amount: sumExact(known.map((stretch) => stretch.amount)),
    formula: 'Σ annual rate × years × coefficient × carers',
    values: known.map((stretch) => stretch.values).join(' + '),
    article: articleOf(ctx, 'nursing'),
    inputs: known.flatMap((stretch) => stretch.inputs),
  };
};
