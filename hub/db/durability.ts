import type { Durability } from '../core/ports.ts';

/**
 * How commits of this server live on. `alone`: no standby, so nothing can fail over to a state without them. `synchronous`: a
 * commit returns only when a standby has it. `trailing`: standbys follow, and what they have not yet written would be lost.
 * Positions are bytes of the write-ahead log.
 */
export type Replication = { mode: 'alone' | 'synchronous' } | { mode: 'trailing'; writtenAt: number; standbyAt: number };

type Ports = { read: () => Promise<Replication>; nowMs: () => number; wait: (ms: number) => Promise<void> };

/** Standbys come and go rarely; until this is over, their last known kind counts. */
const lookEveryMs = 5_000;
const tryEveryMs = 50;
/** A standby that stays behind for longer makes the device ask again; what it sent is kept. */
const longestWaitMs = 10_000;
const mostDevices = 10_000;

type Mark = { ack: number; at: number };

/**
 * What survives a fail-over, from what the server says of its standbys. With trailing standbys a node remembers at which
 * position it has seen which number of a device: a number is stable once every standby has passed that position. A node that
 * has just started knows of none and says 0, which only keeps content on a device for longer. Source: SPEC [SY-39].
 */
export const replicationDurability = (ports: Ports): Durability => {
  const look = lookNow(ports);
  const passed = stableMarks();
  return {
    stable: async (deviceId, ack) => {
      const found = await look();
      return found.mode === 'trailing' ? passed(found, deviceId, ack) : ack;
    },
    settled: async () => {
      const until = ports.nowMs() + longestWaitMs;
      const first = await look();
      for (let found = first; found.mode === 'trailing' && first.mode === 'trailing'; found = await look()) {
        if (found.standbyAt >= first.writtenAt) return;
        if (ports.nowMs() > until) throw new Error('no standby has it yet');
        await ports.wait(tryEveryMs);
      }
    },
  };
};

const lookNow = ({ read, nowMs }: Ports) => {
  const known: { mode: Replication['mode'] | null; until: number } = { mode: null, until: 0 };
  return async (): Promise<Replication> => {
    if (known.mode !== null && known.mode !== 'trailing' && nowMs() < known.until) return { mode: known.mode };
    const found = await read();
    Object.assign(known, { mode: found.mode, until: nowMs() + lookEveryMs });
    return found;
  };
};

type Trailing = Extract<Replication, { mode: 'trailing' }>;

/** Positions at which this node has seen the numbers of devices; only the last one passed and those after it are kept. */
const stableMarks = () => {
  const marks = new Map<string, Mark[]>();
  return ({ writtenAt, standbyAt }: Trailing, deviceId: string, ack: number): number => {
    const before = marks.get(deviceId) ?? [];
    const all = before.at(-1)?.ack === ack ? before : [...before, { ack, at: writtenAt }];
    const last = all.findLastIndex(({ at }) => at <= standbyAt);
    // Set anew, so that the device that was silent for longest is forgotten first.
    marks.delete(deviceId);
    marks.set(deviceId, all.slice(Math.max(0, last)));
    if (marks.size > mostDevices) marks.delete(marks.keys().next().value ?? '');
    return Math.min(ack, all[last]?.ack ?? 0);
  };
};

/** Settings and standbys as PostgreSQL reports them; all numbers as text. */
export type ReplicationRow = {
  names: string;
  commit: string;
  fsync: string;
  written: string;
  standbys: string;
  unread: string;
  flushed: string | null;
};

export const replicationSql = `
  SELECT current_setting('synchronous_standby_names') AS names, current_setting('synchronous_commit') AS commit,
    current_setting('fsync') AS fsync, (pg_current_wal_lsn() - '0/0'::pg_lsn)::text AS written,
    (SELECT count(*)::text FROM pg_stat_replication) AS standbys,
    (SELECT count(*)::text FROM pg_stat_replication WHERE flush_lsn IS NULL) AS unread,
    (SELECT min(flush_lsn - '0/0'::pg_lsn)::text FROM pg_stat_replication) AS flushed`;

/** Commits that are lost with the machine's power would make every answer of the hub a false one. */
export class NotDurableError extends Error {}

const waitsForStandby: readonly string[] = ['on', 'remote_apply'];

export const replicationOf = ({ names, commit, fsync, written, standbys, unread, flushed }: ReplicationRow): Replication => {
  if (fsync === 'off' || commit === 'off') throw new NotDurableError('PostgreSQL runs with fsync or synchronous_commit off');
  if (names.trim() !== '' && waitsForStandby.includes(commit)) return { mode: 'synchronous' };
  if (Number(standbys) === 0) return { mode: 'alone' };
  // A standby whose position is not known, or that the hub's role may not see, has nothing for certain.
  return { mode: 'trailing', writtenAt: Number(written), standbyAt: Number(unread) > 0 ? 0 : Number(flushed ?? 0) };
};
