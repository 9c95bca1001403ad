import { z } from 'zod';
import { escalationStates } from '../escalations/model.ts';
import { procedure } from '../kernel/procedure.ts';
import { stepStates } from '../steps/model.ts';
import { clockViewSchema } from './view.ts';

const subject = {
  reportNumber: z.string(),
  insuredName: z.string().nullable(),
  partyName: z.string().nullable(),
  injurySummary: z.string().nullable(),
};

export const clocksContract = {
  /** What the day asks for: running clocks by due time, silent cases, requests returned to me or waiting for me, drafts. */
  today: procedure.output(
    z.object({
      now: z.string(),
      clocks: z.array(clockViewSchema.extend({ ...subject, dots: z.array(z.enum(stepStates)) })),
      counts: z.object({ all: z.number().int(), statutory: z.number().int(), company: z.number().int(), promise: z.number().int() }),
      silent: z.array(z.object({ caseId: z.string(), ...subject, lastContactAt: z.string().nullable(), days: z.number().int() })),
      escalations: z.array(
        z.object({
          escalationId: z.string(),
          caseId: z.string(),
          ...subject,
          state: z.enum(escalationStates),
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
