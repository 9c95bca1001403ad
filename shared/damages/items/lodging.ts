import type { z } from 'zod';
import { articleOf, type Draft, type ItemContext } from '../engine/item-context.ts';
import { itemSchema } from '../engine/parts.ts';
import { computeRated, ratedShape } from '../engine/rate-line.ts';
import { computeReceipts, receiptsShape } from '../engine/receipts.ts';

export const lodgingSchema = itemSchema({ ...ratedShape, ...receiptsShape });
export type LodgingInput = Exclude<z.infer<typeof lodgingSchema>, number | string>;

/** 住宿费: necessary lodging by bills, or nights (as `days`) × rate. Source: art. 10. */
export const computeLodging = (input: LodgingInput, ctx: ItemContext): Draft | undefined =>
  input.receipts === undefined ? computeRated(input, ctx, { item: 'lodging' }) : computeReceipts(input, ctx, articleOf(ctx, 'lodging'));
