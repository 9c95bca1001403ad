import { z } from 'zod';
import { instantSchema } from '../kernel/dates.ts';
import { epoch, maxChangesPerPush, protocol, requestId } from './session-messages.ts';
import { verdictSchema } from './verdict.ts';
import { wireChangeSchema } from './wire-change.ts';

const count = z.number().int().min(0);

export const pushRequestSchema = z.strictObject({
  protocol,
  requestId,
  /** The epoch the device knows; null before the first reply. */
  epoch: epoch.nullable(),
  /** The highest `ack` this device has seen in that epoch. */
  ackSeen: count,
  /** In mid order, without gaps. */
  changes: z.array(wireChangeSchema).max(maxChangesPerPush),
});
export type PushRequest = z.infer<typeof pushRequestSchema>;

/** Every reply of a running session says how far the hub is with this device. */
export const progress = {
  requestId,
  epoch,
  hubNow: instantSchema,
  /** Last mid executed. */
  ack: count,
  /** Last mid known to survive a fail-over. */
  stable: count,
};

export const pushReplySchema = z.strictObject({
  ...progress,
  verdicts: z.array(verdictSchema),
  /**
   * `gap`: a mid is missing, send from `ack + 1`. `device-rewound`: a mid came again with other content; register anew, keep the
   * outbox. `epoch`: the device speaks of another epoch; it confirms what it holds first, and nothing was executed.
   */
  stopped: z.enum(['gap', 'device-rewound', 'epoch']).nullable(),
});
export type PushReply = z.infer<typeof pushReplySchema>;
