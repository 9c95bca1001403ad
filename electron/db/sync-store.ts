import type { CaseId, DeviceId, PersonId } from '../../shared/kernel/ids.ts';
import type { Clock } from '../../shared/kernel/ports.ts';
import type { Evict, Resolution } from '../../shared/sync/pull-messages.ts';
import { keepResolution } from './resolution-rows.ts';
import type { Changed } from './commit.ts';
import type { Connection } from './connection.ts';
import { evictCase, forgetHandedOver, keepReleased, purgeSearch } from './evict-case.ts';
import type { WriteDb } from './handles.ts';
import { activeDevice } from './journal.ts';
import type { Projector, TouchedRow } from './projector.ts';
import { rebuildCase, type Projection } from './rebuild.ts';
import { confirmHeads, receiveCase, type CaseUpdate } from './receive-case.ts';
import { renewDevice } from './renew-device.ts';
import { slugsOf, type Slug } from './slugs.ts';
import { keepState, readState, type ProgressState } from './sync-state.ts';
import { dropVerdictsAbove, keepVerdict, type Verdict } from './verdict-rows.ts';

export type SyncPorts = { clock: Clock; projectors: readonly Projector[]; announce: (changed: Changed) => void };

/** What every reply says about this device; taken over in the same transaction as the rest of the reply. */
export type Progress = Omit<ProgressState, 'seenAt'>;

/** One reply, whole: nothing of it is ever applied in part. Source: SPEC [SY-45]. */
export type Taken = {
  progress: Progress | null;
  verdicts?: readonly Verdict[];
  resolutions?: readonly Resolution[];
  updates?: readonly CaseUpdate[];
  evict?: readonly Evict[];
  confirmed?: readonly CaseId[];
  released?: readonly CaseId[];
  /** Anything else that belongs to the reply, for example a published document. */
  also?: (db: WriteDb) => Slug[];
};

/** The sync's own door to the file: whole replies in, one transaction each. */
export type SyncStore = {
  take(reply: Taken): void;
  /** Goes on under a new device id with everything that waits. */
  renew(device: { deviceId: DeviceId; person?: { from: PersonId; to: PersonId } | null }): void;
  deviceId(): DeviceId;
};

export const createSyncStore = (connection: Connection, ports: SyncPorts): SyncStore => ({
  take: (reply) => take(connection, ports, reply),
  renew: (device) => {
    const projection = projectionOf(ports);
    connection.transaction((db) => {
      for (const caseId of renewDevice(db, { ...device, at: projection.now })) rebuildCase(db, caseId, projection);
    });
    ports.announce({ slugs: ['cases', 'sync'], caseId: null });
  },
  deviceId: () => deviceOf(connection.write as never).deviceId,
});

const projectionOf = ({ clock, projectors }: SyncPorts): Projection => ({ projectors, now: clock.now().at });

const deviceOf = (db: WriteDb): { deviceId: DeviceId } => {
  const device = activeDevice(db);
  if (!device) throw new Error('the file has no device');
  return device;
};

const take = (connection: Connection, ports: SyncPorts, reply: Taken): void => {
  const done = connection.transaction((db) => takeIn(db, projectionOf(ports), reply));
  // Pages of an evicted case also stand in the log beside the file until it is emptied.
  if (done.evicted) connection.pragma('wal_checkpoint(TRUNCATE)');
  const slugs = new Set<Slug>([...slugsOf(done.touched), ...done.slugs, 'sync']);
  if (done.evicted) for (const slug of ['cases', 'clocks', 'search', 'drafts'] as const) slugs.add(slug);
  ports.announce({ slugs: [...slugs].toSorted(), caseId: null });
};

type Done = { touched: TouchedRow[]; evicted: boolean; slugs: Slug[] };

const takeIn = (db: WriteDb, projection: Projection, reply: Taken): Done => {
  const { deviceId } = deviceOf(db);
  const again = new Set<CaseId>();
  if (reply.progress) for (const caseId of takeProgress(db, reply.progress, { deviceId, now: projection.now })) again.add(caseId);
  for (const verdict of reply.verdicts ?? []) {
    const hidden = keepVerdict(db, { deviceId, verdict, at: projection.now });
    if (hidden) again.add(hidden);
  }
  for (const one of reply.resolutions ?? []) keepResolution(db, deviceId, one);
  for (const evict of reply.evict ?? []) {
    evictCase(db, evict, projection.now);
    again.delete(evict.caseId);
  }
  const touched = (reply.updates ?? []).flatMap((update) => receiveCase(db, update, projection));
  for (const caseId of again) touched.push(...rebuildCase(db, caseId, projection));
  if (reply.progress && reply.confirmed) confirmHeads(db, reply.confirmed, reply.progress.epoch);
  keepReleased(db, reply.released ?? []);
  const slugs = reply.also?.(db) ?? [];
  return { touched, evicted: letGo(db, deviceId, (reply.evict ?? []).length > 0), slugs };
};

const letGo = (db: WriteDb, deviceId: DeviceId, evicted: boolean): boolean => {
  const progress = readState(db, 'progress');
  const forgotten = progress ? forgetHandedOver(db, deviceId, progress.stable) : 0;
  if (evicted) purgeSearch(db);
  return evicted || forgotten > 0;
};

/**
 * A hub that speaks of a new epoch, or has executed less than it said before, has fallen back: what it said about later
 * numbers no longer holds, and they wait again. Source: SPEC [SY-50], [SY-51].
 */
const takeProgress = (db: WriteDb, progress: Progress, { deviceId, now }: { deviceId: DeviceId; now: string }): CaseId[] => {
  keepState(db, 'progress', { ...progress, seenAt: now });
  return dropVerdictsAbove(db, deviceId, progress.ack);
};
