import type { PushReply } from '../../shared/sync/push-messages.ts';
import { maxChangesPerPush } from '../../shared/sync/session-messages.ts';
import { readState } from '../db/sync-state.ts';
import type { SyncPorts } from './ports.ts';
import { questionOf, type Asked } from './questions.ts';
import type { Round } from './round.ts';

/** The push after the one that is out, made while the hub works on that. `hold`: from where on sending was held back then. */
export type NextPush = { asked: Asked; after: number; hold: number | null };

const holdOf = ({ read }: SyncPorts): number | null => readState(read, 'hold')?.fromSeq ?? null;

/** Null when nothing is left to send. */
export const nextPush = (ports: SyncPorts, round: Round, { changes }: Asked): NextPush | null => {
  const after = changes.at(-1)?.mid;
  if (after === undefined) return null;
  const hold = holdOf(ports);
  const asked = questionOf(ports, 'push', { ...round, push: maxChangesPerPush }, after);
  return asked && { asked, after, hold };
};

/**
 * The next push may leave before what came of this one is written down: the hub has carried out all of it, in the epoch the device
 * knows, and nobody has held back sending meanwhile. What is never written is asked for again. Source: SPEC [SY-30].
 */
export const mayFollow = (ports: SyncPorts, { changes }: Asked, { reply, next }: { reply: PushReply; next: NextPush }): boolean => {
  const last = changes.at(-1)?.mid;
  const whole = reply.stopped === null && reply.ack === last && reply.verdicts.length === changes.length;
  return whole && next.after === last && reply.epoch === readState(ports.read, 'progress')?.epoch && next.hold === holdOf(ports);
};
