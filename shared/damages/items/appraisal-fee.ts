import type { z } from 'zod';
import type { Draft, ItemContext } from '../engine/item-context.ts';
import { itemSchema } from '../engine/parts.ts';
import { computeReceipts, receiptsShape } from '../engine/receipts.ts';

export const appraisalFeeSchema = itemSchema(receiptsShape);
export type AppraisalFeeInput = Exclude<z.infer<typeof appraisalFeeSchema>, number | string>;

/** 鉴定费 by invoice. Its bucket is a convention (settlement.md §3.3); insurer's duty: 保险法 art. 64. */
export const computeAppraisalFee = (input: AppraisalFeeInput, ctx: ItemContext): Draft | undefined =>
  computeReceipts(input, ctx, '保险法 art. 64');
