import { z } from 'zod';
import { exact, show, sumExact, zero, type Exact } from '../engine/exact.ts';
import { articleOf, given, type Draft, type ItemContext } from '../engine/item-context.ts';
import { dateSchema, itemSchema, textSchema, yuanSchema } from '../engine/parts.ts';

const billSchema = z.strictObject({
  amount: yuanSchema,
  on: dateSchema.optional(),
  label: textSchema.optional(),
  hospital: textSchema.optional(),
  allowed: z.boolean().optional().describe('false: not related to the accident or without a doctor’s order; default true'),
  paidByMedicalInsurance: yuanSchema.optional().describe('Part already paid by basic medical insurance'),
  reason: textSchema.optional(),
});

export const medicalSchema = itemSchema({
  bills: z
    .array(z.union([yuanSchema, billSchema]))
    .max(20_000)
    .optional(),
  deductions: z
    .array(z.strictObject({ amount: yuanSchema, reason: textSchema }))
    .max(1_000)
    .optional(),
});
export type MedicalInput = Exclude<z.infer<typeof medicalSchema>, number | string>;

type Bill = z.infer<typeof billSchema>;

const paidElsewhere = (bill: Bill): Exact => exact(bill.paidByMedicalInsurance ?? 0);

/**
 * 医疗费: allowed bills less what basic medical insurance paid and less named deductions.
 * Source: art. 6; no double recovery: Shanxi guide [S].
 */
export const computeMedical = (input: MedicalInput, ctx: ItemContext): Draft | undefined => {
  if (input.bills === undefined)
    return ctx.ledger.fail('settle.missing-input', `${ctx.path}.${input.deductions === undefined ? 'amount' : 'bills'}`);
  const bills: Bill[] = input.bills.map((bill) => (typeof bill === 'object' ? bill : { amount: bill }));
  const allowed = bills.filter((bill) => bill.allowed !== false);
  const gross = sumExact(allowed.map((bill) => exact(bill.amount)));
  const insured = sumExact(allowed.map(paidElsewhere));
  const deducted = sumExact((input.deductions ?? []).map((deduction) => exact(deduction.amount)));
  const net = gross.minus(insured).minus(deducted);
  const inputs = [
    given('bills', show(gross), `${ctx.path}.bills`),
    given('billsNotAllowed', bills.length - allowed.length, `${ctx.path}.bills`),
    given('paidByMedicalInsurance', show(insured), `${ctx.path}.bills`),
    given('deductions', show(deducted), `${ctx.path}.deductions`),
  ];
  return {
    amount: net.lt(0) ? zero : net,
    formula: 'Σ bills − medical insurance − deductions',
    values: `${show(gross)} − ${show(insured)} − ${show(deducted)}`,
    article: articleOf(ctx, 'medical'),
    inputs,
  };
};
