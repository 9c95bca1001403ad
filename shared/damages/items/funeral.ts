import { z } from 'zod';
import { show } from '../engine/exact.ts';
import { figureChoiceSchema, findFigure } from '../engine/figures.ts';
import { articleOf, given, type Draft, type ItemContext } from '../engine/item-context.ts';
import { itemSchema } from '../engine/parts.ts';

export const funeralSchema = itemSchema({
  byRule: z.literal(true).optional().describe('Compute from statistics.wage'),
  wage: figureChoiceSchema.optional().describe('Annual wage; the series differs by province (在岗, 非私营, 全口径)'),
  monthlyWage: z.boolean().optional().describe('The wage figure is already per month'),
});
export type FuneralInput = Exclude<z.infer<typeof funeralSchema>, number | string>;

/** 丧葬费: six monthly average wages; a fixed sum without bills. Source: art. 14; CN-1992 used a local standard. */
export const computeFuneral = (input: FuneralInput, ctx: ItemContext): Draft | undefined => {
  if (!ctx.rules.funeralByWage) return ctx.ledger.fail('settle.missing-input', `${ctx.path}.amount`);
  const wage = findFigure(ctx.figures, 'wage', { choice: input.wage, path: `${ctx.path}.wage` });
  if (wage === undefined) return undefined;
  const monthly = input.monthlyWage === true;
  return {
    amount: monthly ? wage.value.times(6) : wage.value.times(6).div(12),
    formula: monthly ? 'W × 6' : 'W ÷ 12 × 6',
    values: monthly ? `${show(wage.value)} × 6` : `${show(wage.value)} ÷ 12 × 6`,
    article: articleOf(ctx, 'funeral'),
    inputs: [
      { name: 'wage', value: show(wage.value), source: wage.source, mark: wage.mark, path: wage.path },
      given('months', 6, ctx.path),
    ],
  };
};
