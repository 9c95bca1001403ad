import { z } from 'zod';
import { exact, show, sumExact, type Exact } from '../engine/exact.ts';
import { articleOf, currentAge, given, type Draft, type ItemContext } from '../engine/item-context.ts';
import { ageSchema, cyclesIn, cycleRoundings, itemSchema, textSchema, yearsSchema, yuanSchema } from '../engine/parts.ts';

const lineSchema = z.strictObject({
  label: textSchema.optional(),
  unitPrice: yuanSchema,
  count: z.number().min(0).max(1_000).optional().describe('Pieces per treatment, for example teeth; default 1'),
  times: z.number().int().min(0).max(100).optional().describe('How often; or give years and cycleYears'),
  years: yearsSchema.optional().describe('Remaining years'),
  lifeExpectancy: ageSchema.optional().describe('Instead of years: life expectancy less age'),
  age: ageSchema.optional(),
  cycleYears: z.number().min(0.1).max(100).optional(),
  rounding: z.enum(cycleRoundings).optional().describe('Of years ÷ cycleYears; default down'),
});

export const followUpTreatmentSchema = itemSchema({ lines: z.array(lineSchema).min(1).max(200).optional() });
export type FollowUpTreatmentInput = Exclude<z.infer<typeof followUpTreatmentSchema>, number | string>;

const timesOf = (line: z.infer<typeof lineSchema>, ctx: ItemContext, path: string): Exact | undefined => {
  if (line.times !== undefined) return exact(line.times);
  if (line.cycleYears === undefined) return exact(1);
  const age = line.age ?? currentAge(ctx);
  const fromLife = line.lifeExpectancy === undefined || age === undefined ? undefined : Math.max(0, line.lifeExpectancy - age);
  const years = line.years ?? fromLife;
  if (years === undefined) return ctx.ledger.fail('settle.missing-input', `${path}.years`);
  return cyclesIn(exact(years), line.cycleYears, line.rounding ?? 'down');
};

/** 后续治疗费, 康复费, 整容费: price × pieces × whole cycles in the remaining years. Source: art. 6; floor as in D01. */
export const computeFollowUpTreatment = (input: FollowUpTreatmentInput, ctx: ItemContext): Draft | undefined => {
  if (input.lines === undefined) return ctx.ledger.fail('settle.missing-input', `${ctx.path}.amount`);
  const parts: { amount: Exact; text: string }[] = [];
  for (const [index, line] of input.lines.entries()) {
    const times = timesOf(line, ctx, `${ctx.path}.lines[${index}]`);
    if (times === undefined) return undefined;
    parts.push({
      amount: exact(line.unitPrice)
        .times(line.count ?? 1)
        .times(times),
      text: `${line.unitPrice} × ${line.count ?? 1} × ${show(times)}`,
    });
  }
  const amount = sumExact(parts.map((part) => part.amount));
  return {
    amount,
    formula: 'Σ price × pieces × ⌊years ÷ cycle⌋',
    values: parts.map((part) => part.text).join(' + '),
    article: articleOf(ctx, 'followUpTreatment'),
    inputs: [given('lines', show(amount), `${ctx.path}.lines`)],
  };
};
