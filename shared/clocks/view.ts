import { z } from 'zod';
import { counterparts } from '../contacts/model.ts';

export const clockKinds = [
  'first-callback',
  'visit',
  'visit-recap',
  'progress-insured',
  'progress-injured',
  'question',
  'promise',
  'escalation-decision',
  'decision-to-tell',
  'advance-decision',
  'papers-list',
  'papers-check',
  'review',
  'determination',
  'undisputed-part',
  'payment',
  'refusal-notice',
  'refusal-call',
  'satisfaction',
  'satisfaction-follow-up',
  'complaint-owner',
  'complaint-contact',
  'complaint-plan',
  'complaint-done',
] as const;
export type ClockKind = (typeof clockKinds)[number];
export const clockBases = ['statutory', 'company', 'promise'] as const;
export type ClockBasis = (typeof clockBases)[number];

/** Clocks that a law sets; the article is named on screen. Everything else but promises is a rule of the company. */
const statutoryKinds: readonly ClockKind[] = ['papers-list', 'determination', 'undisputed-part', 'payment', 'refusal-notice'];

export const basisOf = (kind: ClockKind): ClockBasis =>
  kind === 'promise' ? 'promise' : statutoryKinds.includes(kind) ? 'statutory' : 'company';

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
  /** From when the board reminds of it although it is not due yet, or null. */
  warnAt: z.string().nullable(),
  /** Version of the company's limits it was computed with; null for promises. */
  ruleVersion: z.number().int().nullable(),
  /** False when working days were counted in a year whose holidays are not known: only weekends were left out. */
  calendarKnown: z.boolean(),
  /** What was promised or asked, for promise and question clocks. */
  what: z.string().nullable(),
});
export type ClockView = z.infer<typeof clockViewSchema>;
