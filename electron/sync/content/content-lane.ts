import type { BlobStatesReply } from '../../../shared/sync/attachment-messages.ts';
import { exchanges } from '../../../shared/sync/messages.ts';
import { protocolVersion } from '../../../shared/sync/protocol-version.ts';
import { dropLeft, leftContent, markRefused, markSent, unsentContent, unsentOwnContent, type Unsent } from '../../db/content-rows.ts';
import type { BlobStore } from '../../db/blob-store.ts';
import type { ReadDb } from '../../db/handles.ts';
import { activeDevice } from '../../db/journal.ts';
import { readState } from '../../db/sync-state.ts';
import type { NoReply } from '../ports.ts';
import type { ContentPorts } from './ports.ts';

const firstBackOffMs = 2_000;
const longestBackOffMs = 120_000;
const sendDeadlineMs = 10 * 60_000;
const askDeadlineMs = 60_000;

/** What the lane is at, for the sync centre. Counts come from the rows, never from here. */
export type LaneState = { sending: (Unsent & { bytes: number; sentBytes: number }) | null; problem: NoReply | null };

export type ContentLane = {
  /** Something may be there to send: after a round of the other lane, an edit, a poke. */
  wake(): void;
  state(): LaneState;
  /** Stops what is under way; nothing that comes afterwards is heard. */
  close(): void;
};

type Lane = {
  busy: boolean;
  again: boolean;
  closed: boolean;
  failures: number;
  state: LaneState;
  abort: AbortController;
  cancelWait: () => void;
};

/**
 * Sends files beside the changes: one at a time, small pictures before originals. A file that fails waits, and so does its
 * lane; the changes never wait for either. What the hub has whole is asked before anything is sent, so a lost answer, a second
 * device with the same photo or a restored hub costs nothing twice. Source: SPEC [SY-60].
 */
export const createContentLane = (ports: ContentPorts): ContentLane => {
  const lane: Lane = {
    busy: false,
    again: false,
    closed: false,
    failures: 0,
    state: { sending: null, problem: null },
    abort: new AbortController(),
    cancelWait: () => undefined,
  };
  const wake = (): void => {
    if (lane.closed) return;
    lane.cancelWait();
    if (lane.busy) lane.again = true;
    else void drain(ports, lane, wake);
  };
  return {
    wake,
    state: () => lane.state,
    close: () => {
      lane.closed = true;
      lane.cancelWait();
      lane.abort.abort();
    },
  };
};

/** The file is closing while a question is out: nothing may be read or written any more. */
const gone: NoReply = 'cut';

const drain = async (ports: ContentPorts, lane: Lane, wake: () => void): Promise<void> => {
  lane.busy = true;
  try {
    do {
      lane.again = false;
      const failed = await sendAll(ports, lane);
      lane.state = { sending: null, problem: failed };
      if (failed !== null) return waitAndTry(ports, lane, { wake, failed });
      lane.failures = 0;
    } while (lane.again && !lane.closed);
  } finally {
    lane.busy = false;
  }
};

const waitAndTry = (ports: ContentPorts, lane: Lane, { wake, failed }: { wake: () => void; failed: NoReply }): void => {
  if (lane.closed) return;
  if (failed === 'relogin') ports.wakeLoop();
  const longest = Math.min(longestBackOffMs, firstBackOffMs * 2 ** lane.failures);
  lane.failures = Math.min(lane.failures + 1, 16);
  lane.cancelWait = ports.later(Math.ceil(ports.dice() * longest), wake);
};

/** Works off what is there, case by case in the order of the queue; returns why it stopped early. */
const sendAll = async (ports: ContentPorts, lane: Lane): Promise<NoReply | null> => {
  const tried = new Set<string>();
  if (!lane.closed) forgetAbsent(ports);
  for (;;) {
    const road = lane.closed ? null : roadOf(ports);
    const next = road?.unsent.find(({ sha256, caseId }) => !tried.has(`${caseId} ${sha256}`) && ports.blobs.has(sha256));
    if (!road || !next) {
      // What the machine waited for before it destroys the key is through.
      if (road?.revoked && tried.size > 0) ports.wakeLoop();
      return null;
    }
    tried.add(`${next.caseId} ${next.sha256}`);
    const failed = await sendOne(ports, lane, { next, ...road });
    if (failed !== null) return failed;
  }
};

type Road = { epoch: string; judged: string; accessToken: string; revoked: boolean; unsent: Unsent[] };

/** How far the hub had come when it was asked: what it says about a file it has not got holds for no other state of it. */
const judgedBy = (read: ReadDb): string => {
  const progress = readState(read, 'progress');
  return `${activeDevice(read)?.deviceId} ${progress?.epoch} ${progress?.ack}`;
};

/**
 * What may go now, and with which token; null while nothing may. A revoked device has no other right than to deliver what its
 * own changes name, shows the token of its ended session for that, and holds nothing back. Source: SPEC [SY-58].
 */
