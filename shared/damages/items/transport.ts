import type { z } from 'zod';
import type { Draft, ItemContext } from '../engine/item-context.ts';
import { itemSchema } from '../engine/parts.ts';
import { computeRatedOrReceipts, ratedOrReceiptsShape } from '../engine/rated-or-receipts.ts';

export const transportSchema = itemSchema(ratedOrReceiptsShape);
export type TransportInput = Exclude<z.infer<typeof transportSchema>, number | string>;

/** 交通费: tickets that match date, place, persons and trips; courts often fix a sum, or so much a day. Source: art. 9. */
export const computeTransport = (input: TransportInput, ctx: ItemContext): Draft | undefined =>
  computeRatedOrReceipts(input, ctx, 'transport');
