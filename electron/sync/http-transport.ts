import { hash } from 'node:crypto';
import { request as askPlain, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { request as askEncrypted } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { constants, gunzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { hubProblemSchema } from '../../shared/sync/hub-problems.ts';
import { digestHeader, exchanges } from '../../shared/sync/messages.ts';
import type { Answer, NoReply, Transport } from './ports.ts';

const smallestCompressed = 1_024;
/** Half the time of the usual level 3, and changes come out no longer. */
const quick = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
/** A little longer than the machine waits: the machine decides, this only frees the connection. */
const abortMs = 60_000;
/** Far above every reply; more of it is no hub's answer. */
const mostUnpacked = 256 * 1_024 * 1_024;

/** The hub over HTTPS; the only place of the device that sends anything. */
export const httpTransport = (address: () => string): Transport => ({
  ask: ({ what, body, accessToken }, done) => {
    void send(new URL(exchanges[what].path, address()), { body, accessToken }).then(done, () => done({ ok: false, code: 'offline' }));
  },
});

const send = async (url: URL, { body, accessToken }: { body: unknown; accessToken: string | null }): Promise<Answer> => {
  const text = Buffer.from(JSON.stringify(body));
  const isPacked = text.length >= smallestCompressed;
  const headers = {
    'content-type': 'application/json',
    'accept-encoding': 'zstd, gzip',
    ...(isPacked ? { 'content-encoding': 'zstd' } : {}),
    ...(accessToken === null ? {} : { authorization: `Bearer ${accessToken}` }),
  };
  // Packed at once, so that it has left when whoever asked begins to write: a push of a thousand changes takes some four milliseconds.
  return answerOf(await post(url, { headers, body: isPacked ? zstdCompressSync(text, quick) : text }));
};

type Reply = { status: number; headers: IncomingHttpHeaders; bytes: Buffer };

/**
 * Not by `fetch`, which unpacks a reply in some two hundred small steps, each through the event loop: a page of three million bytes
 * then took sixty milliseconds to come in, during which nothing was written.
 */
export const post = (url: URL, { headers, body }: { headers: OutgoingHttpHeaders; body: Buffer }): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const open = url.protocol === 'https:' ? askEncrypted : askPlain;
    const options = { method: 'POST', headers: { ...headers, 'content-length': body.length }, signal: AbortSignal.timeout(abortMs) };
    const sent = open(url, options, (reply) => {
      const status = reply.statusCode ?? 0;
      buffer(reply).then((bytes) => resolve({ status, headers: reply.headers, bytes }), reject);
    });
    sent.once('error', reject);
    sent.end(body);
  });

/** A reply counts only with the digest of its whole text, taken from the bytes before anything is read in them. Source: SPEC [SY-45]. */
const answerOf = ({ status, headers, bytes: packed }: Reply): Answer => {
  // A hub sends nobody elsewhere: whoever does is not the hub.
  if (status >= 300 && status < 400) return { ok: false, code: 'offline' };
  const bytes = unpacked(packed, headers['content-encoding']);
  if (bytes === null) return { ok: false, code: 'cut' };
  if (status >= 400) return { ok: false, code: problemOf(parse(bytes)) };
  const whole = headers[digestHeader] === hash('sha256', bytes, 'hex');
  const parsed = whole ? parse(bytes) : undefined;
  return parsed === undefined ? { ok: false, code: 'cut' } : { ok: true, reply: parsed };
};

export const unpacked = (bytes: Buffer, encoding = 'identity'): Buffer | null => {
  const limit = { maxOutputLength: mostUnpacked };
  try {
    if (encoding === 'zstd') return zstdDecompressSync(bytes, limit);
    if (encoding === 'gzip') return gunzipSync(bytes, limit);
  } catch {
    return null;
  }
  return encoding === 'identity' ? bytes : null;
};

const parse = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
};

/** Anything that is not a hub's answer, such as a login page on the way, is a line that does not work. */
const problemOf = (body: unknown): NoReply => {
  const problem = hubProblemSchema.safeParse(body);
  return problem.success ? problem.data.code : 'cut';
};

/** Plain HTTP only to this machine: everything else would send secrets in the clear. Source: SPEC [SY-70]. */
export const hubAddress = (typed: string): string | null => {
  const text = typed.trim();
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  if (!url || url.username !== '' || url.password !== '') return null;
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || loopback ? url.origin : null;
};
