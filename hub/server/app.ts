import websocket from '@fastify/websocket';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyRequest, type FastifyServerOptions } from 'fastify';
import { hubProblem } from '../../shared/sync/hub-problems.ts';
import { adminRoutes } from './admin-routes.ts';
import { BodyError, maxBodyBytes, readBody } from './body.ts';
import { refuse, type ServerContext } from './context.ts';
import { deviceRoutes } from './device-routes.ts';
import { openApi, openApiPage } from './open-api.ts';
import { pokeRoute } from './poke-route.ts';
import type { Exposure } from './config.ts';

/** Further routes of a node, for example the attachments lane. */
export type Lane = (app: FastifyInstance, context: ServerContext) => void | Promise<void>;

export type AppOptions = {
  exposure: Exposure;
  requestsPerMinute: number;
  https?: { key: Buffer; cert: Buffer };
  lanes?: readonly Lane[];
};

/** One node: routes are thin, the rules are in the core. */
export const createApp = async (context: ServerContext, options: AppOptions): Promise<FastifyInstance> => {
  const server = {
    bodyLimit: maxBodyBytes,
    trustProxy: options.exposure.kind === 'proxy',
    https: options.https ?? null,
    forceCloseConnections: 'idle',
  };
  const app = Fastify(server as FastifyServerOptions) as FastifyInstance;
  bodies(app);
  faults(app, context);
  measured(app, context);
  if (options.exposure.kind === 'proxy') onlyEncrypted(app);
  await app.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: () => Object.assign(new BodyError('malformed'), { statusCode: 429 }),
  });
  await app.register(websocket, { options: { maxPayload: 1_024 } });
  deviceRoutes(app, context);
  adminRoutes(app, context);
  pokeRoute(app, context);
  for (const lane of options.lanes ?? []) await lane(app, context);
  openRoutes(app, context);
  return app;
};

/** Only JSON, packed or not; it is parsed here, so that the limits hold for what comes out, too. */
const bodies = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (request: FastifyRequest, bytes: Buffer) =>
    readBody(bytes, request.headers['content-encoding']),
  );
};

/** Nothing of a fault leaves the hub but a reference; nothing of it is logged but its kind. */
const faults = (app: FastifyInstance, { ports, metrics }: ServerContext): void => {
  app.setNotFoundHandler((_, reply) => refuse(reply, hubProblem('not-found')));
  app.setErrorHandler((error, _, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 0;
    if (status === 429) return refuse(reply, hubProblem('too-many'));
    if (error instanceof BodyError) return refuse(reply, hubProblem(error.code));
    if (status === 413) return refuse(reply, hubProblem('too-large'));
    if (status >= 400 && status < 500) return refuse(reply, hubProblem('malformed'));
    const reference = ports.ids.next();
    ports.log('hub.fault', { reference, fault: faultName(error) });
    metrics.problems.inc({ code: 'hub.fault' });
    return refuse(reply, isBusy(error) ? hubProblem('hub.busy') : hubProblem('hub.fault', { reference }));
  });
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

const faultName = (error: unknown): string => (error instanceof Error ? `${error.name} ${codeOf(error)}`.trim() : 'unknown');

/** The store is full, restarting or out of reach: the device tries again later. */
const isBusy = (error: unknown): boolean => /^(ECONN\w*|ETIMEDOUT|EPIPE|40001|40P01|53\d{3}|57P\d{2}|08\w{3})$/.test(codeOf(error));

const measured = (app: FastifyInstance, { metrics }: ServerContext): void => {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.seconds.observe({ route, status: String(reply.statusCode) }, reply.elapsedTime / 1_000);
  });
};

/** Behind a proxy: what came to it in the clear is not answered. */
const onlyEncrypted = (app: FastifyInstance): void => {
  app.addHook('onRequest', async (request, reply) => {
    const isOwn = request.url === '/health' || request.url === '/metrics';
    if (!isOwn && request.headers['x-forwarded-proto'] !== 'https') return refuse(reply, hubProblem('forbidden'));
    return undefined;
  });
};

const openRoutes = (app: FastifyInstance, { ports, metrics }: ServerContext): void => {
  app.get('/health', async (_, reply) => {
    await ports.db.snapshot((reads) => reads.query('SELECT 1 AS one'));
    return reply.send({ ok: true });
  });
  app.get('/metrics', async (_, reply) => reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()));
  app.get('/openapi.json', async (_, reply) => reply.send(openApi()));
  app.get('/', async (_, reply) =>
    reply.header('content-security-policy', "default-src 'none'").type('text/html; charset=utf-8').send(openApiPage()),
  );
};
