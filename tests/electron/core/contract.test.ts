import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { startHost } from '../../../electron/browser-host/host.ts';
import { allHandlers } from '../../../electron/core/features.ts';
import { portWire, type HostPort } from '../../../electron/core/port-wire.ts';
import { createRouter, createRpcServer, type RpcContext } from '../../../electron/core/rpc.ts';
import { createCore } from '../../../electron/core/app.ts';
import { projectors } from '../../../electron/core/workflows/projectors.ts';
import { contract } from '../../../shared/contract.ts';
import { tempFolder, testOptions, testPasscode } from '../../support/core.ts';

type Api = ContractRouterClient<typeof contract>;
type Mounted = { api: Api; context: RpcContext; logged: string[]; disconnect: () => void; openWires: () => number };

const newContext = (): { context: RpcContext; logged: string[] } => {
  const logged: string[] = [];
  const core = createCore(testOptions(tempFolder(onTestFinished), { projectors }));
  onTestFinished(() => core.close());
  const log = (code: string, facts = {}) => void logged.push(JSON.stringify({ code, ...facts }));
  return { context: { core, log, newReference: () => 'B-1' }, logged };
};

const mountDirect = (): Promise<Mounted> => {
  const { context, logged } = newContext();
  const api = createRouterClient(createRouter(allHandlers) as never, { context } as never) as unknown as Api;
  return Promise.resolve({ api, context, logged, disconnect: () => undefined, openWires: () => 0 });
};

const mountPort = (): Promise<Mounted> => {
  const { context, logged } = newContext();
  const { port1, port2 } = new MessageChannel();
  const server = createRpcServer(context);
  const host: HostPort = {
    on: (event: string, listener: (event: { data: unknown }) => void) =>
      event === 'message' ? port2.on('message', (data) => listener({ data })) : port2.on('close', () => listener({ data: null })),
    postMessage: (message) => port2.postMessage(message),
    start: () => port2.start(),
  };
  server.serve(portWire(host));
  onTestFinished(() => port1.close());
  const api: Api = createORPCClient(new PortLink({ port: port1 as never }));
  return Promise.resolve({ api, context, logged, disconnect: () => port1.close(), openWires: server.openWires });
};

const mountSocket = async (): Promise<Mounted> => {
  const { context, logged } = newContext();
  const server = createRpcServer(context);
  const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)) };
  const host = await startHost({
    port: 0,
    assets: new Map(),
    random,
    serve: server.serve,
    onAddress: () => undefined,
    takePrint: () => null,
  });
  onTestFinished(() => host.close());
  const entered = await fetch(host.address, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const websocket = new WebSocket(`${host.origin.replace('http', 'ws')}/rpc`, { headers: { cookie, origin: host.origin } });
  const api: Api = createORPCClient(new SocketLink({ websocket: websocket as never }));
  return { api, context, logged, disconnect: () => websocket.close(), openWires: server.openWires };
};

const setUp = (api: Api) => api.vault.setUp({ passcode: testPasscode, personName: '周岚', role: 'surveyor', branch: '城北' });

const newCase = async (api: Api, reportNumber: string): Promise<string> => {
  const { id } = await api.cases.register({ values: { reportNumber, insuredName: '孙明' } });
  return id;
};

/** What the caller sees of a failure. */
const failureOf = async (call: Promise<unknown>): Promise<{ code?: string; data?: unknown; message?: string }> => {
  try {
    await call;
  } catch (error) {
    return error as { code: string; data: unknown };
  }
  throw new Error('the call was expected to fail');
};

/** A small, complete PNG. */
const png = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
);

