import { z } from 'zod';
import type { Draft, ItemContext } from '../engine/item-context.ts';
import { itemSchema } from '../engine/parts.ts';
import { computeRatedOrReceipts, ratedOrReceiptsShape } from '../engine/rated-or-receipts.ts';

export const funeralRelativesSchema = itemSchema({
  ...ratedOrReceiptsShape,
  carers: z.number().min(0).max(10).optional().describe('Relatives; usually not above three'),
});
export type FuneralRelativesInput = Exclude<z.infer<typeof funeralRelativesSchema>, number | string>;

/** 亲属办理丧葬费用: lost pay, travel and lodging of relatives, at discretion. Source: 2003 art. 17; settlement.md item 12b. */
export const computeFuneralRelatives = (input: FuneralRelativesInput, ctx: ItemContext): Draft | undefined =>
  computeRatedOrReceipts(input, ctx, 'funeral');
