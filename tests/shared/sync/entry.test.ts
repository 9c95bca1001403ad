import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { CaseId, ChangeId, DeviceId, PersonId } from '../../../shared/kernel/ids.ts';
import { chainEnd, emptyHead, entryHash, entrySchema, type Entry } from '../../../shared/sync/entry.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const id = (tail: number): string => `00000000-0000-7000-8000-${String(tail).padStart(12, '0')}`;

const entryAfter = (previous: string, ver: number, over: Partial<Entry> = {}): Entry => {
  const entry: Omit<Entry, 'hash'> = {
    ver,
    deviceId: id(1) as DeviceId,
    byPersonId: id(2) as PersonId,
    receivedAt: '2026-11-28T00:00:00.000Z',
    change: {
      mid: ver,
      changeId: id(100 + ver) as ChangeId,
      kind: 'record-contact',
      kindVersion: 1,
      caseId: id(3) as CaseId,
      at: '2026-11-27T00:00:00.000Z',
      utcOffset: 480,
      clockSkewMs: 0,
      ops: [{ op: 'insert', entity: 'contactLog', id: id(200 + ver), fields: { body: '张三说…', mood: 3 } }],
    },
    flags: {},
    ...over,
  };
  return { ...entry, hash: entryHash(previous, entry, sha256) };
};

const two = (): [Entry, Entry] => {
  const first = entryAfter(emptyHead.hash, 1);
  return [first, entryAfter(first.hash, 2)];
};

test('[SY-20] a chain of entries ends at the head of its last one', () => {
  const entries = two();
  expect(chainEnd(emptyHead, entries, sha256)).toEqual({ ver: 2, hash: entries[1].hash });
});

test.each<[string, (entry: Entry) => Entry]>([
  ['late is set', (entry) => ({ ...entry, flags: { late: true } })],
  ['the taker is another', (entry) => ({ ...entry, flags: { takenBy: id(9) } as Entry['flags'] })],
  ['the scope is another', (entry) => ({ ...entry, flags: { scope: { branchId: null, ownerId: null } } })],
  ['the author is another', (entry) => ({ ...entry, byPersonId: id(9) as PersonId })],
  ['hub time is another', (entry) => ({ ...entry, receivedAt: '2026-11-28T00:00:00.001Z' })],
  ['a value is another', (entry) => ({ ...entry, change: { ...entry.change, ops: [{ ...entry.change.ops[0]!, id: id(9) }] } })],
])('[SY-20] the hash covers everything: %s', (_, alter) => {
  const [first, second] = two();
  expect(chainEnd(emptyHead, [alter(first), second], sha256)).toBeNull();
});

test('[SY-2] a missing, doubled or exchanged entry breaks the chain', () => {
  const [first, second] = two();
  expect(chainEnd(emptyHead, [second], sha256)).toBeNull();
  expect(chainEnd(emptyHead, [first, first], sha256)).toBeNull();
  expect(chainEnd(emptyHead, [second, first], sha256)).toBeNull();
});

test('[SY-20] an entry read back from the wire has the hash it was sent with', () => {
  const [first] = two();
  const read = entrySchema.parse(JSON.parse(JSON.stringify(first))) as unknown as Entry;
  expect(entryHash(emptyHead.hash, read, sha256)).toBe(first.hash);
});
