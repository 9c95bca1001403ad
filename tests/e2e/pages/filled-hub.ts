import { randomUUID } from 'node:crypto';
import { protocolVersion } from '../../../shared/sync/protocol-version.ts';
import type { HubProcess } from '../../support/hub-process.ts';

const at = '2026-11-02T02:00:00.000Z';
const perPush = 1_000;

const send = async (url: string, body: object, token?: string): Promise<Record<string, unknown>> => {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`${url}: ${reply.status}`);
  return (await reply.json()) as Record<string, unknown>;
};

type Change = { caseId: string; kind: string; op: object };

const logOf = (text: string) => ({
  partyId: null,
  step: 1,
  counterpart: 'insured',
  counterpartName: '赵建国',
  channel: 'phone',
  outcome: 'reached',
  contactAt: at,
  mood: 3,
  body: text,
});

const changesOf = (number: string, logs: number): Change[] => {
  const caseId = randomUUID();
  const fields = { reportNumber: number, insuredName: '赵建国', state: 'open' };
  const contacts = Array.from({ length: logs }, (_, n) => ({
    caseId,
    kind: 'record-contact',
    op: { op: 'insert', entity: 'contactLog', id: randomUUID(), fields: logOf(`第${n + 1}次联系，谈了误工证明`) },
  }));
  return [{ caseId, kind: 'register-case', op: { op: 'insert', entity: 'case', id: caseId, fields } }, ...contacts];
};

/** What another surveyor's device has sent to the hub over weeks: cases by number with as many logs each. */
export const fillHub = async (hub: HubProcess, { numbers, logs }: { numbers: readonly string[]; logs: number }): Promise<void> => {
  const device = { deviceId: randomUUID(), machine: 'another', appVersion: '1' };
  const login = { protocol: protocolVersion, loginName: 'surveyor', password: hub.passwords.get('surveyor') ?? '', device };
  const token = String((await send(`${hub.url}/session/login`, login))['accessToken']);
  const changes = numbers
    .flatMap((number) => changesOf(number, logs))
    .map(({ caseId, kind, op }, index) => {
      const envelope = { mid: index + 1, changeId: randomUUID(), kind, kindVersion: 1, caseId, at, utcOffset: 480, clockSkewMs: 0 };
      return { ...envelope, ops: [op] };
    });
  for (let from = 0; from < changes.length; from += perPush) {
    const asked = { protocol: protocolVersion, requestId: randomUUID(), epoch: null, ackSeen: 0 };
    const reply = await send(`${hub.url}/sync/push`, { ...asked, changes: changes.slice(from, from + perPush) }, token);
    if (reply['ack'] !== Math.min(from + perPush, changes.length)) throw new Error('the hub did not take all of it');
  }
};
