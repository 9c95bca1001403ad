import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { projectors } from '../../../electron/core/workflows/projectors.ts';
import { openBlobFile } from '../../../electron/db/blob-store.ts';
import { leftContent, refusedContent, unsentContent } from '../../../electron/db/content-rows.ts';
import { droppedContent } from '../../../electron/db/evict-case.ts';
import { openMemoryStore } from '../../../electron/db/open.ts';
import { keepState } from '../../../electron/db/sync-state.ts';
import { createContentLane, undelivered } from '../../../electron/sync/content/content-lane.ts';
import type { ContentPorts, Sending, Sent } from '../../../electron/sync/content/ports.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { BlobStatesReply, BlobStatesRequest } from '../../../shared/sync/attachment-messages.ts';
import { fakeClock } from '../../support/clock.ts';
import { hubList, progressOf } from '../../support/hub-list.ts';
import { fakeIds } from '../../support/ids.ts';
import { insertOf } from '../../support/store.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const content = (n: number): Uint8Array => new TextEncoder().encode(`photo ${n} `.repeat(50 + n));

type State = BlobStatesReply['states'][number];

/** A device with one case and its photos, a hub that is only a map, and a road that does what the test says. */
const begin = (photos: number) => {
  const ids = fakeIds();
  const store = openMemoryStore({
    clock: fakeClock(),
    ids,
    projectors,
    announce: () => undefined,
    clockSkewMs: () => 0,
    machine: { fingerprint: 'm' },
  });
  const folder = mkdtempSync(join(tmpdir(), 'liubu-lane-'));
  folders.push(folder);
  const opened = openBlobFile({ path: join(folder, 'attachments.db'), key: new Uint8Array(32).fill(7) });
  if (!opened.ok) throw new Error(opened.error);
  const blobs = opened.value;
  store.commitLocal((db) => {
    keepState(db, 'hub', { address: 'https://hub', hubId: 'h', personId: 'p', personName: '周岚', role: 'surveyor', connectedAt: '' });
    keepState(db, 'session', { accessToken: 'token', refreshToken: 'again', leaseDays: 14 });
  });
  const caseId = ids.next() as CaseId;
  const list = hubList(caseId);
  const put = (bytes: Uint8Array): string => {
    const kept = blobs.put(bytes);
    if (!kept.ok) throw new Error(kept.error.code);
    return kept.value.sha256;
  };
  const rows = Array.from({ length: photos }, (_, n) => ({
    op: 'insert' as const,
    entity: 'attachment',
    id: ids.next(),
    fields: {
      sha256: put(content(n)),
      thumbnailSha256: put(content(1_000 + n)),
      name: `${n}.jpg`,
      mediaType: 'image/jpeg',
      bytes: content(n).length,
      kind: 'photo',
      subject: 'scene',
      takenAt: '2026-11-20T08:00:00.000Z',
    },
  }));
  const made = list.other([{ op: 'insert', entity: 'case', id: caseId, fields: { reportNumber: 'R-1' } }]);
  store.sync.take({ progress: progressOf(), updates: [made] });
  store.sync.take({ progress: progressOf(), updates: [list.other(rows)] });

  const hub = new Map<string, State>();
  const sent: Sending[] = [];
  const road: { send: (sending: Sending) => Promise<Sent> } = {
    send: async (sending) => {
      const { sha256 } = sending.metadata;
      if (hashOf(sending.bytes) !== sha256) return { ok: false, code: 'changed' };
      hub.set(sha256, { sha256, state: 'complete', bytes: sending.bytes.length, uploadId: null });
      return { ok: true };
    },
  };
  const waits: (() => void)[] = [];
  const ports: ContentPorts = {
    read: store.read,
    blobs,
    keep: (work) => store.sync.keep(work),
    transport: {
      ask: ({ body }, done) => {
        const { requestId, sha256s } = body as BlobStatesRequest;
        const states = sha256s.map((sha256): State => hub.get(sha256) ?? { sha256, state: 'missing', bytes: 0, uploadId: null });
        done({ ok: true, reply: { requestId, states } });
      },
    },
    uploads: {
      send: (sending) => {
        sent.push(sending);
        return road.send(sending);
      },
    },
    downloads: { fetch: async () => ({ ok: false, code: 'offline' }) },
    ids,
    now: () => '2026-11-28T08:00:00.000Z',
    dice: () => 0.5,
    later: (_ms, work) => {
      waits.push(work);
      return () => undefined;
    },
    wakeLoop: vi.fn(),
    settled: () => undefined,
    log: () => undefined,
  };
  const lane = createContentLane(ports);
  const idle = async (): Promise<void> => {
    for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
  };
  return { store, blobs, caseId, rows, hub, sent, road, waits, ports, lane, idle };
};

