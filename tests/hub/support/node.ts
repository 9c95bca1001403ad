import { afterAll } from 'vitest';
import { folderFiles } from '../../../hub/attachments/blob-files.ts';
import { seedHub, type SignIn } from '../../../hub/core/seed.ts';
import type { Lane } from '../../../hub/server/app.ts';
import { attachmentLane } from '../../../hub/server/attachment-lane.ts';
import { startNode, type HubNode } from '../../../hub/server/node.ts';
import { protocolVersion } from '../../../shared/sync/protocol-version.ts';
import type { SessionReply } from '../../../shared/sync/session-messages.ts';
import { newId } from './device.ts';
import { freshDatabase } from './stores.ts';

const running: HubNode[] = [];

/** A real node on a free port, over the lane's PostgreSQL. */
export const node = async (connectionString: string, requestsPerMinute = 1_000_000, lanes: readonly Lane[] = []): Promise<HubNode> => {
  const config = { host: '127.0.0.1', port: 0, exposure: { kind: 'loopback' }, requestsPerMinute } as const;
  const started = await startNode({ config, connectionString, logLevel: 'silent', lanes });
  running.push(started);
  return started;
};

/** The hub goes away in the middle of a test. */
export const stopNode = async (one: HubNode): Promise<void> => {
  running.splice(running.indexOf(one), 1);
  await one.close();
};

export const stopNodes = (): void => {
  afterAll(async () => {
    await Promise.all(running.splice(0).map((one) => one.close()));
  });
};

/** A seeded hub of one node; with a folder it takes files, too. */
export const seededNode = async (requestsPerMinute?: number, folder?: string) => {
  const connectionString = await freshDatabase();
  const lanes = folder === undefined ? [] : [attachmentLane(folderFiles(folder), connectionString)];
  const first = await node(connectionString, requestsPerMinute, lanes);
  return { connectionString, node: first, url: first.url, signIns: await seedHub(first.ports, { adminOnly: false }) };
};

export type Answer = { status: number; headers: Headers; text: string; body: Record<string, unknown> };

export const post = async (
  url: string,
  body: unknown,
  over: { token?: string; headers?: Record<string, string> } = {},
): Promise<Answer> => {
  const headers = { 'content-type': 'application/json', ...(over.token && { authorization: `Bearer ${over.token}` }), ...over.headers };
  const sent = typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body);
  const reply = await fetch(url, { method: 'POST', headers, body: sent });
  const text = await reply.text();
  return { status: reply.status, headers: reply.headers, text, body: JSON.parse(text) as Record<string, unknown> };
};

export const signInAt = async (
  url: string,
  { loginName, password }: SignIn,
  deviceId = newId(),
): Promise<SessionReply & { deviceId: string }> => {
  const request = { protocol: protocolVersion, loginName, password, device: { deviceId, machine: 'm', appVersion: '1' } };
  const reply = await post(`${url}/session/login`, request);
  if (reply.status !== 200) throw new Error(`login: ${reply.text}`);
  return { ...(reply.body as unknown as SessionReply), deviceId };
};