const roadOf = ({ read }: ContentPorts): Road | null => {
  const stop = readState(read, 'stop');
  const epoch = readState(read, 'progress')?.epoch;
  const session = readState(read, 'session');
  if (epoch === undefined || session === null || (stop !== null && stop.reason !== null)) return null;
  const judged = judgedBy(read);
  if (stop?.revoked) return { epoch, judged, accessToken: session.refreshToken, revoked: true, unsent: unsentOwnContent(read, epoch) };
  const held = readState(read, 'holdOriginals') !== null;
  const unsent = unsentContent(read, epoch).filter(({ lane }) => !(held && lane === 'original'));
  return { epoch, judged, accessToken: session.accessToken, revoked: false, unsent };
};

/** What a revoked device still has to deliver and the hub has not refused. */
export const undelivered = ({ read, blobs }: { read: ReadDb; blobs: Pick<BlobStore, 'has'> }): Unsent[] =>
  unsentOwnContent(read, readState(read, 'progress')?.epoch ?? '').filter(({ sha256 }) => blobs.has(sha256));

/** Content of a handed-over case that never was here, only at the hub: there is nothing to send. */
const forgetAbsent = ({ read, blobs, keep }: ContentPorts): void => {
  const absent = leftContent(read).filter(({ sha256 }) => !blobs.has(sha256));
  if (absent.length > 0) keep((db) => absent.forEach(({ caseId, sha256 }) => dropLeft(db, caseId, sha256)));
};

type One = { next: Unsent; epoch: string; judged: string; accessToken: string };

const sendOne = async (ports: ContentPorts, lane: Lane, one: One): Promise<NoReply | null> => {
  const { next, epoch, judged, accessToken } = one;
  const known = await statesOf(ports, next, accessToken);
  if (lane.closed) return gone;
  if (!known.ok) return known.code;
  if (known.state.state === 'complete') return keepSent(ports, next, epoch);
  const bytes = ports.blobs.read(next.sha256);
  if (bytes === null) return refuse(ports, next, 'damaged');
  lane.state = { sending: { ...next, bytes: bytes.length, sentBytes: 0 }, problem: null };
  const { caseId, attachmentId, lane: kind, sha256 } = next;
  const sent = await ports.uploads.send({
    metadata: { caseId, attachmentId: attachmentId as never, lane: kind, sha256: sha256 as never },
    bytes,
    uploadId: known.state.state === 'partial' ? known.state.uploadId : null,
    accessToken,
    signal: AbortSignal.any([lane.abort.signal, AbortSignal.timeout(sendDeadlineMs)]),
    progress: (sentBytes) => (lane.state = { sending: { ...next, bytes: bytes.length, sentBytes }, problem: null }),
  });
  if (lane.closed) return gone;
  if (sent.ok) return known.state.state === 'partial' ? keepIfWhole(ports, lane, one) : keepSent(ports, next, epoch);
  ports.log('sync.content', { code: sent.code, lane: kind });
  if (sent.code === 'rejected' && judged !== judgedBy(ports.read)) {
    lane.again = true;
    return null;
  }
  if (sent.code === 'rejected') return refuse(ports, next, 'rejected');
  return sent.code === 'changed' ? 'cut' : sent.code;
};

/** All bytes of an upload that was cut may have arrived without having been checked: only the hub's own word counts. */
const keepIfWhole = async (ports: ContentPorts, lane: Lane, { next, epoch, accessToken }: One): Promise<NoReply | null> => {
  const known = await statesOf(ports, next, accessToken);
  if (lane.closed) return gone;
  if (!known.ok) return known.code;
  return known.state.state === 'complete' ? keepSent(ports, next, epoch) : 'cut';
};

const keepSent = (ports: ContentPorts, next: Unsent, epoch: string): null => {
  ports.keep((db) => markSent(db, next, epoch));
  ports.settled();
  return null;
};

const refuse = (ports: ContentPorts, next: Unsent, code: string): null => {
  ports.keep((db) => markRefused(db, next, { code, at: ports.now() }));
  ports.settled();
  return null;
};

type Known = { ok: true; state: BlobStatesReply['states'][number] } | { ok: false; code: NoReply };

const statesOf = (ports: ContentPorts, { caseId, sha256 }: Unsent, accessToken: string): Promise<Known> =>
  new Promise((resolve) => {
    const requestId = ports.ids.next();
    const body = { protocol: protocolVersion, requestId, caseId, sha256s: [sha256] };
    // An answer may never come: the lane would stand still for good.
    const cancel = ports.later(askDeadlineMs, () => resolve({ ok: false, code: 'offline' }));
    ports.transport.ask({ what: 'blobStates', body, accessToken }, (answer) => {
      cancel();
      if (!answer.ok) return resolve({ ok: false, code: answer.code });
      const reply = exchanges.blobStates.reply.safeParse(answer.reply);
      const state =
        reply.success && reply.data.requestId === requestId ? reply.data.states.find((one) => one.sha256 === sha256) : undefined;
      resolve(state ? { ok: true, state } : { ok: false, code: 'cut' });
    });
  });
