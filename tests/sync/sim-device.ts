import type { Projector } from '../../electron/db/projector.ts';
import { openMemoryStore, type Store } from '../../electron/db/open.ts';
import { keepState, readState } from '../../electron/db/sync-state.ts';
import { dropContent } from '../../electron/core/sync-service.ts';
import { undelivered, type ContentLane } from '../../electron/sync/content/content-lane.ts';
import { createRunner, type SyncRunner } from '../../electron/sync/runner.ts';
import type { Sending, Sent } from '../../electron/sync/content/ports.ts';
import type { Answer, Question, TimerName } from '../../electron/sync/ports.ts';
import { projectors as realProjectors } from '../../electron/core/workflows/projectors.ts';
import { protocolVersion } from '../../shared/sync/protocol-version.ts';
import { sessionReplySchema, type SessionReply } from '../../shared/sync/session-messages.ts';
import type { Coverage } from './coverage.ts';
import type { Dice } from './dice.ts';
import type { EventQueue } from './event-queue.ts';
import type { FilePool } from './file-pool.ts';
import { faultySha256, faultyStore, type Planted } from './planted.ts';
import { createSimBlobs, type SimBlobs } from './sim-blobs.ts';
import { createSimLane } from './sim-lane.ts';
import { sha256 as realSha256 } from './sim-hub.ts';

/** The process of a device ended between two steps; its file is as the last transaction left it. */
export class DeviceKilled extends Error {}

class DiskFull extends Error {
  readonly code = 'SQLITE_FULL';
}

export type Wire = {
  ask(device: SimDevice, question: { what: Question; body: unknown; accessToken: string | null }, done: (answer: Answer) => void): void;
};

/** The road of files between a device and the hub. */
export type Road = { upload(device: SimDevice, sending: Sending): Promise<Sent> };

export type SimDevice = {
  name: string;
  personId: string;
  store: Store & { image(): Uint8Array };
  runner: SyncRunner | null;
  /** Content of attachments, where the run has any. */
  blobs: SimBlobs;
  lane: ContentLane | null;
  dropContent(): void;
  online: boolean;
  /** Revoked, surrendered and wiped. */
  forgotten: boolean;
  clockOffset: number;
  /** How wrong its clock is when it does not jump. */
  clockShift: number;
  /** An app that does not know the newest field yet. */
  older: boolean;
  killIn: number;
  /** A sign-in is on its way. */
  askedIn: boolean;
  /** Its disk went back: versions may, too. */
  wentBack: boolean;
  fullFor: number;
  start(): void;
  kill(): void;
  restart(): void;
  /** The disk goes back to an earlier moment. */
  goBackTo(image: Uint8Array, how?: { newDevice: boolean }): void;
  /** The app is replaced by the newest one. */
  upgrade(): void;
  image(): Uint8Array;
  signIn(login: (body: unknown) => Promise<Answer>): Promise<string>;
};

type Parts = {
  name: string;
  personId: string;
  index: number;
  files: FilePool;
  queue: EventQueue;
  dice: Dice;
  coverage: Coverage;
  planted: Planted;
  wire: Wire & Road;
  photos: boolean;
  boards: boolean;
};

/**
 * An older app is told apart by one field: what the others call `hopes` reaches it under a name it does not know. It must keep it,
 * count it in the hash, and show it after its upgrade.
 */
const [knownName, newerName] = ['"hopes"', '"hopesOfANewerApp"'];
const asOlder = (answer: Answer): Answer => JSON.parse(JSON.stringify(answer).replaceAll(knownName, newerName)) as Answer;

