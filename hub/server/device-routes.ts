import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { HubProblem } from '../../shared/sync/hub-problems.ts';
import { exchanges } from '../../shared/sync/messages.ts';
import type { PushReply } from '../../shared/sync/push-messages.ts';
import type { Claims } from '../core/ports.ts';
import { answer, bearerOf, bodyOf, refuse, type ServerContext } from './context.ts';

/** Exchanges that need no token, by address of the one who asks. */
const open = ['login', 'refresh', 'surrender'] as const;
const signedIn = ['push', 'compare', 'plan', 'entries', 'documents', 'inbox', 'decide'] as const;

/** The routes of `shared/sync/messages.ts`; the table there is the contract. */
export const deviceRoutes = (app: FastifyInstance, context: ServerContext): void => {
  const { hub } = context;
  for (const name of open) {
    const { path, request: schema } = exchanges[name];
    app.post(path, async (request, reply) => {
      const body = bodyOf(schema as z.ZodType, request);
      if (!body.ok) return refuse(reply, body.error);
      const ask = hub[name] as (body: unknown, address: string) => Promise<Result<unknown, HubProblem>>;
      return answer(reply, await ask(body.value, request.ip));
    });
  }
  for (const name of signedIn) {
    const { path, request: schema } = exchanges[name];
    app.post(path, async (request, reply) => {
      const who = await bearerOf(context, request.headers.authorization);
      if (!who.ok) return refuse(reply, who.error);
      const body = bodyOf(schema as z.ZodType, request);
      if (!body.ok) return refuse(reply, body.error);
      const ask = hub[name === 'entries' ? 'entriesText' : name] as (who: Claims, body: unknown) => Promise<Result<unknown, HubProblem>>;
      const result = await ask(who.value, body.value);
      if (name === 'push' && result.ok) countVerdicts(context, result.value as PushReply);
      return answer(reply, result);
    });
  }
  app.post('/session/logout', async (request, reply) => {
    const who = await bearerOf(context, request.headers.authorization);
    if (!who.ok) return refuse(reply, who.error);
    await hub.logout(who.value);
    return answer(reply, ok({}));
  });
};

const countVerdicts = ({ metrics }: ServerContext, { verdicts }: PushReply): void => {
  for (const [verdict, some] of Map.groupBy(verdicts, (one) => one.verdict)) metrics.verdicts.inc({ verdict }, some.length);
};
