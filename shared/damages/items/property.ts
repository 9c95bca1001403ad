import type { z } from 'zod';
import type { Draft, ItemContext } from '../engine/item-context.ts';
import { itemSchema } from '../engine/parts.ts';
import { computeReceipts, receiptsShape } from '../engine/receipts.ts';

/** Loss of business (停运) is usually excluded by commercial clauses: enter it in `other` with group `personal` when it is. */
export const propertySchema = itemSchema(receiptsShape);
export type PropertyInput = Exclude<z.infer<typeof propertySchema>, number | string>;

/** 财产损失: repair, cargo, towing, replacement, substitute transport. Source: 道交解释 art. 12. */
export const computeProperty = (input: PropertyInput, ctx: ItemContext): Draft | undefined =>
  computeReceipts(input, ctx, '道路交通事故损害赔偿解释 art. 12');