describe.each([
  ['by direct call', mountDirect],
  ['over a MessagePort', mountPort],
  ['over a WebSocket', mountSocket],
] as const)('the contract %s', (name, mount) => {
  it('answers a query, a command and the query again', async () => {
    const { api } = await mount();
    expect((await api.vault.status()).state).toBe('fresh');
    expect((await setUp(api)).recoveryKey).toMatch(/\w/);
    expect((await api.vault.status()).state).toBe('open');
    const id = await newCase(api, 'R2026-1');
    const file = await api.cases.open({ caseId: id });
    expect(file.case.insuredName).toBe('孙明');
    expect(file.steps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('brings a declared problem with its field and facts', async () => {
    const { api } = await mount();
    await setUp(api);
    await newCase(api, 'R2026-1');
    const failure = await failureOf(newCase(api, 'r2026-1 '));
    expect(failure).toMatchObject({ code: 'PROBLEM', data: { code: 'case.report-number-taken' } });
  });

  it('says at which field an input does not fit, without the schema library’s words', async () => {
    const { api } = await mount();
    await setUp(api);
    const wrong = await failureOf(api.cases.register({ values: { reportNumber: 'R1', liabilityShare: 140 } }));
    expect(wrong).toMatchObject({ code: 'PROBLEM', data: { code: 'too-long', field: 'values.liabilityShare' } });
    const strange = await failureOf(api.cases.register({ values: { reportNumber: 'R1', color: 'red' } } as never));
    expect(strange).toMatchObject({ code: 'PROBLEM', data: { code: 'invalid' } });
  });

  it('refuses work while the vault is locked', async () => {
    const { api } = await mount();
    await setUp(api);
    await api.vault.lock();
    expect(await failureOf(api.people.list())).toMatchObject({ code: 'PROBLEM', data: { code: 'locked' } });
  });

  it('shows a bug as a reference number and logs no words of it', async () => {
    const { api, context, logged } = await mount();
    await setUp(api);
    vi.spyOn(context.core, 'session').mockImplementation(() => {
      throw new Error('secret path /home/someone and 孙明');
    });
    const failure = await failureOf(api.people.list());
    expect(failure).toMatchObject({ code: 'BUG', data: { reference: 'B-1' } });
    expect(JSON.stringify([failure, logged])).not.toMatch(/secret|someone|孙明/);
  });

  it('carries a file both ways unchanged', async () => {
    const { api } = await mount();
    await setUp(api);
    const caseId = await newCase(api, 'R2026-1');
    const file = new File([png], '现场.png', { type: 'image/png' });
    const about = { caseId, partyId: null, logId: null, subject: 'scene', takenAt: '2026-11-20T08:00:00.000Z' } as const;
    const { id } = await api.attachments.add({ ...about, file, thumbnail: null });
    const back = await api.attachments.read({ attachmentId: id });
    expect(new Uint8Array(await back.arrayBuffer())).toEqual(png);
    expect(back.name).toBe('现场.png');
  });

  it('carries a settlement, its standards pack and a case file whole', async () => {
    const { api } = await mount();
    await setUp(api);
    const caseId = await newCase(api, 'R2026-1');
    const { id: partyId } = await api.parties.add({ caseId, values: { name: '赵六', bornOn: '1980-01-01' } });
    const values = { partyId, kind: 'nursing', inputs: { lines: [{ dailyRate: 120, days: 3.5 }] } } as never;
    await api.damages.addItem({ caseId, values });
    await api.cases.edit({ caseId, seen: 1e9, values: { accidentAt: '2024-05-01T02:00:00.000Z' } });
    const live = await api.settlement.compute({ caseId, mode: 'review' });
    expect(live.items.map(({ head }) => [head.key, head.computedFen])).toEqual([['nursing', 42_000]]);
    expect(live.errors.map(({ place }) => place.field)).toContain('vehicles');
    const file = await api.settlement.open({ caseId });
    expect(file.pack?.version).toBe(file.packInForce);
    const exported = await api.settlement.exportCase({ caseId });
    expect(JSON.parse(await exported.text())).toEqual(JSON.parse(JSON.stringify(live.input)));
  });

  it('tells of a committed change once and ends the subscription with the caller', async () => {
    const { api } = await mount();
    await setUp(api);
    const stop = new AbortController();
    const events = await api.vault.changed(undefined, { signal: stop.signal });
    const first = events.next();
    const caseId = await newCase(api, 'R2026-1');
    const { value } = await first;
    expect(value).toMatchObject({ caseId, vault: false });
    expect((value as { slugs: string[] }).slugs).toContain('cases');
    stop.abort();
    await events.return?.();
  });

  it('survives 300 malformed inputs without a word of SQL, a path or a changed row', async () => {
    const { api, logged } = await mount();
    await setUp(api);
    const procedures = Object.entries(contract).flatMap(([slug, of]) => Object.keys(of).map((procedure) => [slug, procedure] as const));
    const harmless = procedures.filter(([slug, procedure]) => !['vault', 'backups'].includes(slug) && procedure !== 'demo');
    const before = await api.vault.selfCheck();
    const answers: unknown[] = [];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...harmless), fc.jsonValue({ maxDepth: 3 }), async ([slug, procedure], input) => {
        const call = (api as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[slug]?.[procedure];
        const answer = await call?.(input).then(
          () => null,
          (error: { code?: string; data?: unknown; message?: string }) => ({ code: error.code, data: error.data, message: error.message }),
        );
        answers.push(answer);
      }),
      { seed: 20261123, numRuns: 300 },
    );
    expect(answers).toHaveLength(300);
    expect(JSON.stringify(answers)).not.toMatch(/SELECT|INSERT|sqlite|node_modules|\/tmp\//i);
    expect(logged.filter((line) => line.includes('"bug"'))).toEqual([]);
    const after = await api.vault.selfCheck();
    expect({ ok: after.ok, rows: after.rows }).toEqual({ ok: true, rows: before.rows });
  });

  if (name !== 'by direct call') {
    it('leaves no subscription behind when the window goes away', async () => {
      const { api, disconnect, openWires } = await mount();
      await setUp(api);
      await api.vault.changed();
      expect(openWires()).toBe(1);
      disconnect();
      await vi.waitFor(() => expect(openWires()).toBe(0), { timeout: 1_000 });
    });
  }
});
