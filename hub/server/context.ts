import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { hubProblem, type HubProblem } from '../../shared/sync/hub-problems.ts';
import { digestHeader } from '../../shared/sync/messages.ts';
import { err, type Result } from '../../shared/kernel/result.ts';
import { authenticateSender } from '../core/authenticate-sender.ts';
import type { Sender } from '../core/blob-access.ts';
import type { Hub } from '../core/hub.ts';
import { JsonText } from '../core/json-text.ts';
import type { Claims, HubPorts } from '../core/ports.ts';
import { packed } from './body.ts';
import type { Metrics } from './metrics.ts';
import type { Pokes } from './pokes.ts';
import { statusOf } from './status-of.ts';

/** What every route of a node works with. */
export type ServerContext = { hub: Hub; ports: HubPorts; pokes: Pokes; metrics: Metrics };

/** Who asks, by the bearer token of the request's `Authorization`. */
export const bearerOf = async ({ hub }: ServerContext, authorization: string | undefined): Promise<Result<Claims, HubProblem>> => {
  const token = tokenOf(authorization);
  return token === null ? err(hubProblem('relogin')) : hub.authenticate(token);
};

/** Who sends files, by the token of the request. */
export const senderOf = async ({ ports }: ServerContext, authorization: string | undefined): Promise<Result<Sender, HubProblem>> => {
  const token = tokenOf(authorization);
  return token === null ? err(hubProblem('relogin')) : authenticateSender(ports, token);
};

const tokenOf = (authorization: string | undefined): string | null => /^Bearer ([\w.-]{16,4096})$/.exec(authorization ?? '')?.[1] ?? null;

/** A checked body, or the problem; which field was wrong, never what stood in it. */
export const bodyOf = <T>(schema: z.ZodType<T>, request: FastifyRequest): Result<T, HubProblem> => {
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return { ok: true, value: parsed.data };
  const path = parsed.error.issues[0]?.path ?? [];
  return err(hubProblem('malformed', { field: path.map(safePart).join('.') }));
};

/** A key somebody made up is not repeated back. */
const safePart = (part: PropertyKey): string => (typeof part === 'number' || /^[\w-]{1,32}$/.test(String(part)) ? String(part) : '?');

export const answer = async (reply: FastifyReply, result: Result<unknown, HubProblem>): Promise<FastifyReply> => {
  if (!result.ok) return refuse(reply, result.error);
  const { value } = result;
  const text = value instanceof JsonText ? value.toBytes() : Buffer.from(JSON.stringify(value ?? {}), 'utf8');
  const { bytes, encoding } = await packed(text, String(reply.request.headers['accept-encoding'] ?? ''));
  if (encoding !== null) void reply.header('content-encoding', encoding);
  return reply
    .header(digestHeader, hash('sha256', text, 'hex'))
    .type('application/json; charset=utf-8')
    .send(bytes);
};

export const refuse = (reply: FastifyReply, problem: HubProblem): FastifyReply => {
  if (problem.code === 'login.wait') void reply.header('retry-after', String(problem.facts['seconds'] ?? 30));
  return reply.code(statusOf[problem.code]).type('application/json; charset=utf-8').send(JSON.stringify(problem));
};
