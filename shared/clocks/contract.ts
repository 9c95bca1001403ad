import { z } from 'zod';
import { advanceStates } from '../advances/model.ts';
import { escalationStates } from '../escalations/model.ts';
import { procedure } from '../kernel/procedure.ts';
import { stepStates } from '../steps/model.ts';
import { clockLimitsSchema } from './limits.ts';
import { clockViewSchema } from './view.ts';
import { caseWarningSchema } from './warnings.ts';

const subject = {
  reportNumber: z.string(),
  insuredName: z.string().nullable(),
  partyName: z.string().nullable(),
  injurySummary: z.string().nullable(),
};

/** One version of the clock limits with who made it, when and why; version 1 is built in and has no author. */
export const ruleVersionSchema = z.object({
  version: z.number().int(),
  ownerName: z.string().nullable(),
  reason: z.string().nullable(),
  at: z.string().nullable(),
  byName: z.string().nullable(),
  /** The company's own count of its sets; null: made on this machine. */
  publishedVersion: z.number().int().nullable(),
  /** Clocks that start from then on run under it. */
  countsFrom: z.string().nullable(),
  limits: clockLimitsSchema,
});
export type RuleVersion = z.infer<typeof ruleVersionSchema>;

export const clocksContract = {
  /** What time it is for this file: never before its newest entry, whatever the device clock says. */
  time: procedure.output(z.object({ now: z.string(), deviceNow: z.string(), behindMinutes: z.number().int() })),
  /** The person says that the device clock is right although later entries exist. */
  confirmTime: procedure,
  /** Clocks of one's own cases for a calendar file: report numbers and kinds of clock only, no names and no injuries. */
  mine: procedure.output(
    z.array(
      clockViewSchema.pick({ caseId: true, partyId: true, kind: true, refId: true, dueAt: true }).extend({ reportNumber: z.string() }),
    ),
  ),
  /** All versions of the limits, the newest first. */
  rules: procedure.output(z.object({ versions: z.array(ruleVersionSchema), mayChange: z.boolean(), forCompany: z.boolean() })),
  /** Makes the next version; `seen` is the version the form showed. */
  changeRules: procedure.input(
    z.strictObject({ seen: z.number().int(), ownerName: z.string().max(200), reason: z.string().max(2_000), limits: clockLimitsSchema }),
  ),
  /** What time changes in one's cases: standards, statistical years, ages, limitation. Those put away are counted only. */
  warnings: procedure.output(z.object({ warnings: z.array(caseWarningSchema), count: z.number().int(), dismissed: z.number().int() })),
  /** Puts a warning away for oneself on this machine; one about a claim that lapses is refused. */
  dismissWarning: procedure.input(z.strictObject({ key: z.string().max(500) })),
  /** Brings one back, or all of them. */
  restoreWarnings: procedure.input(z.strictObject({ key: z.string().max(500).nullable() })),
  /** What the day asks for: running clocks by due time, silent cases, requests returned to me or waiting for me, drafts. */
  today: procedure.output(
    z.object({
      now: z.string(),
      /** Minutes by which the device clock stands behind the newest entry; 0 when it does not. */
      behindMinutes: z.number().int(),
      clocks: z.array(clockViewSchema.extend({ ...subject, dots: z.array(z.enum(stepStates)) })),
      counts: z.object({ all: z.number().int(), statutory: z.number().int(), company: z.number().int(), promise: z.number().int() }),
      silent: z.array(z.object({ caseId: z.string(), ...subject, lastContactAt: z.string().nullable(), days: z.number().int() })),
      requests: z.array(
        z.object({
          /** The request: an escalation or an advance. */
          id: z.string(),
          what: z.enum(['escalation', 'advance']),
          caseId: z.string(),
          ...subject,
          state: z.enum([...escalationStates, ...advanceStates]),
          ask: z.string(),
          amountFen: z.number().int().nullable(),
          since: z.string().nullable(),
          remarks: z.number().int(),
        }),
      ),
      drafts: z.array(
        z.object({ key: z.string(), caseId: z.string().nullable(), reportNumber: z.string().nullable(), updatedAt: z.string() }),
      ),
      /** Deductions of this and last month that a disclosure had announced, of all deductions. */
      toldBefore: z.object({ told: z.number().int(), all: z.number().int(), lastTold: z.number().int(), lastAll: z.number().int() }),
      openCases: z.number().int(),
    }),
  ),
};
