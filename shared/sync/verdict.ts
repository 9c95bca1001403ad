import { z } from 'zod';
import { instantSchema } from '../kernel/dates.ts';
import { idSchema } from '../kernel/ids.ts';

/** Why a change was refused for good. Codes are never reused. Source: SPEC [SY-32]. */
export const refusalCodes = [
  'malformed',
  'entity-unknown',
  'field-unknown',
  'field-invalid',
  'field-not-settable',
  'row-missing',
  'row-exists',
  'other-case',
  'case-unknown',
  'move-forbidden',
  'wrong-state',
  'statement-frozen',
  'statement-twice',
  'statement-unsound',
  'offer-unsound',
  'forbidden',
  'over-authority',
  'own-request',
  'base-missing',
  'released',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Why a change waits whole at the hub for the handler. */
export const quarantineCodes = ['reassigned', 'too-late', 'case-closed', 'device-revoked'] as const;
export type QuarantineCode = (typeof quarantineCodes)[number];

/** A field that somebody else wrote meanwhile, with what stands there now; `field` null means the state or the row of a transition. */
export const conflictSchema = z.strictObject({
  entity: z.string(),
  id: z.string(),
  field: z.string().nullable(),
  value: z.json(),
  ver: z.number().int().positive(),
  byPersonId: idSchema<'person'>(),
  /** When the other value was written: that device's claim. */
  at: instantSchema,
});
export type Conflict = z.infer<typeof conflictSchema>;

const mid = z.number().int().positive();
const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** The hub's answer to one change: given once, stored, repeated word for word when the change comes again. */
export const verdictSchema = z.discriminatedUnion('verdict', [
  z.strictObject({ mid, verdict: z.literal('accepted'), ver: z.number().int().positive() }),
  z.strictObject({ mid, verdict: z.literal('late'), ver: z.number().int().positive() }),
  z.strictObject({ mid, verdict: z.literal('conflict'), fields: z.array(conflictSchema).min(1) }),
  z.strictObject({ mid, verdict: z.literal('refused'), code: z.enum(refusalCodes), facts }),
  z.strictObject({ mid, verdict: z.literal('quarantined'), code: z.enum(quarantineCodes) }),
]);
export type Verdict = z.infer<typeof verdictSchema>;
export type RefusalFacts = z.infer<typeof facts>;
