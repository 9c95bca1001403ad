import type { z } from 'zod';
import type { Draft, ItemContext } from '../engine/item-context.ts';
import { itemSchema } from '../engine/parts.ts';
import { computeRatedOrReceipts, ratedOrReceiptsShape } from '../engine/rated-or-receipts.ts';

export const lodgingSchema = itemSchema(ratedOrReceiptsShape);
export type LodgingInput = Exclude<z.infer<typeof lodgingSchema>, number | string>;

/** 住宿费: necessary lodging by bills, or nights (as `days`) × rate. Source: art. 10. */
export const computeLodging = (input: LodgingInput, ctx: ItemContext): Draft | undefined => computeRatedOrReceipts(input, ctx, 'lodging');
