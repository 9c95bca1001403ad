import { promisify } from 'node:util';
import { constants, gunzip, gzip, gzipSync, zstdCompress, zstdCompressSync, zstdDecompress } from 'node:zlib';

/** Most bytes of one body, before and after decompression. Source: SPEC [SY-70]. */
export const maxBodyBytes = 8 * 1_024 * 1_024;
/** Deeper JSON is no message of ours; following it would exhaust the stack. */
const maxDepth = 40;
/** Below this a compressed answer is hardly shorter. */
const worthCompressing = 1_000;
/** Up to this an answer is packed at once: the way to another thread and back costs more than the packing. */
const packedAtOnce = 16_384;

const gzipped = { level: 5 };
/** Half the time of the usual level 3, and entries of cases come out no longer. */
const quick = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
/** A page packed in a step or two instead of twenty, each through the event loop. */
const largeChunk = 262_144;
const [unzip, zip, unzstd, zstd] = [promisify(gunzip), promisify(gzip), promisify(zstdDecompress), promisify(zstdCompress)];

export class BodyError extends Error {
  readonly code: 'malformed' | 'too-large';

  constructor(code: BodyError['code']) {
    super(code);
    this.code = code;
  }
}

/** The JSON value of a request body. Bad packing, bad JSON and too much of it are told apart from faults. */
export const readBody = async (bytes: Buffer, encoding: string | undefined): Promise<unknown> => {
  const text = (await unpacked(bytes, encoding)).toString('utf8');
  if (depthOf(text) > maxDepth) throw new BodyError('malformed');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new BodyError('malformed');
  }
};

const unpacked = async (bytes: Buffer, encoding = 'identity'): Promise<Buffer> => {
  const limit = { maxOutputLength: maxBodyBytes };
  try {
    if (encoding === 'gzip') return await unzip(bytes, limit);
    if (encoding === 'zstd') return await unzstd(bytes, limit);
  } catch (error) {
    throw new BodyError(error instanceof RangeError ? 'too-large' : 'malformed');
  }
  if (encoding !== 'identity') throw new BodyError('malformed');
  return bytes;
};

/** Nesting of brackets outside of texts. */
const depthOf = (text: string): number => {
  let [depth, deepest] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) at = endOfText(text, at);
    else if (code === 91 || code === 123) deepest = Math.max(deepest, (depth += 1));
    else if (code === 93 || code === 125) depth -= 1;
  }
  return deepest;
};

/** Where the text that begins here ends; a quote behind an odd number of backslashes is part of it. */
const endOfText = (text: string, from: number): number => {
  for (let end = text.indexOf('"', from + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 92) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
};

/** The answer as the device can read it, the shortest way it understands. */
export const packed = async (bytes: Buffer, accepted: string): Promise<{ bytes: Buffer; encoding: string | null }> => {
  if (bytes.length < worthCompressing) return { bytes, encoding: null };
  const isSmall = bytes.length <= packedAtOnce;
  if (/\bzstd\b/.test(accepted))
    return { bytes: isSmall ? zstdCompressSync(bytes, quick) : await zstd(bytes, { ...quick, chunkSize: largeChunk }), encoding: 'zstd' };
  if (/\bgzip\b/.test(accepted)) return { bytes: isSmall ? gzipSync(bytes, gzipped) : await zip(bytes, gzipped), encoding: 'gzip' };
  return { bytes, encoding: null };
};
