import { createInflateRaw } from 'node:zlib';

/** What a spreadsheet may unpack to in all, bytes. */
const maxUnpackedBytes = 300 * 1024 * 1024;
/** Real sheets shrink to a fiftieth at most; a large part that shrank to less than a four-hundredth was built to burst. */
const maxRatio = 400;
const ratioFrom = 20 * 1024 * 1024;

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;

type Entry = { packed: number; unpacked: number; method: number; encrypted: boolean; dataAt: number };
export type ZipFinding = 'fine' | 'bomb' | 'password' | 'not-a-zip';

/**
 * Looks at a ZIP container before anything unpacks it: first what its directory declares, then, because a directory can lie,
 * what each part really unpacks to, counted and thrown away chunk by chunk.
 */
export const inspectZip = async (bytes: Uint8Array): Promise<ZipFinding> => {
  const entries = readDirectory(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!entries) return 'not-a-zip';
  if (entries.some((entry) => entry.encrypted)) return 'password';
  if (entries.some(burstsBy)) return 'bomb';
  if (entries.reduce((total, entry) => total + entry.unpacked, 0) > maxUnpackedBytes) return 'bomb';
  let left = maxUnpackedBytes;
  for (const entry of entries) {
    const unpacked = await countUnpacked(bytes.subarray(entry.dataAt), entry, left);
    if (unpacked === null) return 'not-a-zip';
    left -= unpacked;
    if (left < 0 || burstsBy({ ...entry, unpacked })) return 'bomb';
  }
  return 'fine';
};

const burstsBy = ({ packed, unpacked }: Pick<Entry, 'packed' | 'unpacked'>): boolean =>
  unpacked > ratioFrom && unpacked > Math.max(packed, 1) * maxRatio;

/** The central directory. Source: PKWARE APPNOTE 4.3.12 and 4.3.16. */
const readDirectory = (zip: Buffer): Entry[] | null => {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== endOfDirectory) return null;
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== directoryEntry) return null;
    const dataAt = dataStart(zip, zip.readUInt32LE(at + 42));
    if (dataAt === null) return null;
    entries.push({
      encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      dataAt,
    });
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
};

const dataStart = (zip: Buffer, header: number): number | null => {
  if (header + 30 > zip.length || zip.readUInt32LE(header) !== localHeader) return null;
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  return start <= zip.length ? start : null;
};

/** Unpacks to nowhere and stops at the limit; the deflate stream itself says where it ends, not the directory. */
const countUnpacked = (data: Uint8Array, { method, packed }: Entry, limit: number): Promise<number | null> => {
  if (method === 0) return Promise.resolve(packed);
  if (method !== 8) return Promise.resolve(null);
  return new Promise((resolve) => {
    let count = 0;
    const inflate = createInflateRaw();
    const stop = (answer: number | null): void => {
      inflate.destroy();
      resolve(answer);
    };
    inflate.on('data', (chunk: Buffer) => {
      count += chunk.length;
      if (count > limit || burstsBy({ packed, unpacked: count })) stop(count > limit ? limit + 1 : count);
    });
    inflate.on('end', () => stop(count));
    inflate.on('error', () => stop(null));
    inflate.end(data);
  });
};
