import { createHash } from 'node:crypto';
import type { Operation } from '../../../shared/sync/change.ts';
import { digestOf } from '../../../shared/sync/digest.ts';
import { chainEnd, emptyHead, firstHash, type CaseHead, type Entry } from '../../../shared/sync/entry.ts';
import { protocolVersion } from '../../../shared/sync/protocol-version.ts';
import type { Evict } from '../../../shared/sync/pull-messages.ts';
import type { PushReply } from '../../../shared/sync/push-messages.ts';
import type { WireChange } from '../../../shared/sync/wire-change.ts';
import { countedIds, type Colleague, type World } from './world.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const protocol = protocolVersion;

let devices = 0;
/** Ids that no two devices of a run share. */
const ids = countedIds(7);
export const newId = (): string => ids.next();

type Held = CaseHead & { entries: Entry[] };

/** A device reduced to what the hub sees of it: its numbers, its heads, and the entries it was given, each checked. */
export const signIn = async (world: World, name: Colleague) => {
  devices += 1;
  const deviceId = newId();
  const login = { protocol, loginName: name, password: name, device: { deviceId, machine: 'test', appVersion: '1' } };
  const session = await world.hub.login(login as never, '127.0.0.1');
  if (!session.ok) throw new Error(`login: ${session.error.code}`);
  const who = await world.hub.authenticate(session.value.accessToken);
  if (!who.ok) throw new Error(`token: ${who.error.code}`);
  const cases = new Map<string, Held>();
  const evicted: Evict[] = [];
  let mid = 0;

  const change = (caseId: string, ops: Operation[], over: Partial<WireChange> = {}): WireChange => {
    mid += 1;
    const made = {
      mid,
      changeId: newId(),
      kind: 'by-hand',
      kindVersion: 1,
      caseId,
      at: '2020-01-01T00:00:00.000Z',
      utcOffset: 480,
      clockSkewMs: 0,
      ops,
    };
    return { ...made, ...over } as WireChange;
  };

  const push = async (...changes: WireChange[]): Promise<PushReply> => {
    const reply = await world.hub.push(who.value, { protocol, requestId: newId(), epoch: null, ackSeen: 0, changes } as never);
    if (!reply.ok) throw new Error(`push: ${reply.error.code}`);
    return reply.value;
  };

  /** One change of these operations; answers its verdict. */
  const does = async (caseId: string, ...ops: Operation[]) => {
    const reply = await push(change(caseId, ops));
    return reply.verdicts[0]!;
  };

  const asked = () => ({ protocol, requestId: newId(), epoch: null });
  const compare = async (over: object = {}) => {
    const digest = digestOf([...cases].map(([caseId, { hash }]) => ({ caseId, hash })));
    const request = { ...asked(), digest, ackSeen: 0, documents: {}, quarantined: [], released: [], ...over };
    const reply = await world.hub.compare(who.value, request as never);
    if (!reply.ok) throw new Error(`compare: ${reply.error.code}`);
    return reply.value;
  };

  /** Compare, plan, entries until nothing is left, as a real device does. Throws when a chain does not hold. */
  const pull = async (): Promise<{ pages: number; entries: number }> => {
    const { buckets } = await compare();
    const heads = [...cases].map(([caseId, { ver, hash }]) => [caseId, ver, hash]);
    const plan = await world.hub.plan(who.value, { ...asked(), buckets, heads } as never);
    if (!plan.ok) throw new Error(`plan: ${plan.error.code}`);
    for (const one of plan.value.evict) {
      cases.delete(one.caseId);
      evicted.push(one);
    }
    let wanted = plan.value.want.map(([caseId]) => caseId as string);
    let [pages, entries] = [0, 0];
    while (wanted.length > 0) {
      const page = wanted.slice(0, 500).map((caseId) => [caseId, cases.get(caseId)?.ver ?? 0, cases.get(caseId)?.hash ?? firstHash]);
      const reply = await world.hub.entries(who.value, { ...asked(), cases: page } as never);
      if (!reply.ok) throw new Error(`entries: ${reply.error.code}`);
      pages += 1;
      for (const one of reply.value.cases) {
        const before = one.mode === 'reset' ? { ...emptyHead, entries: [] } : (cases.get(one.caseId) ?? { ...emptyHead, entries: [] });
        const added = one.entries as unknown as Entry[];
        const end = chainEnd(before, added, sha256);
        if (!end) throw new Error(`chain of ${one.caseId} is broken`);
        if (one.complete && (end.ver !== one.head[0] || end.hash !== one.head[1]))
          throw new Error('a complete case does not end at its head');
        cases.set(one.caseId, { ...end, entries: [...before.entries, ...added] });
        entries += added.length;
        if (one.complete) wanted = wanted.filter((caseId) => caseId !== one.caseId);
      }
      for (const one of reply.value.evict) wanted = wanted.filter((caseId) => caseId !== one.caseId);
    }
    return { pages, entries };
  };

  return { deviceId, session: session.value, who: who.value, cases, evicted, change, push, does, compare, pull, lastMid: () => mid };
};
export type TestDevice = Awaited<ReturnType<typeof signIn>>;
