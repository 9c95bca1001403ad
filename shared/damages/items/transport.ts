import type { z } from 'zod';
import { computeReceipts, receiptsShape } from '../engine/receipts.ts';
import { articleOf, type Draft, type ItemContext } from '../engine/item-context.ts';
import { itemSchema } from '../engine/parts.ts';

export const transportSchema = itemSchema(receiptsShape);
export type TransportInput = Exclude<z.infer<typeof transportSchema>, number | string>;

/** 交通费: tickets that match date, place, persons and trips; courts often fix a lump sum instead. Source: art. 9. */
export const computeTransport = (input: TransportInput, ctx: ItemContext): Draft | undefined =>
  computeReceipts(input, ctx, articleOf(ctx, 'transport'));
