import { z } from 'zod';
import { exact, show, sumExact } from './exact.ts';
import { given, type Draft, type ItemContext } from './item-context.ts';
import { dateSchema, textSchema, yuanSchema } from './parts.ts';

const receiptSchema = z.strictObject({
  amount: yuanSchema,
  on: dateSchema.optional(),
  label: textSchema.optional(),
  allowed: z.boolean().optional().describe('Default true'),
});

export const receiptsShape = {
  receipts: z
    .array(z.union([yuanSchema, receiptSchema]))
    .max(5_000)
    .optional(),
};
export type ReceiptsInput = { receipts?: (number | string | z.infer<typeof receiptSchema>)[] | undefined };

/** Σ of the allowed receipts of an item that has no other rule. */
export const computeReceipts = (input: ReceiptsInput, ctx: ItemContext, article: string): Draft | undefined => {
  if (input.receipts === undefined) return ctx.ledger.fail('settle.missing-input', `${ctx.path}.amount`);
  const receipts = input.receipts.map((receipt) => (typeof receipt === 'object' ? receipt : { amount: receipt, allowed: true }));
  const allowed = receipts.filter((receipt) => receipt.allowed !== false);
  const amount = sumExact(allowed.map((receipt) => exact(receipt.amount)));
  return {
    amount,
    formula: 'Σ receipts',
    values: allowed.length > 12 ? show(amount) : allowed.map((receipt) => String(receipt.amount)).join(' + '),
    article,
    inputs: [given('receipts', show(amount), `${ctx.path}.receipts`)],
  };
};
