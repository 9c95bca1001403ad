import { createHash } from 'node:crypto';
import { gzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { SignJWT } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { readConfig } from '../../../hub/server/config.ts';
import { readBody } from '../../../hub/server/body.ts';
import { jwtTokens } from '../../../hub/server/system-ports.ts';
import { sha256 } from '../../../hub/core/sha256.ts';
import { chainEnd, emptyHead, firstHash, type Entry } from '../../../shared/sync/entry.ts';
import { digestHeader, exchanges } from '../../../shared/sync/messages.ts';
import type { SessionReply } from '../../../shared/sync/session-messages.ts';
import { newId } from '../support/device.ts';
import { node, post, seededNode, signInAt, stopNodes } from '../support/node.ts';
import { insert, log } from '../support/operations.ts';
import { movedClock } from '../support/world.ts';

stopNodes();

let hub: Awaited<ReturnType<typeof seededNode>>;
let session: SessionReply & { deviceId: string };
let mid = 0;
const person = (loginName: string) => hub.signIns.find((one) => one.loginName === loginName)!;
beforeAll(async () => {
  hub = await seededNode();
  session = await signInAt(hub.url, person('surveyor'));
});

const pushOf = (ops: unknown[], caseId: string, over: object = {}) => {
  mid += 1;
  const change = {
    mid,
    changeId: newId(),
    kind: 'by-hand',
    kindVersion: 1,
    caseId,
    at: '2026-11-01T00:00:00.000Z',
    utcOffset: 480,
    clockSkewMs: 0,
    ops,
  };
  return { protocol: 1, requestId: newId(), epoch: null, ackSeen: 0, changes: [change], ...over };
};
const push = (body: unknown, url = hub.url, token = session.accessToken, headers = {}) =>
  post(`${url}/sync/push`, body, { token, headers });

test('a change goes in over HTTP, packed or not, and the answer carries the digest of its text', async () => {
  const caseId = newId();
  const first = pushOf([insert('case', caseId, { reportNumber: 'R' })], caseId);
  const plain = await push(first);
  expect(plain).toMatchObject({ status: 200, body: { ack: 1, verdicts: [{ verdict: 'accepted', ver: 1 }] } });
  expect(plain.headers.get(digestHeader)).toBe(createHash('sha256').update(plain.text).digest('hex'));
  const packed = pushOf([log()], caseId);
  const zstd = await push(zstdCompressSync(JSON.stringify(packed)), hub.url, session.accessToken, { 'content-encoding': 'zstd' });
  expect(zstd.body).toMatchObject({ verdicts: [{ verdict: 'accepted', ver: 2 }] });
  const again = await push(gzipSync(JSON.stringify(packed)), hub.url, session.accessToken, { 'content-encoding': 'gzip' });
  expect(again.body['verdicts']).toEqual(zstd.body['verdicts']);
});

test('a long answer comes the way the device understands, and its digest is of the text', async () => {
  const headers = { 'content-type': 'application/json', 'accept-encoding': 'zstd', authorization: `Bearer ${session.accessToken}` };
  const body = JSON.stringify({ protocol: 1, requestId: newId(), have: {} });
  const reply = await fetch(`${hub.url}/sync/documents`, { method: 'POST', headers, body });
  const bytes = Buffer.from(await reply.arrayBuffer());
  const text = reply.headers.get('content-encoding') === 'zstd' ? tryUnpack(bytes) : bytes.toString('utf8');
  expect(reply.headers.get(digestHeader)).toBe(createHash('sha256').update(text).digest('hex'));
  expect(JSON.parse(text)).toMatchObject({ documents: [{ kind: 'people' }, {}, {}, {}] });
});

test('[SY-43] a page of entries is put together from the stored texts as the contract has it, and its digest is right', async () => {
  const caseIds = [newId(), newId()];
  for (const caseId of caseIds) {
    const reply = await push(pushOf([insert('case', caseId, { reportNumber: 'R', insuredName: '赵建国😀' })], caseId));
    expect(reply.body['verdicts']).toMatchObject([{ verdict: 'accepted' }]);
  }
  await push(pushOf([log({ body: '说明"误工费"\n' })], caseIds[0]!));
  const cases = [...caseIds, newId()].map((caseId) => [caseId, 0, firstHash]);
  const asked = { protocol: 1, requestId: newId(), epoch: null, cases };
  const reply = await post(`${hub.url}/sync/entries`, asked, { token: session.accessToken, headers: {} });
  expect(reply.headers.get(digestHeader)).toBe(createHash('sha256').update(reply.text).digest('hex'));
  const page = exchanges.entries.reply.parse(JSON.parse(reply.text));
  expect(page).toMatchObject({ requestId: asked.requestId, left: 0, evict: [{ reason: 'unknown' }] });
  expect(page.cases.map(({ caseId, entries, complete }) => [caseId, entries.length, complete])).toEqual([
    [caseIds[0], 2, true],
    [caseIds[1], 1, true],
  ]);
  for (const { entries, head } of page.cases) {
    expect(chainEnd(emptyHead, entries as Entry[], sha256)).toEqual({ ver: head[0], hash: head[1] });
  }
});

/** Some versions of fetch unpack zstd themselves. */
const tryUnpack = (bytes: Buffer): string => {
  const magic = bytes.readUInt32LE(0) === 0xfd2fb528;
  return (magic ? zstdDecompressSync(bytes) : bytes).toString('utf8');
};

test('[SY-70] too many changes, too large a body and a body that swells are refused', async () => {
  const caseId = newId();
  const many = pushOf([log()], caseId);
  const { changes } = many;
  expect(await push({ ...many, changes: Array.from({ length: 201 }, () => changes[0]) })).toMatchObject({
    status: 400,
    body: { code: 'malformed' },
  });
  const large = JSON.stringify(pushOf([log({ body: 'x'.repeat(9 * 1_024 * 1_024) })], caseId));
  expect(await push(large)).toMatchObject({ status: 413, body: { code: 'too-large' } });
  const bomb = gzipSync(Buffer.alloc(64 * 1_024 * 1_024, 32));
  expect(await push(bomb, hub.url, session.accessToken, { 'content-encoding': 'gzip' })).toMatchObject({
    status: 413,
    body: { code: 'too-large' },
  });
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  expect(await push(deep)).toMatchObject({ status: 400, body: { code: 'malformed' } });
  const behindText = `["\\\\","a\\"]",${deep}]`;
  expect(await push(behindText)).toMatchObject({ status: 400, body: { code: 'malformed' } });
  const flat = { [`a\\"${'['.repeat(50)}`]: `\\\\"${'{'.repeat(50)}\\` };
  expect(await readBody(Buffer.from(JSON.stringify(flat)), undefined)).toEqual(flat);
  mid -= 2;
});

test('forged, altered, foreign and empty tokens are answered alike', async () => {
  const forged = await new SignJWT({ device: session.deviceId, session: newId() })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(session.person.id)
    .setIssuer('liubu-hub')
    .setAudience('liubu-device')
    .setExpirationTime('10m')
    .sign(new TextEncoder().encode('another secret of thirty-two bytes'));
  const [head, payload, signature] = session.accessToken.split('.');
  const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
  const admin = await signInAt(hub.url, person('admin'));
  const swapped = `${head}.${admin.accessToken.split('.')[1]}.${signature}`;
  for (const token of [forged, none, swapped, `${session.accessToken}x`, session.refreshToken, 'x'.repeat(20)]) {
    const reply = await push({ protocol: 1, requestId: newId(), epoch: null, ackSeen: 0, changes: [] }, hub.url, token);
    expect([reply.status, reply.body]).toEqual([401, { code: 'relogin', facts: {} }]);
  }
  expect((await post(`${hub.url}/sync/push`, {})).body).toEqual({ code: 'relogin', facts: {} });
});

test('an access token ends after ten minutes of hub time', async () => {
  const clock = movedClock();
  const tokens = jwtTokens(new Uint8Array(32).fill(7), clock);
  const token = await tokens.sign({ personId: 'p', deviceId: 'd', sessionId: 's' });
  clock.move(599_000);
  expect(await tokens.read(token)).toEqual({ personId: 'p', deviceId: 'd', sessionId: 's' });
  clock.move(2_000);
  expect(await tokens.read(token)).toBeNull();
});

test('[SY-56] a revoked device is told so on every route, and its token works no more', async () => {
  const admin = await signInAt(hub.url, person('admin'));
  const lost = await signInAt(hub.url, person('surveyor2'));
  const revoke = (token: string) => post(`${hub.url}/admin/devices/revoke`, { deviceId: lost.deviceId }, { token });
  expect(await revoke(lost.accessToken)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  expect(await revoke(admin.accessToken)).toMatchObject({ status: 200 });
  for (const path of ['/sync/push', '/sync/compare', '/sync/documents', '/quarantine/list', '/admin/epoch', '/session/logout']) {
    expect(await post(`${hub.url}${path}`, {}, { token: lost.accessToken })).toMatchObject({ status: 401, body: { code: 'revoked' } });
  }
});

test('[SY-30] two nodes take the same changes of one device at once, and each goes in once', async () => {
  const second = await node(hub.connectionString);
  const device = await signInAt(hub.url, person('surveyor'));
  const caseId = newId();
  const changes = Array.from({ length: 50 }, (_, index) => ({
    ...pushOf(index === 0 ? [insert('case', caseId, { reportNumber: 'R' })] : [log()], caseId).changes[0],
    mid: index + 1,
  }));
  const request = () => ({ protocol: 1, requestId: newId(), epoch: null, ackSeen: 0, changes });
  const replies = await Promise.all([hub.url, second.url, hub.url, second.url].map((url) => push(request(), url, device.accessToken)));
  const expected = changes.map((_change, index) => ({ mid: index + 1, verdict: 'accepted', ver: index + 1 }));
  for (const reply of replies) expect(reply.body['verdicts']).toEqual(expected);
});

/** Listens for pokes as this person, at this node. */
const listenAt = async (url: string, loginName: string) => {
  const { accessToken } = await signInAt(url, person(loginName));
  const heard: string[] = [];
  const socket = new WebSocket(`${url.replace('http', 'ws')}/sync/poke`, { headers: { authorization: `Bearer ${accessToken}` } });
  socket.on('message', (data) => heard.push(String(data)));
  await new Promise((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('error', reject);
  });
  return { heard, socket };
};

test('[SY-73] a poke reaches whoever may see the case, from whichever node, and says nothing', async () => {
  const second = await node(hub.connectionString);
  const [handler, stranger] = [await listenAt(second.url, 'handler'), await listenAt(second.url, 'handler2')];
  const device = await signInAt(hub.url, person('surveyor'));
  const caseId = newId();
  const change = { ...pushOf([insert('case', caseId, { reportNumber: 'R' })], caseId).changes[0], mid: 1 };
  await push({ protocol: 1, requestId: newId(), epoch: null, ackSeen: 0, changes: [change] }, hub.url, device.accessToken);
  await expect.poll(() => handler.heard, { timeout: 10_000 }).toEqual(['{"poke":"pull"}']);
  expect(stranger.heard).toEqual([]);
  for (const { socket } of [handler, stranger]) socket.close();
  const refused = new WebSocket(`${second.url.replace('http', 'ws')}/sync/poke`);
  const status = await new Promise((resolve) => refused.on('unexpected-response', (_, response) => resolve(response.statusCode)));
  expect(status).toBe(401);
});

test('[SY-73] what the administrator changes is announced to everybody, from whichever node; what was refused is not', async () => {
  const second = await node(hub.connectionString);
  const { heard, socket } = await listenAt(second.url, 'handler2');
  const { accessToken: token } = await signInAt(hub.url, person('admin'));
  const region = { id: newId(), name: '南区' };
  expect(await post(`${hub.url}/admin/regions`, region, { token: session.accessToken })).toMatchObject({ status: 403 });
  expect(await post(`${hub.url}/admin/regions`, region, { token })).toMatchObject({ status: 200 });
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['{"poke":"pull"}']);
  socket.close();
});

test('health, metrics and the page answer without a token and name nobody', async () => {
  const texts = await Promise.all(
    ['/health', '/metrics', '/openapi.json', '/'].map(async (path) => (await fetch(`${hub.url}${path}`)).text()),
  );
  expect(texts[0]).toBe('{"ok":true}');
  expect(texts[1]).toContain('liubu_verdicts_total{verdict="accepted"}');
  expect(JSON.parse(texts[2]!)).toMatchObject({ openapi: '3.1.0', paths: { '/sync/push': { post: { summary: 'push' } } } });
  for (const text of texts) expect(text).not.toMatch(/查勘|理赔|01a2/);
});

test('too many requests of one address are told to wait', async () => {
  const busy = await seededNode(5);
  const statuses: number[] = [];
  for (let at = 0; at < 7; at += 1) statuses.push((await post(`${busy.url}/sync/push`, {})).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
});

test('[SY-70] plain HTTP is for this machine alone', () => {
  const read = (env: Record<string, string>) => readConfig(env, { isRoot: false });
  expect(read({}).exposure).toEqual({ kind: 'loopback' });
  expect(() => read({ LIUBU_HUB_HOST: '0.0.0.0' })).toThrow(/LIUBU_HUB_TLS_KEY/);
  expect(read({ LIUBU_HUB_HOST: '0.0.0.0', LIUBU_HUB_TLS: 'proxy' }).exposure).toEqual({ kind: 'proxy' });
  expect(read({ LIUBU_HUB_HOST: '0.0.0.0', LIUBU_HUB_TLS_KEY: 'k', LIUBU_HUB_TLS_CERT: 'c' }).exposure).toEqual({
    kind: 'tls',
    keyFile: 'k',
    certFile: 'c',
  });
  expect(() => read({ LIUBU_HUB_PORT: 'x' })).toThrow(/whole number/);
});
