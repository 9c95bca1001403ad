import { z } from 'zod';
import { stepStates } from './model.ts';

/** Reasons why a step cannot be called done yet. The closed list of every gate. Source: product.md, "The six steps". */
export const gateCodes = [
  'callback.no-contact',
  'callback.costs-not-told',
  'callback.papers-not-listed',
  'callback.no-next-date',
  'visit.no-party',
  'visit.no-statement',
  'visit.no-photo',
  'visit.no-privacy-notice',
  'doctor.no-diagnosis',
  'doctor.no-estimate',
  'doctor.open-doubt-without-owner',
  'follow.treatment-open',
  'follow.silent',
  'follow.promise-open',
  'review.no-items',
  'review.item-open',
  'review.deduction-not-tied',
  'review.offer-open',
  'escalate.none',
  'escalate.draft',
  'escalate.waiting',
  'escalate.not-told',
] as const;
export type GateCode = (typeof gateCodes)[number];

export const unmetSchema = z.object({ code: z.enum(gateCodes), facts: z.record(z.string(), z.union([z.string(), z.number()])) });
export type Unmet = z.infer<typeof unmetSchema>;

/** One step as the pages show it. Step 1 and 6 have no party. */
export const stepViewSchema = z.object({
  step: z.number().int().min(1).max(6),
  partyId: z.string().nullable(),
  state: z.enum(stepStates),
  /** Gate conditions met, 0 to 100. */
  percent: z.number().int().min(0).max(100),
  unmet: z.array(unmetSchema),
  /** 1 for the first round, +1 for each repetition. */
  round: z.number().int().min(1),
  reason: z.string().nullable(),
});
export type StepView = z.infer<typeof stepViewSchema>;
