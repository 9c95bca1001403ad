import { hash } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import { hubProblemSchema } from '../../shared/sync/hub-problems.ts';
import { digestHeader, exchanges } from '../../shared/sync/messages.ts';
import type { Answer, NoReply, Transport } from './ports.ts';

const smallestCompressed = 1_024;
/** A little longer than the machine waits: the machine decides, this only frees the connection. */
const abortMs = 60_000;

/** The hub over HTTPS; the only place of the device that sends anything. */
export const httpTransport = (address: () => string): Transport => ({
  ask: ({ what, body, accessToken }, done) => {
    void send(new URL(exchanges[what].path, address()), { body, accessToken }).then(done, () => done({ ok: false, code: 'offline' }));
  },
});

const send = async (url: URL, { body, accessToken }: { body: unknown; accessToken: string | null }): Promise<Answer> => {
  const text = Buffer.from(JSON.stringify(body));
  const packed = text.length >= smallestCompressed;
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(packed ? { 'content-encoding': 'zstd' } : {}),
      ...(accessToken === null ? {} : { authorization: `Bearer ${accessToken}` }),
    },
    // At once, so that it has left when whoever asked begins to write: a push of a thousand changes takes some eight milliseconds.
    body: packed ? zstdCompressSync(text) : text,
    redirect: 'error',
    signal: AbortSignal.timeout(abortMs),
  });
  return answerOf(response.status, { bytes: Buffer.from(await response.arrayBuffer()), digest: response.headers.get(digestHeader) });
};

/** A reply counts only with the digest of its whole text, taken from the bytes before anything is read in them. Source: SPEC [SY-45]. */
const answerOf = (status: number, { bytes, digest }: { bytes: Buffer; digest: string | null }): Answer => {
  if (status >= 400) return { ok: false, code: problemOf(parse(bytes)) };
  const whole = digest === hash('sha256', bytes, 'hex');
  const parsed = whole ? parse(bytes) : undefined;
  return parsed === undefined ? { ok: false, code: 'cut' } : { ok: true, reply: parsed };
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
