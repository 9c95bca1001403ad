import type { z } from 'zod';
import type { syncStatusSchema } from '../../../shared/sync/contract.ts';
import { addMinutes } from '../../../shared/kernel/dates.ts';
import { readState } from '../../db/sync-state.ts';
import { unindexedRows } from '../../db/unindexed-rows.ts';
import type { Session } from '../session.ts';
import { countChanges, unsettledChanges } from './change-rows.ts';
import type { SyncService } from '../sync-service.ts';

/** Beyond this difference the person is told in words; the hub's time stands beside every entry anyway. */
const tellSkewMs = 5 * 60_000;

/** 同步状态: everything is derived from what the file holds; nothing is a flag that could stay set. */
export const syncStatus = (session: Session, service: SyncService | null): z.infer<typeof syncStatusSchema> => {
  const { read } = session;
  const [hub, progress, secret] = [readState(read, 'hub'), readState(read, 'progress'), readState(read, 'session')];
  const machine = service?.runner.state();
  const signedOut = secret === null ? ('signed-out' as const) : ('connected' as const);
  const skewMs = progress?.skewMs ?? 0;
  const unsettled = unsettledChanges(read, null);
  return {
    mode: hub === null ? 'alone' : signedOut,
    hub: hub && { address: hub.address, personName: hub.personName, role: hub.role, connectedAt: hub.connectedAt },
    phase: hub === null ? 'idle' : (machine?.phase ?? 'idle'),
    problem: machine?.problem ?? null,
    stop: readState(read, 'stop')?.reason ?? null,
    revoked: readState(read, 'stop')?.revoked ?? false,
    restarts: machine?.restarts ?? { count: 0, lastAt: null },
    counts: countChanges(read),
    unsettled: unsettled.length,
    clashing: unsettled.filter(({ state }) => state === 'conflict').length,
    inbox: readState(read, 'inbox')?.count ?? 0,
    download: machine && machine.left > 0 ? { left: machine.left, total: machine.total } : null,
    newer: read.get<{ n: number }>('SELECT count(*) AS n FROM unfit u JOIN journal j ON j.seq = u.seq AND j.ver IS NOT NULL')?.n ?? 0,
    unindexed: unindexedRows(read),
    held: readState(read, 'hold') !== null,
    lastContactAt: progress?.seenAt ?? null,
    lease: leaseOf(session),
    clock: { skewMs, warn: Math.abs(skewMs) > tellSkewMs },
    deviceId: session.deviceId,
  };
};

/** How long the file may be worked with before it wants to hear from the hub. It opens then, but only to sync. Source: SPEC [SY-57]. */
export const leaseOf = ({ read, clock }: Session): { endsAt: string; over: boolean } | null => {
  const [progress, secret] = [readState(read, 'progress'), readState(read, 'session')];
  if (!progress || !secret) return null;
  const endsAt = addMinutes(progress.seenAt, secret.leaseDays * 1_440);
  return { endsAt, over: clock.now().at > endsAt };
};
