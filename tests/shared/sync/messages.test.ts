import { expect, test } from 'vitest';
import { assignment } from '../../../shared/assignments/model.ts';
import { firstHash } from '../../../shared/sync/entry.ts';
import { hubProblem, hubProblemSchema } from '../../../shared/sync/hub-problems.ts';
import { digestHeader, exchanges, loneMessages } from '../../../shared/sync/messages.ts';
import { pingEveryMs } from '../../../shared/sync/poke.ts';
import { oldestServed, protocolVersion } from '../../../shared/sync/protocol-version.ts';
import { documentBodySchemas, documentKinds } from '../../../shared/sync/published.ts';
import { maxBytesPerPage, maxEntriesPerPage } from '../../../shared/sync/pull-messages.ts';

const id = '00000000-0000-7000-8000-000000000001';

test('[SY-71] the current and at most two earlier versions are served', () => {
  expect(protocolVersion - oldestServed).toBeLessThanOrEqual(2);
  expect(oldestServed).toBeGreaterThanOrEqual(1);
});

test('[SY-10] a change cannot claim an author or a device', () => {
  const change = {
    mid: 1,
    changeId: id,
    kind: 'x',
    kindVersion: 1,
    caseId: id,
    at: '2026-11-28T00:00:00.000Z',
    utcOffset: 480,
    clockSkewMs: 0,
  };
  const ops = [{ op: 'insert', entity: 'contactLog', id, fields: {} }];
  const push = (over: object) => ({ protocol: 1, requestId: id, epoch: null, ackSeen: 0, changes: [{ ...change, ops, ...over }] });
  expect(exchanges.push.request.safeParse(push({})).success).toBe(true);
  expect(exchanges.push.request.safeParse(push({ byPersonId: id })).success).toBe(false);
  expect(exchanges.push.request.safeParse(push({ deviceId: id })).success).toBe(false);
  expect(exchanges.push.request.safeParse(push({ mid: null })).success).toBe(false);
});

test('[SY-73] a poke carries no data', () => {
  expect(loneMessages.poke.safeParse({ poke: 'pull' }).success).toBe(true);
  expect(loneMessages.poke.safeParse({ poke: 'pull', caseId: id }).success).toBe(false);
  expect(pingEveryMs).toBe(25_000);
});

test('[SY-43] the page limits are those of the rules', () => {
  expect([maxEntriesPerPage, maxBytesPerPage]).toEqual([3_000, 3_000_000]);
  const asked = { protocol: 1, requestId: id, epoch: 'e', cases: [[id, 0, firstHash]] };
  expect(exchanges.entries.request.safeParse(asked).success).toBe(true);
});

test('a problem is a code of the closed list with plain facts', () => {
  expect(hubProblemSchema.safeParse(hubProblem('login.wait', { seconds: 30 })).success).toBe(true);
  expect(hubProblemSchema.safeParse({ code: 'something', facts: {} }).success).toBe(false);
  expect(digestHeader).toBe(digestHeader.toLowerCase());
});

test('every kind of document has the check of its body', () => {
  expect(Object.keys(documentBodySchemas)).toEqual([...documentKinds]);
  expect(
    documentBodySchemas['authority-limits'].safeParse({ limitsFen: { surveyor: -1, handler: 0, supervisor: 0, admin: 0 } }).success,
  ).toBe(false);
});

test('[SY-17] an assignment is written once', () => {
  expect(Object.values(assignment.fields).every(({ merge }) => merge === 'fixed')).toBe(true);
});
