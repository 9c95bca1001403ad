import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { idSchema } from '../../shared/kernel/ids.ts';
import { maxAttachmentBytes } from '../../shared/attachments/model.ts';
import { exchanges } from '../../shared/sync/messages.ts';
import { hashSchema } from '../../shared/sync/entry.ts';
import { hubProblem } from '../../shared/sync/hub-problems.ts';
import { dropStaleUploads } from '../attachments/stale-uploads.ts';
import { clusterLocker } from '../attachments/upload-lock.ts';
import { createUploadDesk } from '../attachments/upload-desk.ts';
import type { BlobFiles, Part } from '../attachments/blob-files.ts';
import { admitDownload, blobStates } from '../core/blob-access.ts';
import { protocolProblem } from '../core/authenticate.ts';
import { openPool } from '../db/pool.ts';
import type { Lane } from './app.ts';
import { answer, bearerOf, bodyOf, refuse, senderOf, type ServerContext } from './context.ts';

const uploadsPath = '/attachments/uploads';
const cleanEveryMs = 6 * 3_600_000;

/** The lane of files: uploads by tus 1.0, what is here of them, and downloads with ranges. */
export const attachmentLane =
  (files: BlobFiles, connectionString: string): Lane =>
  (app, context) => {
    const pool = openPool({ connectionString, max: 4 });
    // What could not be cleaned now is cleaned the next time.
    const clean = (): Promise<unknown> => dropStaleUploads(context.ports, files).catch(() => context.ports.log('attachments.not-cleaned'));
    const cleaning = setInterval(() => void clean(), cleanEveryMs).unref();
    app.addHook('onClose', async () => {
      clearInterval(cleaning);
      await pool.end();
    });
    uploads(app, context, { files, pool });
    states(app, context);
    downloads(app, context, files);
  };

type Stores = { files: BlobFiles; pool: pg.Pool };

const uploads = (app: FastifyInstance, context: ServerContext, { files, pool }: Stores): void => {
  const desk = createUploadDesk(context.ports, {
    path: uploadsPath,
    files,
    locker: clusterLocker(pool),
    maxBytes: maxAttachmentBytes,
    claimsOf: (authorization) => senderOf(context, authorization),
  });
  void app.register(async (scope) => {
    // The bytes are left in the stream: tus writes them away as they come.
    scope.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
    const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      reply.hijack();
      await desk.handle(request.raw, reply.raw);
    };
    scope.route({ method: ['POST', 'OPTIONS'], url: uploadsPath, handler: handle });
    scope.route({ method: ['HEAD', 'PATCH', 'DELETE', 'OPTIONS'], url: `${uploadsPath}/:id`, handler: handle });
  });
};

const states = (app: FastifyInstance, context: ServerContext): void => {
  const { path, request: schema } = exchanges.blobStates;
  app.post(path, async (request, reply) => {
    const who = await senderOf(context, request.headers.authorization);
    if (!who.ok) return refuse(reply, who.error);
    const body = bodyOf(schema, request);
    if (!body.ok) return refuse(reply, body.error);
    const wrong = protocolProblem(body.value.protocol);
    return wrong ? refuse(reply, wrong) : answer(reply, await blobStates(context.ports, who.value, body.value));
  });
};

const downloads = (app: FastifyInstance, context: ServerContext, files: BlobFiles): void => {
  app.get<{ Params: { caseId: string; sha256: string } }>('/attachments/content/:caseId/:sha256', async (request, reply) => {
    const who = await bearerOf(context, request.headers.authorization);
    if (!who.ok) return refuse(reply, who.error);
    const caseId = idSchema<'case'>().safeParse(request.params.caseId);
    const sha256 = hashSchema.safeParse(request.params.sha256);
    if (!caseId.success || !sha256.success) return refuse(reply, hubProblem('not-found'));
    const blob = await admitDownload(context.ports, who.value, { caseId: caseId.data, sha256: sha256.data });
    if (!blob.ok) return refuse(reply, blob.error);
    const part = partOf(request.headers.range, blob.value.bytes);
    void reply.header('accept-ranges', 'bytes').header('cache-control', 'no-store').type('application/octet-stream');
    if (part === 'outside') return reply.code(416).header('content-range', `bytes */${blob.value.bytes}`).send('');
    if (part) void reply.code(206).header('content-range', `bytes ${part.from}-${part.from + part.length - 1}/${blob.value.bytes}`);
    void reply.header('content-length', part ? part.length : blob.value.bytes);
    return reply.send(await files.read(blob.value.uploadId, part ?? undefined));
  });
};

/** `bytes=from-` or `bytes=from-to`, the only forms our devices use; another form is answered with the whole. Source: RFC 9110, 14.2. */
const partOf = (range: string | undefined, bytes: number): Part | 'outside' | null => {
  const match = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(range ?? '');
  if (!match) return null;
  const from = Number(match[1]);
  const to = match[2] === '' ? bytes - 1 : Math.min(Number(match[2]), bytes - 1);
  return from >= bytes || to < from ? 'outside' : { from, length: to - from + 1 };
};
