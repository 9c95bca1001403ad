import { beforeAll, expect, test } from 'vitest';
import { adminMessages } from '../../../hub/server/admin-messages.ts';
import { digestOf } from '../../../shared/sync/digest.ts';
import { firstHash } from '../../../shared/sync/entry.ts';
import { hubProblemSchema } from '../../../shared/sync/hub-problems.ts';
import { exchanges } from '../../../shared/sync/messages.ts';
import type { z } from 'zod';
import { newId } from '../support/device.ts';
import { post, seededNode, signInAt, stopNodes } from '../support/node.ts';
import { log } from '../support/operations.ts';

stopNodes();

const perRoute = 1_000;
const atOnce = 16;

/** Numbers that are the same in every run. */
const numbers = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed;
};

const junk: readonly unknown[] = [
  null,
  '',
  'x',
  -1,
  1.5,
  1e308,
  true,
  [],
  {},
  [[]],
  { a: 1 },
  "'; DROP TABLE people; --",
  '\u0000',
  '𠮷'.repeat(50),
  '../../etc/passwd',
  '{"$gt":""}',
  ['a', 1, null],
];

const asked = () => ({ protocol: 1, requestId: newId(), epoch: null });
const change = {
  mid: 1,
  changeId: newId(),
  kind: 'x',
  kindVersion: 1,
  caseId: newId(),
  at: '2026-11-01T00:00:00.000Z',
  utcOffset: 480,
  clockSkewMs: 0,
};
const token = `${newId()}.${'A'.repeat(43)}`;

type Route = { path: string; schema: z.ZodType; valid: object; admin?: true };

/** A message of every route that would be taken in. */
const routes: readonly Route[] = [
  { ...of('login'), valid: { protocol: 1, loginName: 'a', password: 'b', device: { deviceId: newId(), machine: 'm', appVersion: '1' } } },
  { ...of('refresh'), valid: { protocol: 1, refreshToken: token, deviceId: newId() } },
  {
    ...of('surrender'),
    valid: { protocol: 1, requestId: newId(), refreshToken: token, deviceId: newId(), changes: [{ ...change, ops: [log()] }] },
  },
  { ...of('push'), valid: { ...asked(), ackSeen: 0, changes: [{ ...change, ops: [log()] }] } },
  {
    ...of('compare'),
    valid: {
      ...asked(),
      digest: digestOf([]),
      ackSeen: 0,
      documents: { people: 1 },
      quarantined: [1],
      released: [{ caseId: newId(), mid: 1 }],
    },
  },
  { ...of('plan'), valid: { ...asked(), buckets: [1], heads: [[newId(), 1, firstHash]] } },
  { ...of('entries'), valid: { ...asked(), cases: [[newId(), 1, firstHash]] } },
  { ...of('documents'), valid: { protocol: 1, requestId: newId(), have: { people: 1 } } },
  { ...of('inbox'), valid: { protocol: 1, requestId: newId() } },
  { ...of('decide'), valid: { protocol: 1, requestId: newId(), id: newId(), outcome: 'dropped', reason: 'x' } },
  admin('/admin/people/add', 'addPerson', { loginName: 'new', name: 'n', role: 'admin', branchId: null, password: 'long enough' }),
  admin('/admin/people/change', 'changePerson', { personId: newId(), name: 'n', active: false }),
  admin('/admin/regions', 'keepRegion', { id: newId(), name: 'n' }),
  admin('/admin/branches', 'keepBranch', { id: newId(), regionId: newId(), name: 'n' }),
  admin('/admin/devices/revoke', 'revokeDevice', { deviceId: newId() }),
  admin('/admin/documents', 'publish', {
    kind: 'authority-limits',
    body: { limitsFen: { surveyor: 0, handler: 1, supervisor: 2, admin: 0 } },
  }),
];

function of(name: keyof typeof exchanges): { path: string; schema: z.ZodType } {
  return { path: exchanges[name].path, schema: exchanges[name].request };
}

function admin(path: string, name: keyof typeof adminMessages, valid: object): Route {
  return { path, schema: adminMessages[name], valid, admin: true };
}

/** Spoils a message in one place: a value replaced, a key gone, a key too many, or no JSON at all. */
const spoiled = ({ schema, valid }: Route, next: () => number): string => {
  for (;;) {
    const message = structuredClone(valid) as Record<string, unknown>;
    const place = placeIn(message, next);
    const way = next() % 5;
    if (way === 0) return JSON.stringify(message).slice(0, next() % JSON.stringify(message).length);
    if (way === 1) place.holder[`x${next()}`] = junk[next() % junk.length];
    else if (way === 2) delete place.holder[place.key];
    else place.holder[place.key] = junk[next() % junk.length];
    if (!schema.safeParse(JSON.parse(JSON.stringify(message))).success) return JSON.stringify(message);
  }
};

