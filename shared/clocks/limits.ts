import { z } from 'zod';

const wall = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const count = (max: number) => z.number().int().min(1).max(max);

/**
 * 时限规则: how long each clock runs. Units stand in the names. Source of the defaults: product.md, "Clocks". A limit set by
 * law may be shortened, never lengthened: its maximum is the law's own number.
 */
export const clockLimitsSchema = z
  .strictObject({
    callbackSeriousHours: count(72),
    callbackOrdinaryHours: count(72),
    /** Chinese wall-clock times between which people may be called. */
    callFrom: wall,
    callUntil: wall,
    visitHours: count(240),
    recapHours: count(240),
    progressDays: count(60),
    questionReminderHours: count(240),
    questionPlainHours: count(240),
    questionComplexHours: count(240),
    papersCheckWorkdays: count(30),
    supplementCheckHours: count(240),
    reviewSimpleDays: count(30),
    reviewOrdinaryDays: count(30),
    escalationWorkdays: count(30),
    advanceWorkdays: count(30),
    decisionToTellHours: count(240),
    refusalCallFromDays: count(30),
    refusalCallUntilDays: count(30),
    satisfactionDays: count(30),
    complaintContactHours: count(240),
    complaintPlanDays: count(30),
    complaintDoneDays: count(60),
    urgentOwnerHours: count(72),
    urgentPlanHours: count(240),
    /** Compulsory Insurance Regulations art. 28: one day. */
    papersListDays: count(1),
    /** Insurance Law art. 23: thirty days. */
    determinationDays: count(30),
    /** Insurance Law art. 23: ten days. */
    paymentDays: count(10),
    /** Insurance Law art. 24: three days. */
    refusalNoticeDays: count(3),
    /** Insurance Law art. 25: sixty days. */
    undisputedDays: count(60),
    undisputedWarnDays: count(60),
  })
  .refine(({ callFrom, callUntil }) => callFrom < callUntil, { path: ['callUntil'] })
  .refine(({ refusalCallFromDays, refusalCallUntilDays }) => refusalCallFromDays <= refusalCallUntilDays, {
    path: ['refusalCallUntilDays'],
  });
export type ClockLimits = z.infer<typeof clockLimitsSchema>;

export const defaultLimits: ClockLimits = {
  callbackSeriousHours: 2,
  callbackOrdinaryHours: 4,
  callFrom: '09:00',
  callUntil: '20:00',
  visitHours: 24,
  recapHours: 24,
  progressDays: 3,
  questionReminderHours: 12,
  questionPlainHours: 24,
  questionComplexHours: 48,
  papersCheckWorkdays: 2,
  supplementCheckHours: 24,
  reviewSimpleDays: 3,
  reviewOrdinaryDays: 10,
  escalationWorkdays: 1,
  advanceWorkdays: 1,
  decisionToTellHours: 24,
  refusalCallFromDays: 3,
  refusalCallUntilDays: 5,
  satisfactionDays: 3,
  complaintContactHours: 24,
  complaintPlanDays: 3,
  complaintDoneDays: 7,
  urgentOwnerHours: 2,
  urgentPlanHours: 24,
  papersListDays: 1,
  determinationDays: 30,
  paymentDays: 10,
  refusalNoticeDays: 3,
  undisputedDays: 60,
  undisputedWarnDays: 45,
};

/** As stored and published: a version made before a clock was kept leaves its limit out, and the default counts. */
export const storedLimitsSchema: z.ZodType<ClockLimits> = z.preprocess(
  (limits) => (typeof limits === 'object' ? { ...defaultLimits, ...limits } : limits),
  clockLimitsSchema,
);

/** One version of the limits with the instant from which it counts. */
export type ClockRules = { version: number; from: string; limits: ClockLimits };

/** Version 1, which every file begins with. */
export const builtInRules: ClockRules = { version: 1, from: '', limits: defaultLimits };

/**
 * The version under which a clock that starts at an instant runs to its end: a new version never makes a running clock late
 * after the fact.
 */
export const rulesAt = (rules: readonly ClockRules[], startedAt: string): ClockRules =>
  rules
    .filter(({ from }) => from <= startedAt)
    .toSorted((a, b) => a.version - b.version)
    .at(-1) ?? builtInRules;