test('[SY-60] small pictures go before originals, one at a time, and nothing goes twice', async () => {
  const t = begin(3);
  const open = { now: 0, most: 0 };
  const { send } = t.road;
  t.road.send = async (sending) => {
    open.now += 1;
    open.most = Math.max(open.most, open.now);
    await Promise.resolve();
    open.now -= 1;
    return send(sending);
  };
  t.lane.wake();
  t.lane.wake();
  await t.idle();
  expect(t.sent.map(({ metadata }) => metadata.lane)).toEqual([...Array(3).fill('thumbnail'), ...Array(3).fill('original')]);
  expect(open.most).toBe(1);
  t.lane.wake();
  await t.idle();
  expect(t.sent).toHaveLength(6);
});

test('[SY-60] an upload that was cut goes on where the hub says it stopped', async () => {
  const t = begin(1);
  const first = t.rows[0]?.fields.thumbnailSha256 ?? '';
  t.hub.set(first, { sha256: first, state: 'partial', bytes: 900, uploadId: 'half' });
  t.lane.wake();
  await t.idle();
  expect(t.sent.map(({ uploadId }) => uploadId)).toEqual(['half', null]);
});

test('[SY-60] an upload that went on counts only when the hub says it has the file', async () => {
  const t = begin(1);
  const first = t.rows[0]?.fields.thumbnailSha256 ?? '';
  t.hub.set(first, { sha256: first, state: 'partial', bytes: 900, uploadId: 'half' });
  t.road.send = async () => ({ ok: true });
  t.lane.wake();
  await t.idle();
  expect(t.lane.state().problem).toBe('cut');
  expect(unsentContent(t.store.read, 'e1').map(({ sha256 }) => sha256)).toContain(first);
});

test('[SY-60] what the hub has already, from another device or before a lost answer, is not sent', async () => {
  const t = begin(2);
  for (const { fields } of t.rows) t.hub.set(fields.sha256, { sha256: fields.sha256, state: 'complete', bytes: 1, uploadId: null });
  t.lane.wake();
  await t.idle();
  expect(t.sent.map(({ metadata }) => metadata.lane)).toEqual(['thumbnail', 'thumbnail']);
});

test('a line that does not work is waited out, and then everything goes', async () => {
  const t = begin(2);
  const { send } = t.road;
  t.road.send = async () => ({ ok: false, code: 'offline' });
  t.lane.wake();
  await t.idle();
  expect(t.lane.state().problem).toBe('offline');
  expect(t.sent).toHaveLength(1);
  t.road.send = send;
  t.waits.at(-1)?.();
  await t.idle();
  expect(t.lane.state().problem).toBeNull();
  expect(t.hub.size).toBe(4);
});

test('a file the hub will not take keeps its reason and holds up nobody', async () => {
  const t = begin(3);
  const { send } = t.road;
  const bad = t.rows[1]?.fields.sha256;
  t.road.send = async (sending) => (sending.metadata.sha256 === bad ? { ok: false, code: 'rejected' } : send(sending));
  t.lane.wake();
  await t.idle();
  expect(t.hub.size).toBe(5);
  expect(refusedContent(t.store.read)).toMatchObject([{ sha256: bad, code: 'rejected' }]);
  expect(t.blobs.has(bad ?? '')).toBe(true);
});

test('held originals wait, small pictures go on', async () => {
  const t = begin(2);
  t.store.sync.keep((db) => keepState(db, 'holdOriginals', { at: '' }));
  t.lane.wake();
  await t.idle();
  expect(t.sent.map(({ metadata }) => metadata.lane)).toEqual(['thumbnail', 'thumbnail']);
});

