import { z } from 'zod';
import { exact, exactRatio, show, type Exact } from '../engine/exact.ts';
import { articleOf, given, type Draft, type ItemContext } from '../engine/item-context.ts';
import { figureRegion } from '../engine/figures.ts';
import type { Mark } from '../engine/ledger.ts';
import { gradeSchema, itemSchema, ratioSchema, yuanSchema } from '../engine/parts.ts';
import { findPractice } from '../engine/standards-pack.ts';

export const mentalDistressSchema = itemSchema({
  base: yuanSchema.optional().describe('Full amount, for example 50000; multiplied by the coefficient'),
  coefficient: ratioSchema.optional().describe('Instead of the coefficient of disabilityCompensation (1 on death)'),
  schedule: z.string().optional().describe('Region whose schedule in the standards pack is used, with `grade`'),
  grade: z
    .union([gradeSchema, z.literal('death')])
    .optional()
    .describe('Of the schedule; default the worst grade, or death'),
  ownFaultReduction: ratioSchema.optional().describe('Share cut for the own fault'),
});
export type MentalDistressInput = Exclude<z.infer<typeof mentalDistressSchema>, number | string>;

type Gross = { amount: Exact; values: string; source: string; mark: Mark };

const byBase = (input: MentalDistressInput, ctx: ItemContext): Gross | undefined => {
  const coefficient = input.coefficient === undefined ? ctx.coefficient : exactRatio(input.coefficient);
  if (coefficient === undefined) return ctx.ledger.fail('settle.missing-input', `${ctx.path}.coefficient`);
  const base = exact(input.base ?? 0);
  return { amount: base.times(coefficient), values: `${show(base)} × ${show(coefficient)}`, source: input.source ?? '', mark: 'input' };
};

const bySchedule = (input: MentalDistressInput, region: string, ctx: ItemContext): Gross | undefined => {
  const grade = input.grade ?? (ctx.person.diedOn === undefined ? ctx.person.grades[0] : 'death');
  if (grade === undefined) return ctx.ledger.fail('settle.missing-input', `${ctx.path}.grade`);
  const found = findPractice(ctx.pack, { region: figureRegion(region), topic: 'mentalDistress', key: String(grade) });
  if (found === undefined) return ctx.ledger.fail('settle.figure-not-found', `${ctx.path}.schedule`, { region, grade });
  return { amount: exact(found.value), values: found.value, source: found.source, mark: found.mark };
};

/** 精神损害抚慰金: agreed, full amount × coefficient, or a local schedule; less for own fault. Source: 法释〔2001〕7号 (2020). */
export const computeMentalDistress = (input: MentalDistressInput, ctx: ItemContext): Draft | undefined => {
  if (input.base === undefined && input.schedule === undefined) return ctx.ledger.fail('settle.missing-input', `${ctx.path}.amount`);
  const gross = input.base === undefined ? bySchedule(input, input.schedule ?? '', ctx) : byBase(input, ctx);
  if (gross === undefined) return undefined;
  const left = exact(1).minus(exactRatio(input.ownFaultReduction ?? 0));
  return {
    amount: gross.amount.times(left),
    formula: 'base × k × (1 − own fault)',
    values: left.eq(1) ? gross.values : `${gross.values} × ${show(left)}`,
    article: articleOf(ctx, 'mentalDistress'),
    inputs: [{ ...given('distress', gross.values, ctx.path), source: gross.source, mark: gross.mark }],
  };
};
