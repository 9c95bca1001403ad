import { hubProblem, type HubProblem } from '../../shared/sync/hub-problems.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Standing } from '../../shared/people/scope.ts';
import { findDevice, type DeviceRow } from '../db/device-rows.ts';
import type { Meta } from '../db/meta-rows.ts';
import { askerOf } from '../db/people-rows.ts';
import type { SqlReads } from '../db/sql.ts';
import type { Claims, HubPorts } from './ports.ts';

/** Who asks, as the hub has them in this very moment: a token says only who they were when it was signed. */
export type Asking = { device: DeviceRow; standing: Standing; meta: Meta; now: string };

type Who = Pick<Claims, 'personId' | 'deviceId'>;

export const askingOf = async (reads: SqlReads, who: Who, now: string): Promise<Result<Asking, HubProblem>> => {
  const device = await findDevice(reads, who.deviceId);
  if (!device || device.personId !== who.personId) return err(hubProblem('relogin'));
  const { standing, meta } = await askerOf(reads, who.personId);
  if (device.revokedAt !== null || !standing) return err(hubProblem('revoked'));
  return ok({ device, standing, meta, now });
};

/** Answers a question from one snapshot, by the rights in it. */
export const fromSnapshot = async <T>(
  ports: HubPorts,
  who: Who,
  work: (reads: SqlReads, asking: Asking) => Promise<T>,
): Promise<Result<T, HubProblem>> =>
  ports.db.snapshot(async (reads) => {
    const asking = await askingOf(reads, who, ports.clock.now());
    return asking.ok ? ok(await work(reads, asking.value)) : asking;
  });

/** What every reply of a running session says. */
export const progressOf = async ({ durability }: HubPorts, { device, meta, now }: Asking, requestId: string) => ({
  requestId: requestId as never,
  epoch: meta.epoch,
  hubNow: now,
  ack: device.lastMid,
  stable: await durability.stable(device.deviceId, device.lastMid),
});