test('[SY-50] in a new epoch everything is asked about again, and only what the hub has lost is sent', async () => {
  const t = begin(2);
  t.lane.wake();
  await t.idle();
  const lost = t.rows[0]?.fields.sha256 ?? '';
  t.hub.delete(lost);
  t.store.sync.take({ progress: { ...progressOf(), epoch: 'e2' }, confirmedBut: [] });
  t.lane.wake();
  await t.idle();
  expect(t.sent.slice(4).map(({ metadata }) => metadata.sha256)).toEqual([lost]);
});

test('[SY-47] a case that goes leaves its unsent files as nameless bytes until the hub has them, then nothing', async () => {
  const t = begin(2);
  const { send } = t.road;
  t.road.send = async () => ({ ok: false, code: 'offline' });
  t.lane.wake();
  await t.idle();
  const gone = { caseId: t.caseId, reason: 'reassigned' as const, late: 0, waiting: 0 };
  t.store.sync.take({ progress: progressOf(), evict: [gone] });
  expect(t.store.read.all('SELECT id FROM attachments')).toEqual([]);
  expect(droppedContent(t.store.read)).toEqual([]);
  expect(leftContent(t.store.read)).toHaveLength(4);
  t.road.send = send;
  t.lane.wake();
  await t.idle();
  expect(t.hub.size).toBe(4);
  expect(leftContent(t.store.read)).toEqual([]);
  expect(droppedContent(t.store.read).toSorted()).toEqual(
    t.rows.flatMap(({ fields }) => [fields.sha256, fields.thumbnailSha256]).toSorted(),
  );
});

test('[SY-60] of a case that goes before its photo was judged, the photo waits until the hub has the line that names it', async () => {
  const t = begin(0);
  ownPhoto(t);
  t.store.sync.take({ progress: progressOf(), evict: [{ caseId: t.caseId, reason: 'reassigned', late: 0, waiting: 0 }] });
  t.lane.wake();
  await t.idle();
  expect(t.sent).toEqual([]);
  expect(leftContent(t.store.read)).toHaveLength(1);
  t.store.sync.take({ progress: progressOf({ ack: 1 }), verdicts: [{ mid: 1, code: 'late', ver: 3, facts: {} }] });
  t.lane.wake();
  await t.idle();
  expect(t.hub.size).toBe(1);
  expect(leftContent(t.store.read)).toEqual([]);
});

/** A photo of one's own that was not sent. */
const ownPhoto = (t: ReturnType<typeof begin>, n = 77): string => {
  const bytes = content(n);
  const kept = t.blobs.put(bytes);
  if (!kept.ok) throw new Error(kept.error.code);
  const { sha256 } = kept.value;
  const photo = { name: 'a.jpg', mediaType: 'image/jpeg', kind: 'photo', subject: 'scene', takenAt: '2026-11-20T08:00:00.000Z' };
  const ops = [insertOf('attachment', t.ports.ids.next(), { ...photo, sha256, bytes: bytes.length })];
  expect(t.store.commit({ kind: 'add-attachment', caseId: t.caseId, ops }, null).ok).toBe(true);
  return sha256;
};

/** The same, in a change that then waits for the handler. */
const quarantinedPhoto = (t: ReturnType<typeof begin>): string => {
  const sha256 = ownPhoto(t);
  const facts = { code: 'reassigned' };
  t.store.sync.take({ progress: progressOf({ ack: 1, stable: 1 }), verdicts: [{ mid: 1, code: 'quarantined', ver: null, facts }] });
  expect(t.store.read.get('SELECT 1 FROM attachments WHERE sha256 = ?', sha256)).toBeUndefined();
  return sha256;
};

test('[SY-61] the photo of a change that waits for the handler is sent, and stays here as long as its case does', async () => {
  const t = begin(0);
  const sha256 = quarantinedPhoto(t);
  t.lane.wake();
  await t.idle();
  expect([...t.hub.keys()]).toEqual([sha256]);
  expect(droppedContent(t.store.read)).toEqual([]);
  t.store.sync.take({ progress: progressOf({ ack: 1 }), evict: [{ caseId: t.caseId, reason: 'reassigned', late: 0, waiting: 1 }] });
  expect(droppedContent(t.store.read)).toEqual([sha256]);
});