const placeIn = (message: Record<string, unknown>, next: () => number): { holder: Record<string, unknown>; key: string } => {
  let holder = message;
  for (;;) {
    const keys = Object.keys(holder);
    const key = keys[next() % keys.length] ?? 'x';
    const below = holder[key];
    if (below === null || typeof below !== 'object' || Object.keys(below).length === 0 || next() % 3 === 0) return { holder, key };
    holder = below as Record<string, unknown>;
  }
};

let hub: Awaited<ReturnType<typeof seededNode>>;
const tokens = { device: '', admin: '' };
beforeAll(async () => {
  hub = await seededNode();
  const person = (loginName: string) => hub.signIns.find((one) => one.loginName === loginName)!;
  tokens.device = (await signInAt(hub.url, person('handler'))).accessToken;
  tokens.admin = (await signInAt(hub.url, person('admin'))).accessToken;
});

const tables = [
  'people',
  'branches',
  'regions',
  'devices',
  'sessions',
  'documents',
  'entries',
  'case_heads',
  'case_rows',
  'verdicts',
  'quarantine',
  'releases',
];
const counted = () =>
  hub.node.ports.db.snapshot(async (reads) => {
    const counts: Record<string, number | undefined> = {};
    for (const table of tables) counts[table] = (await reads.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n;
    return counts;
  });

test.each(routes.map((route) => [route.path, route] as const))(
  '1,000 malformed messages at %s: a problem each, nothing written, nothing told',
  async (path, route) => {
    const next = numbers(path.length * 7_919);
    const before = await counted();
    const bodies = Array.from({ length: perRoute }, () => spoiled(route, next));
    const bearer = route.admin ? tokens.admin : tokens.device;
    const seen = new Set<string>();
    for (let at = 0; at < bodies.length; at += atOnce) {
      const replies = await Promise.all(bodies.slice(at, at + atOnce).map((body) => post(`${hub.url}${path}`, body, { token: bearer })));
      for (const { status, text, body } of replies) {
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
        expect(hubProblemSchema.safeParse(body).success).toBe(true);
        expect(text).not.toMatch(/SELECT|INSERT|DROP|node_modules|\.ts\b|\/home|passwd|stack/i);
        seen.add(String(body['code']));
      }
    }
    expect([...seen]).toEqual(['malformed']);
    expect(await counted()).toEqual(before);
    expect((await fetch(`${hub.url}/health`)).status).toBe(200);
  },
);

/** Texts that pass for a text and that a store cannot keep, or not as they are. */
const hostile = ['a\u0000b', '\u0000', '\ud800', `x${'\udfff'}y`, 'y'.repeat(5_000), '𠮷'.repeat(3_000)];

/** The message with every text in it, keys too, replaced in turn. */
const withHostileTexts = function* (valid: object): Generator<object> {
  const places = (value: unknown, path: string[] = []): string[][] =>
    typeof value === 'string'
      ? [path]
      : value !== null && typeof value === 'object'
        ? Object.entries(value).flatMap(([key, below]) => places(below, [...path, key]))
        : [];
  for (const path of places(valid)) {
    for (const text of hostile) {
      const message = structuredClone(valid);
      const holder = path.slice(0, -1).reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, message as never);
      holder[path.at(-1)!] = text;
      yield message;
    }
  }
};

test.each(routes.map((route) => [route.path, route] as const))('no text in a message at %s makes a fault', async (path, route) => {
  const bearer = route.admin ? tokens.admin : tokens.device;
  let mid = 1;
  for (const message of withHostileTexts(route.valid)) {
    // A change that was taken in has used its number; the next one is judged, too.
    if ('changes' in message) (message.changes as { mid: number }[])[0]!.mid = mid;
    const { status, text } = await post(`${hub.url}${path}`, message, { token: bearer });
    expect(status, text).toBeLessThan(500);
    if (path === exchanges.push.path && status === 200) mid += 1;
  }
  expect((await fetch(`${hub.url}/health`)).status).toBe(200);
});

test('what is no route and no JSON is answered with a problem, too', async () => {
  expect(await post(`${hub.url}/nothing`, {})).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect(await post(`${hub.url}/sync/push`, 'a=b', { token: tokens.device, headers: { 'content-type': 'text/plain' } })).toMatchObject({
    status: 400,
  });
  expect(await post(`${hub.url}/sync/push`, '{}', { token: tokens.device, headers: { 'content-encoding': 'br' } })).toMatchObject({
    status: 400,
  });
});