/** One real device: its file in memory, its real sync, its own wrong clock. */
export const createSimDevice = (parts: Parts): SimDevice => {
  const { queue, dice, coverage, planted, wire } = parts;
  const sha256 = faultySha256(realSha256, planted);
  const local = { ids: 0, timers: new Map<TimerName, () => void>() };
  const mayDie = (): void => {
    if (device.killIn === 0) return;
    device.killIn -= 1;
    if (device.killIn === 0) throw new DeviceKilled(parts.name);
  };
  const disk: Projector = () => {
    mayDie();
    if (device.fullFor > queue.now()) throw new DiskFull('full');
  };
  const clock = {
    now: () => {
      mayDie();
      return { at: new Date(queue.now() + device.clockOffset).toISOString(), utcOffset: 480 };
    },
  };
  const ids = {
    next: () => {
      local.ids += 1;
      // Spread over the buckets like real ids.
      const tail = (Math.imul(local.ids, 0x9e37) & 0xffff).toString(16).padStart(4, '0');
      return `0192${parts.index.toString(16).padStart(4, '0')}-0000-7000-8000-${local.ids.toString(16).padStart(8, '0')}${tail}`;
    },
  };
  const open = (image: Uint8Array | null, how: { newDevice?: boolean; upgraded?: boolean } = {}) =>
    openMemoryStore(
      {
        clock,
        ids,
        projectors: parts.boards ? [...realProjectors, disk] : [disk],
        announce: () => mayDie(),
        clockSkewMs: () => 0,
        machine: { fingerprint: 'm' },
      },
      { image, fresh: parts.files.take, ...how },
    );
  const stopTimers = (): void => {
    for (const clear of local.timers.values()) clear();
    local.timers.clear();
  };
  const newest: { done: ((answer: Answer) => void) | null; requestId: unknown } = { done: null, requestId: null };
  const run = (): SyncRunner =>
    createRunner({
      read: device.store.read,
      store: faultyStore({ store: device.store, mayDie }, planted.device),
      transport: {
        ask: (question, done) => {
          newest.done = done;
          newest.requestId = (question.body as { requestId?: unknown }).requestId;
          wire.ask(device, question, (answer) => lateOr(device.older ? asOlder(answer) : answer, done));
        },
      },
      timers: {
        set: (name, ms) => {
          local.timers.get(name)?.();
          local.timers.set(
            name,
            queue.after(ms, `${parts.name} ${name}`, () => {
              local.timers.delete(name);
              device.runner?.timer(name);
            }),
          );
        },
        clear: (name) => {
          local.timers.get(name)?.();
          local.timers.delete(name);
        },
      },
      clock,
      ids,
      sha256: (text) => sha256(device.older ? text.replaceAll(newerName, knownName) : text),
      monotonicMs: queue.now,
      dice: dice.next,
      hasUnsentFiles: () =>
        parts.photos && planted.device !== 'wipe-before-files' && undelivered({ read: device.store.read, blobs: device.blobs }).length > 0,
      forget: () => {
        coverage.add('forgotten');
        device.forgotten = true;
        device.kill();
      },
      settled: () => {
        if (!parts.photos) return;
        device.dropContent();
        device.lane?.wake();
      },
      soon: (work) => void queue.after(1, `${parts.name} soon`, work),
      log: () => undefined,
    });
  const laneOf = (): ContentLane =>
    createSimLane({
      name: parts.name,
      store: device.store,
      blobs: device.blobs,
      queue,
      dice,
      ids,
      transport: { ask: (question, done) => wire.ask(device, question, done) },
      uploads: { send: (sending) => wire.upload(device, sending) },
      isKill: (error) => error instanceof DeviceKilled,
      dropContent: () => device.dropContent(),
      wakeLoop: () => device.runner?.wake('hand'),
    });
  const lateOr = (answer: Answer, done: (answer: Answer) => void): void => {
    const wasCut = planted.device === 'wipe-without-surrender' && !answer.ok && answer.code === 'revoked';
    if (wasCut) {
      device.forgotten = true;
      device.kill();
      return;
    }
    if (planted.device !== 'late-reply-accepted' || !answer.ok || newest.done === null || newest.done === done) return done(answer);
    newest.done({ ok: true, reply: { ...(answer.reply as object), requestId: newest.requestId } });
  };
  const device: SimDevice = {
    name: parts.name,
    personId: parts.personId,
    store: undefined as never,
    runner: null,
    blobs: createSimBlobs(),
    lane: null,
    dropContent: () => {
      const blobs = planted.device === 'file-kept-after-eviction' ? { drop: () => undefined } : device.blobs;
      dropContent(device.store, blobs);
    },
    online: true,
    forgotten: false,
    clockOffset: 0,
    clockShift: 0,
    older: false,
    killIn: 0,
    askedIn: false,
    wentBack: false,
    fullFor: 0,
    start: () => {
      if (device.forgotten) return;
      device.runner = run();
      if (parts.photos) device.lane = laneOf();
      device.runner.start();
    },
    kill: () => {
      device.killIn = 0;
      stopTimers();
      device.runner?.close();
      device.runner = null;
      device.lane?.close();
      device.lane = null;
    },
    restart: () => {
      if (device.forgotten || device.runner) return;
      device.start();
    },
    goBackTo: (image, how) => {
      device.kill();
      device.fullFor = 0;
      device.wentBack = true;
      device.store.close();
      device.store = open(image, how);
      if (!device.older) device.upgrade();
    },
    upgrade: () => {
      const runs = device.runner !== null;
      device.kill();
      device.fullFor = 0;
      device.older = false;
      device.store.sync.keep((db) =>
        db.run('UPDATE journal SET ops = replace(ops, ?, ?) WHERE instr(ops, ?) > 0', newerName, knownName, newerName),
      );
      const image = device.store.image();
      device.store.close();
      device.store = open(image, { upgraded: planted.device !== 'kept-but-never-shown' });
      if (runs) device.restart();
    },
    image: () => device.store.image(),
    signIn: async (login) => {
      const { sync, read } = device.store;
      const asked = {
        protocol: protocolVersion,
        loginName: '',
        password: '',
        device: { deviceId: sync.deviceId(), machine: 'm', appVersion: '1' },
      };
      const answer = await login(asked);
      if (!answer.ok) return answer.code;
      const reply = sessionReplySchema.parse(answer.reply) as SessionReply;
      const own = read.get<{ mid: number }>('SELECT last_mid AS mid FROM devices WHERE retired_at IS NULL')?.mid ?? 0;
      const waits = read.get('SELECT 1 FROM sync_state WHERE key = ?', 'hub') !== undefined;
      if (reply.lastMid > own && !waits) {
        sync.renew({ deviceId: ids.next() as never });
        return device.signIn(login);
      }
      sync.keepSession(reply);
      sync.keep((db) => {
        const { id, name, role } = reply.person;
        keepState(db, 'hub', { address: 'sim', hubId: reply.hubId, personId: id, personName: name, role, connectedAt: '' });
        if (readState(db, 'stop')?.reason !== 'mass-evict') keepState(db, 'stop', null);
      });
      return 'ok';
    },
  };
  device.store = open(null);
  return device;
};
