import { z } from 'zod';
import { counterparts } from '../contacts/model.ts';

export const clockKinds = [
  'first-callback',
  'visit',
  'progress-insured',
  'progress-injured',
  'question',
  'promise',
  'escalation-decision',
  'decision-to-tell',
] as const;
export type ClockKind = (typeof clockKinds)[number];
export const clockBases = ['statutory', 'company', 'promise'] as const;

/** A running clock of a case. Times are instants (UTC). */
export const clockViewSchema = z.object({
  caseId: z.string(),
  partyId: z.string().nullable(),
  kind: z.enum(clockKinds),
  basis: z.enum(clockBases),
  /** Row that started it (promise, question, escalation), or null. */
  refId: z.string().nullable(),
  /** For whom or on whom the case waits under this clock. */
  waitingFor: z.enum([...counterparts, 'us']),
  startedAt: z.string(),
  dueAt: z.string(),
  /** What was promised or asked, for promise and question clocks. */
  what: z.string().nullable(),
});
export type ClockView = z.infer<typeof clockViewSchema>;
