import { expect, test } from 'vitest';
import { z } from 'zod';
import { entrySchema } from '../../../shared/sync/entry.ts';
import { isSoundChange, isSoundEntry } from '../../../shared/sync/sound-change.ts';
import { wireChangeSchema } from '../../../shared/sync/wire-change.ts';

type Json = unknown;

const id = '0193a000-0001-7000-8000-000000000001';
const base = { ver: 3 };

const change = {
  mid: 7,
  changeId: id,
  kind: 'record-contact',
  kindVersion: 1,
  caseId: id,
  at: '2026-11-28T08:00:00.000Z',
  utcOffset: -480,
  clockSkewMs: -12,
  ops: [
    { op: 'insert', entity: 'contactLog', id, fields: { body: '一', step: 2, mood: null, told: true } },
    { op: 'set', entity: 'case', id, fields: { plate: { value: 'A', base }, hopes: { value: null, base: { mid: 2 } } } },
    { op: 'transition', entity: 'promise', id, from: 'open', to: 'kept', facts: { settledAt: null } },
    { op: 'transition', entity: 'offer', id, from: 'draft', to: 'put', facts: {}, base },
  ],
};

const entry = { ver: 1, deviceId: id, byPersonId: id, receivedAt: change.at, change, flags: {}, hash: 'a'.repeat(64) };

const odd: Json[] = [null, true, '', 'x', id, id.toUpperCase(), change.at, 'b'.repeat(64), 0, -0, 1, -1, 1.5, 1e300, 10_001, 2_000, [], {}];
const odder: Json[] = [
  ...odd,
  Number.NaN,
  undefined,
  new Date(0),
  [[]],
  { ver: 1 },
  { value: 1, base },
  { a: { b: 1 } },
  Object.create(null),
];

/** Every value that differs from this one in one place: another value, a key more, a key less, keys in another order. */
function* altered(value: Json): Generator<Json> {
  yield* odder;
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value);
  const made = (pairs: [string, Json][]): Json => (Array.isArray(value) ? pairs.map(([, one]) => one) : Object.fromEntries(pairs));
  for (const [at, [key, inner]] of entries.entries()) {
    yield made(entries.toSpliced(at, 1));
    yield made([...entries.toSpliced(at, 1), [key, inner]]);
    for (const other of altered(inner)) yield made(entries.with(at, [key, other]));
  }
  for (const other of odder) yield made([...entries, ['more', other]]);
  yield JSON.parse(
    `${JSON.stringify(value).slice(0, -1)}${entries.length > 0 ? ',' : ''}${Array.isArray(value) ? '1]' : '"__proto__":1}'}`,
  );
}

const thorough = { change: z.strictObject(wireChangeSchema.shape), entry: z.strictObject({ ...entrySchema.shape }) };

test.each([
  ['change', change, isSoundChange, thorough.change, wireChangeSchema],
  ['entry', entry, isSoundEntry, thorough.entry, entrySchema],
] as const)('a %s that passes at once is one the schema takes as it stands', (_, sample, isSound, schema, quickly) => {
  const tried = [sample, ...altered(sample)].map((value) => {
    const { success, data } = schema.safeParse(value);
    const asItStands = success && JSON.stringify(data) === JSON.stringify(value);
    return { sound: isSound(value), success, asItStands, quickly: quickly.safeParse(value).success };
  });
  expect(tried[0]).toEqual({ sound: true, success: true, asItStands: true, quickly: true });
  expect(tried.filter(({ sound, asItStands }) => sound && !asItStands)).toEqual([]);
  expect(tried.filter((one) => one.quickly !== one.success)).toEqual([]);
  const sorts = [tried.filter(({ sound }) => sound), tried.filter((one) => one.success && !one.sound), tried.filter((one) => !one.success)];
  expect(Math.min(...sorts.map(({ length }) => length))).toBeGreaterThan(20);
});

test('keys in another order are put in the order that is hashed', () => {
  const turned = { ...change, ops: [{ fields: {}, id, entity: 'fact', op: 'insert' }] };
  expect(isSoundChange(turned)).toBe(false);
  expect(Object.keys(wireChangeSchema.parse(turned).ops[0] ?? {})).toEqual(['op', 'entity', 'id', 'fields']);
});

test('an entry with marks of the hub is left to the schema', () => {
  const marked = { ...entry, flags: { late: true } };
  expect(isSoundEntry(marked)).toBe(false);
  expect(entrySchema.safeParse(marked).success).toBe(true);
});
