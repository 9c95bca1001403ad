import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { hubDownloads } from '../../electron/sync/content/hub-downloads.ts';
import { tusUploads } from '../../electron/sync/content/tus-uploads.ts';
import type { Sent } from '../../electron/sync/content/ports.ts';
import { folderFiles } from '../../hub/attachments/blob-files.ts';
import { dropStaleUploads } from '../../hub/attachments/stale-uploads.ts';
import { revokeDevice } from '../../hub/core/admin.ts';
import { openPostgres } from '../../hub/db/postgres.ts';
import { createApp } from '../../hub/server/app.ts';
import { attachmentLane } from '../../hub/server/attachment-lane.ts';
import { createMetrics } from '../../hub/server/metrics.ts';
import { createPokes } from '../../hub/server/pokes.ts';
import { jwtTokens } from '../../hub/server/system-ports.ts';
import type { BlobStatesReply } from '../../shared/sync/attachment-messages.ts';
import type { WireChange } from '../../shared/sync/wire-change.ts';
import { startCuttingProxy, type CuttingProxy } from './support/cutting-proxy.ts';
import { newId, signIn, type TestDevice } from './support/device.ts';
import { assign, insert, register, set } from './support/operations.ts';
import { freshDatabase } from './support/stores.ts';
import { createWorld, movedClock, type World } from './support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'liubu-files-'));
const files = folderFiles(folder);
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type Node = { port: number; address: string; close: () => Promise<void> };

let url: string;
let db: ReturnType<typeof openPostgres>;
let world: World;
let nodes: Node[];
let line: CuttingProxy;

const startNode = async (): Promise<Node> => {
  const pokes = createPokes({ broadcast: async () => undefined, regionOf: async () => null, onCount: () => undefined });
  const context = { hub: world.hub, ports: world.ports, pokes, metrics: createMetrics() };
  const lanes = [attachmentLane(files, url)];
  const app = await createApp(context, { exposure: { kind: 'loopback' }, requestsPerMinute: 100_000, lanes });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return { address, port: (app.server.address() as AddressInfo).port, close: () => app.close() };
};

beforeAll(async () => {
  url = await freshDatabase();
  db = openPostgres(url, { connections: 6 });
  world = await createWorld(db, { tokens: jwtTokens(randomBytes(32), movedClock()) });
  nodes = [await startNode(), await startNode()];
  line = await startCuttingProxy(nodes[0]!.port);
});

afterEach(() => line.cutAfter(null));

