import { createHash } from 'node:crypto';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { problem, type Problem } from '../../shared/kernel/problem.ts';
import { connect, type Connection } from './connection.ts';
import { FaultError, faultOf, type Fault } from './faults.ts';
import type { Reads } from './handles.ts';

/** Content of attachments, named by its SHA-256 in lower-case hex. It lies in `attachments.db`, never as a file. */
export interface BlobStore {
  /** Stores bytes once; the same content again changes nothing. */
  put(bytes: Uint8Array): Result<{ sha256: string }, Problem>;
  has(sha256: string): boolean;
  /** The content, checked against its name; null when it is not here or damaged. */
  read(sha256: string): Uint8Array | null;
  /** A part of the content, for viewers that jump; null when it is not here. */
  readRange(sha256: string, from: number, length: number): Uint8Array | null;
}

/** What the core may do with the file beside its use as a store. */
export type BlobFile = BlobStore & {
  /** Drops everything not in the set, for files whose metadata was never saved; returns how many. */
  keepOnly(sha256s: ReadonlySet<string>): number;
  /** Drops these, with their traces in the log beside the file. */
  drop(sha256s: readonly string[]): void;
  limitPages(pages: number): void;
  count(): number;
  backUpTo(path: string): void;
  close(): void;
};

/** Bytes per row: large values are read in parts without loading all of a file. */
const chunkBytes = 256 * 1024;
const version = 10;

export type BlobFileOptions = { path: string; key: Uint8Array };

/** Opens (or begins) the second encrypted database. */
export const openBlobFile = ({ path, key }: BlobFileOptions): Result<BlobFile, Fault> => {
  try {
    const connection = connect({ path, key, readOnly: false, mustExist: false });
    try {
      prepareSchema(connection);
    } catch (error) {
      connection.close();
      throw error;
    }
    return ok(blobFileOf(connection));
  } catch (error) {
    const fault = faultOf(error);
    if (fault) return err(fault);
    throw error;
  }
};

const prepareSchema = (connection: Connection): void => {
  const found = connection.pragma('user_version') as number;
  if (found > version) throw new FaultError('fault.from-the-future');
  if (found === version) return;
  connection.transaction(() =>
    connection.exec(`
      CREATE TABLE blobs (sha256 TEXT PRIMARY KEY, bytes INTEGER NOT NULL CHECK (bytes >= 0)) STRICT, WITHOUT ROWID;
      CREATE TABLE blob_chunks (
        chunk_id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL REFERENCES blobs (sha256) ON DELETE CASCADE,
        position INTEGER NOT NULL CHECK (position >= 0),
        content BLOB NOT NULL,
        UNIQUE (sha256, position)
      ) STRICT;
      PRAGMA user_version = ${version};
    `),
  );
};

const blobFileOf = (connection: Connection): BlobFile => ({
  put: (bytes) => putBlob(connection, bytes),
  has: (sha256) => sizeOf(connection.read, sha256) !== null,
  read: (sha256) => {
    const size = sizeOf(connection.read, sha256);
    if (size === null) return null;
    const bytes = readBytes(connection.read, sha256, { from: 0, length: size });
    return sha256Of(bytes) === sha256 ? bytes : null;
  },
  readRange: (sha256, from, length) => {
    const size = sizeOf(connection.read, sha256);
    return size === null ? null : readBytes(connection.read, sha256, { from, length: Math.min(length, Math.max(0, size - from)) });
  },
  keepOnly: (sha256s) =>
    connection.transaction((db) => {
      const all = db.all<{ sha256: string }>('SELECT sha256 FROM blobs');
      const orphans = all.filter(({ sha256 }) => !sha256s.has(sha256));
      for (const { sha256 } of orphans) db.run('DELETE FROM blobs WHERE sha256 = ?', sha256);
      return orphans.length;
    }),
  drop: (sha256s) => {
    connection.transaction((db) => {
      for (const sha256 of sha256s) db.run('DELETE FROM blobs WHERE sha256 = ?', sha256);
    });
    connection.pragma('wal_checkpoint(TRUNCATE)');
  },
  limitPages: (pages) => void connection.pragma(`max_page_count = ${Math.trunc(pages)}`),
  count: () => connection.read.get<{ n: number }>('SELECT count(*) AS n FROM blobs')?.n ?? 0,
  backUpTo: (path) => connection.backUpTo(path),
  close: () => connection.close(),
});

const putBlob = (connection: Connection, bytes: Uint8Array): Result<{ sha256: string }, Problem> => {
  const sha256 = sha256Of(bytes);
  if (sizeOf(connection.read, sha256) !== null) return ok({ sha256 });
  try {
    connection.transaction((db) => {
      db.run('INSERT INTO blobs (sha256, bytes) VALUES (?, ?)', sha256, bytes.length);
      for (let at = 0; at < bytes.length; at += chunkBytes) {
        const content = bytes.subarray(at, at + chunkBytes);
        db.run('INSERT INTO blob_chunks (sha256, position, content) VALUES (?, ?, ?)', sha256, at / chunkBytes, content);
      }
    });
    return ok({ sha256 });
  } catch (error) {
    const fault = faultOf(error);
    if (fault) return err(problem(fault));
    throw error;
  }
};

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const sizeOf = (db: Reads, sha256: string): number | null =>
  db.get<{ bytes: number }>('SELECT bytes FROM blobs WHERE sha256 = ?', sha256)?.bytes ?? null;

const readBytes = (db: Reads, sha256: string, { from, length }: { from: number; length: number }): Uint8Array => {
  const first = Math.floor(from / chunkBytes);
  const last = Math.floor((from + Math.max(length, 1) - 1) / chunkBytes);
  const chunks = db.all<{ content: Uint8Array }>(
    'SELECT content FROM blob_chunks WHERE sha256 = ? AND position BETWEEN ? AND ? ORDER BY position',
    sha256,
    first,
    last,
  );
  const joined = Buffer.concat(chunks.map(({ content }) => content));
  const start = from - first * chunkBytes;
  return new Uint8Array(joined.subarray(start, start + length));
};
