import type { z } from 'zod';
import type { Draft, ItemContext } from '../engine/item-context.ts';
import { itemSchema, textSchema } from '../engine/parts.ts';
import { computeRated, linesOf, ratedShape } from '../engine/rate-line.ts';

export const nursingSchema = itemSchema({
  ...ratedShape,
  carersOpinion: textSchema.optional().describe('Opinion of the hospital or appraiser that allows more than one carer'),
});
export type NursingInput = Exclude<z.infer<typeof nursingSchema>, number | string>;

/** 护理费 in treatment: Σ rate × days × carers; one carer unless an opinion says more. Source: art. 8. */
export const computeNursing = (input: NursingInput, ctx: ItemContext): Draft | undefined => {
  for (const { line, path } of linesOf(input, ctx.path)) {
    if ((line.carers ?? 1) > 1 && input.carersOpinion === undefined)
      ctx.ledger.note('several-carers-need-opinion', path, { carers: line.carers ?? 1 });
  }
  return computeRated(input, ctx, { item: 'nursing' });
};