afterAll(async () => {
  await line.close();
  for (const node of nodes) await node.close();
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const photo = (bytes = 3 * 1024 * 1024): Uint8Array => new Uint8Array(randomBytes(bytes));

/** Tells of a photo and its small picture, as a device does before it sends either. */
const announce = async (device: TestDevice, caseId: string, original: Uint8Array, small: Uint8Array) => {
  const attachmentId = newId();
  const verdict = await device.does(
    caseId,
    insert('attachment', attachmentId, {
      sha256: sha256Of(original),
      thumbnailSha256: sha256Of(small),
      name: 'a.jpg',
      mediaType: 'image/jpeg',
      bytes: original.length,
      kind: 'photo',
      subject: 'scene',
      takenAt: '2026-11-01T00:00:00.000Z',
    }),
  );
  return { attachmentId, verdict: verdict.verdict };
};

type Piece = { caseId: string; attachmentId: string; lane?: 'original' | 'thumbnail'; bytes: Uint8Array; sha256?: string };

const send = (device: TestDevice, piece: Piece, over: { uploadId?: string | null; port?: number } = {}): Promise<Sent> =>
  tusUploads(() => `http://127.0.0.1:${over.port ?? nodes[0]!.port}`).send({
    metadata: {
      caseId: piece.caseId as never,
      attachmentId: piece.attachmentId as never,
      lane: piece.lane ?? 'original',
      sha256: (piece.sha256 ?? sha256Of(piece.bytes)) as never,
    },
    bytes: piece.bytes,
    uploadId: over.uploadId ?? null,
    accessToken: device.session.accessToken,
    signal: AbortSignal.timeout(20_000),
    progress: () => undefined,
  });

const fetchFrom = (device: TestDevice, caseId: string, sha256: string, port = nodes[0]!.port) =>
  hubDownloads(() => `http://127.0.0.1:${port}`).fetch({
    caseId,
    sha256,
    accessToken: device.session.accessToken,
    signal: AbortSignal.timeout(20_000),
  });

const stateOf = async (device: TestDevice, caseId: string, sha256: string) => {
  const body = JSON.stringify({ protocol: 1, requestId: newId(), caseId, sha256s: [sha256] });
  const response = await fetch(`${nodes[0]!.address}/attachments/states`, {
    method: 'POST',
    headers: { authorization: `Bearer ${device.session.accessToken}`, 'content-type': 'application/json' },
    body,
  });
  return ((await response.json()) as BlobStatesReply).states[0];
};

const begin = async () => {
  const mine = await signIn(world, 'surveyor');
  const caseId = await register(mine);
  const [original, small] = [photo(), photo(20_000)];
  return { mine, caseId, original, small, ...(await announce(mine, caseId, original, small)) };
};

test('[SY-60] content comes whole to a colleague who may see the case, with its hash, by ranges or at once', async () => {
  const { mine, caseId, original, small, attachmentId } = await begin();
  expect(await send(mine, { caseId, attachmentId, lane: 'thumbnail', bytes: small })).toEqual({ ok: true });
  expect(await send(mine, { caseId, attachmentId, bytes: original })).toEqual({ ok: true });
  expect(await stateOf(mine, caseId, sha256Of(original))).toMatchObject({ state: 'complete', bytes: original.length });
  const handler = await signIn(world, 'handler');
  const fetched = await fetchFrom(handler, caseId, sha256Of(original), nodes[1]!.port);
  expect(fetched.ok && sha256Of(fetched.bytes)).toBe(sha256Of(original));
  const part = await fetch(`${nodes[0]!.address}/attachments/content/${caseId}/${sha256Of(original)}`, {
    headers: { authorization: `Bearer ${handler.session.accessToken}`, range: 'bytes=100-199' },
  });
  expect(part.status).toBe(206);
  expect(Buffer.from(await part.arrayBuffer()).equals(Buffer.from(original.subarray(100, 200)))).toBe(true);
});

test('[SY-60] cut at any byte, an upload goes on where it stopped, on the other node, until it is whole', async () => {
  const { mine, caseId, original, attachmentId } = await begin();
  const sha256 = sha256Of(original);
  const before = line.cuts();
  for (let turn = 0; turn < 12; turn += 1) {
    const at = await stateOf(mine, caseId, sha256);
    if (at?.state === 'complete') break;
    // The first tries are cut at bytes spread over headers and content.
    line.cutAfter(turn < 8 ? 400 + turn * 317_771 : null);
    await send(
      mine,
      { caseId, attachmentId, bytes: original },
      { uploadId: at?.uploadId ?? null, port: turn % 2 === 0 ? line.port : nodes[1]!.port },
    );
  }
  expect(line.cuts() - before).toBeGreaterThan(0);
  expect(await stateOf(mine, caseId, sha256)).toMatchObject({ state: 'complete' });
  const fetched = await fetchFrom(mine, caseId, sha256);
  expect(fetched.ok && sha256Of(fetched.bytes)).toBe(sha256);
});

test('[SY-60] a node that ended after the last byte and before its check has not got the file, until somebody asks for it', async () => {
  const { mine, caseId, original, attachmentId } = await begin();
  const sha256 = sha256Of(original);
  const said = Object.entries({ caseId, attachmentId, lane: 'original', sha256 }).map(([name, text]) => `${name} ${btoa(text)}`);
  const made = await fetch(`${nodes[0]!.address}/attachments/uploads`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${mine.session.accessToken}`,
      'tus-resumable': '1.0.0',
      'upload-length': String(original.length),
      'upload-metadata': said.join(','),
    },
  });
  const uploadId = made.headers.get('location')?.split('/').at(-1) ?? '';
  writeFileSync(join(folder, uploadId), original);
  expect(await stateOf(mine, caseId, sha256)).toMatchObject({ state: 'partial', uploadId });
  const answers = await Promise.all(
    [0, 1].map((i) => send(mine, { caseId, attachmentId, bytes: original }, { uploadId, port: nodes[i]!.port })),
  );
  expect(answers).toContainEqual({ ok: true });
  expect(await stateOf(mine, caseId, sha256)).toMatchObject({ state: 'complete', bytes: original.length });
  const fetched = await fetchFrom(mine, caseId, sha256);
  expect(fetched.ok && sha256Of(fetched.bytes)).toBe(sha256);
});

test('a download that is cut goes on from where it stopped', async () => {
  const { mine, caseId, original, attachmentId } = await begin();
  await send(mine, { caseId, attachmentId, bytes: original });
  const before = line.cuts();
  line.cutAfter(1_700_000, 'down');
  const fetched = await fetchFrom(mine, caseId, sha256Of(original), line.port);
  expect(line.cuts() - before).toBe(1);
  expect(fetched.ok && sha256Of(fetched.bytes)).toBe(sha256Of(original));
});

test('[SY-60] content that is not what its hash says is thrown away, and the right one still comes in', async () => {
  const { mine, caseId, original, attachmentId } = await begin();
  const wrong = original.slice();
  wrong[7] = (wrong[7] ?? 0) ^ 1;
  expect(await send(mine, { caseId, attachmentId, bytes: wrong, sha256: sha256Of(original) })).toEqual({ ok: false, code: 'changed' });
  expect(await stateOf(mine, caseId, sha256Of(original))).toMatchObject({ state: 'missing' });
  expect(await send(mine, { caseId, attachmentId, bytes: original })).toEqual({ ok: true });
});

test('[SY-60] what no row of the case promises is not taken: another hash, another size, another case, no row at all', async () => {
  const { mine, caseId, original, small, attachmentId } = await begin();
  const other = await register(mine);
  const stray = photo(5_000);
  for (const piece of [
    { caseId, attachmentId, bytes: stray },
    { caseId, attachmentId: newId(), bytes: stray },
    { caseId: other, attachmentId, bytes: original },
    { caseId, attachmentId, lane: 'thumbnail' as const, bytes: original },
    { caseId, attachmentId, bytes: small },
  ]) {
    expect(await send(mine, piece)).toEqual({ ok: false, code: 'rejected' });
  }
});

test('a guessed hash, a foreign case and a foreign upload are answered as if they did not exist', async () => {
  const { mine, caseId, original, small, attachmentId } = await begin();
  await send(mine, { caseId, attachmentId, bytes: original });
  const stranger = await signIn(world, 'surveyorWest');
  expect(await fetchFrom(stranger, caseId, sha256Of(original))).toEqual({ ok: false, code: 'not-found' });
  const theirs = await register(stranger);
  expect(await fetchFrom(stranger, theirs, sha256Of(original))).toEqual({ ok: false, code: 'not-found' });
  expect(await stateOf(stranger, caseId, sha256Of(original))).toMatchObject({ state: 'missing' });
  expect(await send(stranger, { caseId, attachmentId, bytes: original })).toEqual({ ok: false, code: 'rejected' });
  // An upload under way belongs to the device that began it: a colleague who names it begins one of their own.
  line.cutAfter(9_000);
  await send(mine, { caseId, attachmentId, lane: 'thumbnail', bytes: small }, { port: line.port });
  const open = await stateOf(mine, caseId, sha256Of(small));
  expect(open?.state).toBe('partial');
  const colleague = await signIn(world, 'handler');
  const piece = { caseId, attachmentId, lane: 'thumbnail' as const, bytes: small };
  expect((await send(colleague, piece, { uploadId: open?.uploadId ?? '' })).ok).toBe(true);
  expect(await stateOf(colleague, caseId, sha256Of(small))).toMatchObject({ state: 'complete' });
});

test('without a good token nothing is taken or given', async () => {
  const { mine, caseId, original, attachmentId } = await begin();
  const forged = { ...mine, session: { ...mine.session, accessToken: `${mine.session.accessToken.slice(0, -4)}AAAA` } } as TestDevice;
  expect(await send(forged, { caseId, attachmentId, bytes: original })).toEqual({ ok: false, code: 'relogin' });
  expect(await fetchFrom(forged, caseId, sha256Of(original))).toEqual({ ok: false, code: 'relogin' });
});

test('[SY-47] files of a case that was handed over meanwhile still arrive, and the new owner opens them', async () => {
  const { mine, caseId, original, attachmentId } = await begin();
  const handler = await signIn(world, 'handler');
  await handler.does(caseId, assign(world.people.surveyor, world.people.surveyor2));
  const late = await announce(mine, caseId, photo(4_000), photo(4_001));
  expect(late.verdict).toBe('late');
  expect(await send(mine, { caseId, attachmentId, bytes: original })).toEqual({ ok: true });
  expect(await fetchFrom(mine, caseId, sha256Of(original))).toEqual({ ok: false, code: 'not-found' });
  const next = await signIn(world, 'surveyor2');
  const fetched = await fetchFrom(next, caseId, sha256Of(original));
  expect(fetched.ok && fetched.bytes.length).toBe(original.length);
});

/** As the device itself would: the token of its session that ended with the revocation. */
const revoked = async (device: TestDevice): Promise<TestDevice> => {
  const admin = await signIn(world, 'admin');
  expect(await revokeDevice(world.ports, admin.who, device.deviceId)).toMatchObject({ ok: true });
  return { ...device, session: { ...device.session, accessToken: device.session.refreshToken } };
};

const handOver = (device: TestDevice, changes: WireChange[]) =>
  world.hub.surrender({
    protocol: 3,
    requestId: newId(),
    refreshToken: device.session.refreshToken,
    deviceId: device.deviceId,
    changes,
  } as never);

const photoLine = (original: Uint8Array, small: Uint8Array) => ({
  sha256: sha256Of(original),
  thumbnailSha256: sha256Of(small),
  name: 'a.jpg',
  mediaType: 'image/jpeg',
  bytes: original.length,
  kind: 'photo',
  subject: 'scene',
  takenAt: '2026-11-01T00:00:00.000Z',
});

test('[SY-58] a revoked device delivers what its accepted and its handed-over changes name, and nothing else', async () => {
  const { mine, caseId, original, attachmentId } = await begin();
  const [waiting, small, id] = [photo(5_000), photo(600), newId()];
  const unsent = mine.change(caseId, [insert('attachment', id, photoLine(waiting, small))]);
  const handler = await signIn(world, 'handler');
  const theirs = await announce(handler, caseId, photo(4_000), photo(4_001));
  const token = mine.session.accessToken;
  const lost = await revoked(mine);
  // With its own token it is told so; with the other one it has no right before it has handed over the line.
  expect(await send({ ...mine, session: { ...mine.session, accessToken: token } }, { caseId, attachmentId, bytes: original })).toEqual({
    ok: false,
    code: 'revoked',
  });
  expect(await send(lost, { caseId, attachmentId: id, bytes: waiting })).toEqual({ ok: false, code: 'rejected' });
  expect(await handOver(mine, [unsent])).toMatchObject({ ok: true, value: { verdicts: [{ verdict: 'quarantined' }] } });
  expect(await send(lost, { caseId, attachmentId: id, bytes: photo(5_000) })).toEqual({ ok: false, code: 'rejected' });
  expect(await send(lost, { caseId, attachmentId: theirs.attachmentId, bytes: photo(4_000) })).toEqual({ ok: false, code: 'rejected' });
  const wrong = waiting.slice();
  wrong[3] = (wrong[3] ?? 0) ^ 1;
  expect(await send(lost, { caseId, attachmentId: id, bytes: wrong, sha256: sha256Of(waiting) })).toEqual({ ok: false, code: 'changed' });
  expect(await send(lost, { caseId, attachmentId: id, lane: 'thumbnail', bytes: small })).toEqual({ ok: true });
  expect(await send(lost, { caseId, attachmentId: id, bytes: waiting })).toEqual({ ok: true });
  expect(await send(lost, { caseId, attachmentId, bytes: original })).toEqual({ ok: true });
  expect(await stateOf(lost, caseId, sha256Of(waiting))).toMatchObject({ state: 'complete' });
  // It reads nothing, not even what it has sent, and a token of a device that was not revoked is none.
  expect(await fetchFrom(lost, caseId, sha256Of(original))).toEqual({ ok: false, code: 'relogin' });
  const other = { ...handler, session: { ...handler.session, accessToken: handler.session.refreshToken } };
  expect(await send(other, { caseId, attachmentId, bytes: original })).toEqual({ ok: false, code: 'relogin' });
});

test('[SY-58] what is cut while a revoked device delivers goes on where it stopped', async () => {
  const { mine, caseId, original, attachmentId } = await begin();
  const lost = await revoked(mine);
  line.cutAfter(1_200_000);
  expect((await send(lost, { caseId, attachmentId, bytes: original }, { port: line.port })).ok).toBe(false);
  const open = await stateOf(lost, caseId, sha256Of(original));
  expect(open).toMatchObject({ state: 'partial' });
  expect(await send(lost, { caseId, attachmentId, bytes: original }, { uploadId: open?.uploadId ?? null })).toEqual({ ok: true });
  expect(await stateOf(lost, caseId, sha256Of(original))).toMatchObject({ state: 'complete' });
});

test('[SY-61] the picture of a change that waits reaches the hub, who decides may see it, and after it was taken everybody', async () => {
  const { mine, caseId } = await begin();
  const handler = await signIn(world, 'handler');
  await handler.does(caseId, assign(world.people.surveyor, world.people.surveyor2));
  const [waiting, small, id] = [photo(5_000), photo(600), newId()];
  // A line and an edit in one change: it waits whole.
  const edit = set('case', caseId, { ver: 1 }, { plate: '苏A80109' });
  const verdict = await mine.does(caseId, insert('attachment', id, photoLine(waiting, small)), edit);
  expect(verdict.verdict).toBe('quarantined');
  const next = await signIn(world, 'surveyor2');
  expect(await send(next, { caseId, attachmentId: id, bytes: waiting })).toEqual({ ok: false, code: 'rejected' });
  expect(await send(mine, { caseId, attachmentId: id, bytes: waiting })).toEqual({ ok: true });
  expect(await send(mine, { caseId, attachmentId: id, lane: 'thumbnail', bytes: small })).toEqual({ ok: true });
  // A lost answer costs nothing twice, also for what no row names yet.
  expect(await stateOf(mine, caseId, sha256Of(waiting))).toMatchObject({ state: 'complete' });
  expect(await fetchFrom(next, caseId, sha256Of(waiting))).toEqual({ ok: false, code: 'not-found' });
  expect(await stateOf(next, caseId, sha256Of(waiting))).toMatchObject({ state: 'missing' });
  const seen = await fetchFrom(handler, caseId, sha256Of(small));
  expect(seen.ok && sha256Of(seen.bytes)).toBe(sha256Of(small));
  const ask = { protocol: 3, requestId: newId() };
  const inbox = await world.hub.inbox(handler.who, ask as never);
  const waits = inbox.ok ? inbox.value.waiting.find(({ change }) => change.caseId === caseId) : undefined;
  const decided = await world.hub.decide(handler.who, { ...ask, id: waits?.id ?? '', outcome: 'taken', reason: null } as never);
  expect(decided).toMatchObject({ ok: true });
  const fetched = await fetchFrom(next, caseId, sha256Of(waiting));
  expect(fetched.ok && sha256Of(fetched.bytes)).toBe(sha256Of(waiting));
});

test('two devices that send one file at a time through two nodes leave one whole copy', async () => {
  const { mine, caseId, original, attachmentId } = await begin();
  const handler = await signIn(world, 'handler');
  const both = await Promise.all([
    send(mine, { caseId, attachmentId, bytes: original }),
    send(handler, { caseId, attachmentId, bytes: original }, { port: nodes[1]!.port }),
  ]);
  expect(both.some(({ ok }) => ok)).toBe(true);
  const blobs = await db.snapshot((reads) =>
    reads.query<{ uploadId: string }>('SELECT upload_id AS "uploadId" FROM blobs WHERE case_id = $1', caseId),
  );
  expect(blobs).toHaveLength(1);
  expect(existsSync(join(folder, blobs[0]?.uploadId ?? 'none'))).toBe(true);
  const fetched = await fetchFrom(handler, caseId, sha256Of(original));
  expect(fetched.ok && sha256Of(fetched.bytes)).toBe(sha256Of(original));
});

test('what was begun and never finished goes after two weeks', async () => {
  const { mine, caseId, original, attachmentId } = await begin();
  line.cutAfter(500_000);
  await send(mine, { caseId, attachmentId, bytes: original }, { port: line.port });
  const open = await stateOf(mine, caseId, sha256Of(original));
  expect(readdirSync(folder)).toContain(open?.uploadId);
  expect(await dropStaleUploads(world.ports, files)).toBe(0);
  world.clock.move(15 * 86_400_000);
  expect(await dropStaleUploads(world.ports, files)).toBeGreaterThan(0);
  expect(readdirSync(folder)).not.toContain(open?.uploadId);
});