test('[SY-62] the photo of a change that waits is offered again to a hub of another epoch, which may have lost it', async () => {
  const t = begin(0);
  const sha256 = quarantinedPhoto(t);
  t.lane.wake();
  await t.idle();
  t.hub.clear();
  t.store.sync.take({ progress: { ...progressOf({ ack: 1, stable: 1 }), epoch: 'e2' } });
  t.lane.wake();
  await t.idle();
  expect([...t.hub.keys()]).toEqual([sha256]);
});

test('[SY-61] the photo of a change that waits is sent also after its case has gone, and only then dropped', async () => {
  const t = begin(0);
  const sha256 = quarantinedPhoto(t);
  t.store.sync.take({
    progress: progressOf({ ack: 1, stable: 1 }),
    evict: [{ caseId: t.caseId, reason: 'reassigned', late: 0, waiting: 1 }],
  });
  expect(droppedContent(t.store.read)).toEqual([]);
  t.lane.wake();
  await t.idle();
  expect([...t.hub.keys()]).toEqual([sha256]);
  expect(droppedContent(t.store.read)).toEqual([sha256]);
});

test('[SY-58] a revoked device sends what was made here, held or not, with the token of its ended session, and wakes the machine', async () => {
  const t = begin(2);
  const sha256 = quarantinedPhoto(t);
  t.store.sync.keep((db) => {
    keepState(db, 'holdOriginals', { at: '' });
    keepState(db, 'stop', { reason: null, revoked: true });
  });
  expect(undelivered(t.ports)).toHaveLength(1);
  t.lane.wake();
  await t.idle();
  expect(t.sent.map(({ metadata, accessToken }) => [metadata.sha256, accessToken])).toEqual([[sha256, 'again']]);
  expect(undelivered(t.ports)).toEqual([]);
  expect(t.ports.wakeLoop).toHaveBeenCalledTimes(1);
  t.lane.wake();
  await t.idle();
  expect(t.ports.wakeLoop).toHaveBeenCalledTimes(1);
});

test('[SY-58] a file that a revoked device cannot deliver is given up when the hub will never take it, and not before', async () => {
  const t = begin(0);
  quarantinedPhoto(t);
  t.store.sync.keep((db) => keepState(db, 'stop', { reason: null, revoked: true }));
  t.road.send = async () => ({ ok: false, code: 'hub.busy' });
  t.lane.wake();
  await t.idle();
  expect(undelivered(t.ports)).toHaveLength(1);
  t.road.send = async () => ({ ok: false, code: 'rejected' });
  t.waits.at(-1)?.();
  await t.idle();
  expect(undelivered(t.ports)).toEqual([]);
});

test('[SY-50] what another history of the hub refused is offered again, once the list of its case is confirmed', async () => {
  const t = begin(1);
  const { send } = t.road;
  t.road.send = async () => ({ ok: false, code: 'rejected' });
  t.lane.wake();
  await t.idle();
  expect(refusedContent(t.store.read)).toHaveLength(2);
  t.road.send = send;
  t.store.sync.take({ progress: { ...progressOf(), epoch: 'e2' } });
  t.lane.wake();
  await t.idle();
  expect(t.hub.size).toBe(0);
  t.store.sync.take({ progress: { ...progressOf(), epoch: 'e2' }, confirmedBut: [] });
  t.lane.wake();
  await t.idle();
  expect(t.hub.size).toBe(2);
});

/** A photo of one's own whose line the hub once took in; a hub put back to before it does not say so by itself. */
const takenInPhoto = (t: ReturnType<typeof begin>): string => {
  const sha256 = ownPhoto(t);
  t.store.sync.take({ progress: progressOf({ ack: 1, stable: 1 }), verdicts: [{ mid: 1, code: 'accepted', ver: 3, facts: {} }] });
  return sha256;
};

/** Another change of one's own in the same case, which the hub then takes in. */
const takenInAgain = (t: ReturnType<typeof begin>): void => {
  ownPhoto(t, 78);
  t.store.sync.take({ progress: progressOf({ ack: 2, stable: 2 }), verdicts: [{ mid: 2, code: 'accepted', ver: 4, facts: {} }] });
};

