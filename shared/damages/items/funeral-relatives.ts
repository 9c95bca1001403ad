import { z } from 'zod';
import { articleOf, type Draft, type ItemContext } from '../engine/item-context.ts';
import { itemSchema } from '../engine/parts.ts';
import { computeRated, ratedShape } from '../engine/rate-line.ts';
import { computeReceipts, receiptsShape } from '../engine/receipts.ts';

export const funeralRelativesSchema = itemSchema({
  ...ratedShape,
  ...receiptsShape,
  carers: z.number().min(0).max(10).optional().describe('Relatives; usually not above three'),
});
export type FuneralRelativesInput = Exclude<z.infer<typeof funeralRelativesSchema>, number | string>;

/** 亲属办理丧葬费用: lost pay, travel and lodging of relatives, at discretion. Source: 2003 art. 17; settlement.md item 12b. */
export const computeFuneralRelatives = (input: FuneralRelativesInput, ctx: ItemContext): Draft | undefined =>
  input.receipts === undefined ? computeRated(input, ctx, { item: 'funeral' }) : computeReceipts(input, ctx, articleOf(ctx, 'funeral'));
