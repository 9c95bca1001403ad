import { z } from 'zod';
import { instantSchema } from '../kernel/dates.ts';
import { idSchema } from '../kernel/ids.ts';
import { protocol, requestId } from './session-messages.ts';
import { isStorableText } from './storable.ts';
import { quarantineCodes } from './verdict.ts';
import { wireChangeSchema } from './wire-change.ts';

const quarantineId = idSchema<'quarantine'>();

/** Asks for what waits for this person's decision. Source: SPEC [SY-80]. */
export const inboxRequestSchema = z.strictObject({ protocol, requestId });
export type InboxRequest = z.infer<typeof inboxRequestSchema>;

export const inboxReplySchema = z.strictObject({
  requestId,
  waiting: z.array(
    z.strictObject({
      id: quarantineId,
      caseId: idSchema<'case'>(),
      personId: idSchema<'person'>(),
      code: z.enum(quarantineCodes),
      receivedAt: instantSchema,
      change: wireChangeSchema,
    }),
  ),
});
export type InboxReply = z.infer<typeof inboxReplySchema>;

export const decideRequestSchema = z.strictObject({
  protocol,
  requestId,
  id: quarantineId,
  outcome: z.enum(['taken', 'dropped']),
  /** Needed for dropping. */
  reason: z.string().max(2_000).refine(isStorableText).nullable(),
});
export type DecideRequest = z.infer<typeof decideRequestSchema>;

/** The version the change became; null when it was dropped. */
export const decideReplySchema = z.strictObject({ requestId, ver: z.number().int().positive().nullable() });
export type DecideReply = z.infer<typeof decideReplySchema>;