test('[SY-62] what a hub refused while it had lost the line is offered again once it takes in a change of the case', async () => {
  const t = begin(0);
  const sha256 = takenInPhoto(t);
  const { send } = t.road;
  t.road.send = async () => ({ ok: false, code: 'rejected' });
  t.lane.wake();
  await t.idle();
  expect(refusedContent(t.store.read)).toHaveLength(1);
  t.road.send = send;
  takenInAgain(t);
  t.lane.wake();
  await t.idle();
  expect([...t.hub.keys()]).toContain(sha256);
});

test('[SY-62] a refusal that was said before the hub took in a change, and is heard after it, does not count', async () => {
  const t = begin(0);
  const sha256 = takenInPhoto(t);
  const { send } = t.road;
  let answer: (sent: Sent) => void = () => undefined;
  t.road.send = () => new Promise((resolve) => (answer = resolve));
  t.lane.wake();
  await t.idle();
  takenInAgain(t);
  t.road.send = send;
  answer({ ok: false, code: 'rejected' });
  await t.idle();
  expect(refusedContent(t.store.read)).toEqual([]);
  expect([...t.hub.keys()]).toContain(sha256);
});

test('a question about a file that is never answered does not stop the lane for good', async () => {
  const t = begin(1);
  const { ask } = t.ports.transport;
  t.ports.transport.ask = () => undefined;
  t.lane.wake();
  await t.idle();
  t.ports.transport.ask = ask;
  // The deadline, then the pause after it.
  t.waits.at(-1)?.();
  await t.idle();
  expect(t.lane.state().problem).toBe('offline');
  t.waits.at(-1)?.();
  await t.idle();
  expect(t.hub.size).toBe(2);
});

test('[SY-47] of a case that has gone, a file the hub will never take is dropped, and one whose line nothing names any more', async () => {
  const t = begin(1);
  const { send } = t.road;
  t.road.send = async () => ({ ok: false, code: 'offline' });
  t.lane.wake();
  await t.idle();
  t.store.sync.take({ progress: progressOf(), evict: [{ caseId: t.caseId, reason: 'reassigned', late: 0, waiting: 0 }] });
  const original = t.rows[0]?.fields.sha256 ?? '';
  t.road.send = async (sending) => (sending.metadata.sha256 === original ? { ok: false, code: 'rejected' } : send(sending));
  t.lane.wake();
  await t.idle();
  expect([leftContent(t.store.read), refusedContent(t.store.read)]).toEqual([[], []]);
  expect(droppedContent(t.store.read)).toHaveLength(2);
});

test('a case that goes after all its files have arrived gives them up at once', async () => {
  const t = begin(1);
  t.lane.wake();
  await t.idle();
  t.store.sync.take({ progress: progressOf(), evict: [{ caseId: t.caseId, reason: 'reassigned', late: 0, waiting: 0 }] });
  expect(leftContent(t.store.read)).toEqual([]);
  expect(droppedContent(t.store.read)).toHaveLength(2);
});

test('[SY-50] a case that goes in a new epoch keeps its files until the hub, which may have been put back, has them again', async () => {
  const t = begin(1);
  t.lane.wake();
  await t.idle();
  const gone = { caseId: t.caseId, reason: 'reassigned' as const, late: 0, waiting: 0 };
  t.store.sync.take({ progress: { ...progressOf(), epoch: 'e2' }, evict: [gone] });
  expect(droppedContent(t.store.read)).toEqual([]);
  expect(leftContent(t.store.read)).toHaveLength(2);
  t.hub.clear();
  t.lane.wake();
  await t.idle();
  expect(t.hub.size).toBe(2);
  expect(droppedContent(t.store.read)).toHaveLength(2);
});

test('nothing is read or written after the file was closed', async () => {
  const t = begin(2);
  let answer: (sent: Sent) => void = () => undefined;
  t.road.send = () => new Promise((resolve) => (answer = resolve));
  t.lane.wake();
  await t.idle();
  t.lane.close();
  const kept = vi.spyOn(t.ports, 'keep');
  answer({ ok: true });
  await t.idle();
  expect(kept).not.toHaveBeenCalled();
  expect(t.sent).toHaveLength(1);
});
