import { statSync, openSync, readSync, closeSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { ReadDb, SqlValue, WriteDb } from './handles.ts';

/** The raw connection behind the two handles; never leaves `electron/db`. */
export type Connection = {
  write: WriteDb;
  read: ReadDb;
  exec(sql: string): void;
  pragma(name: string): unknown;
  /** Runs `work` in BEGIN IMMEDIATE; a throw rolls everything back. What it wrote is on the disk when it returns. */
  transaction<T>(work: (db: WriteDb) => T): T;
  /** The same, except that it reaches the disk with the next transaction at the latest: a power cut may take it away whole. */
  transactionBefore<T>(work: (db: WriteDb) => T): T;
  /** Writes an encrypted, compacted copy of the file as it stands now. */
  backUpTo(path: string): void;
  /** The file's pages as they stand now; for files in memory. */
  image(): Uint8Array;
  close(): void;
};

export type ConnectionOptions = { path: string; key: Uint8Array | null; readOnly: boolean; mustExist: boolean };

/** Opens one encrypted SQLite file with a raw key, so that no second key derivation slows the start. */
export const connect = (options: ConnectionOptions): Connection => {
  const raw = new Database(options.path, { fileMustExist: options.mustExist, timeout: 2_000 });
  try {
    prepareConnection(raw, options);
  } catch (error) {
    raw.close();
    throw error;
  }
  return wrap(raw);
};

/** A file in memory, empty or from the pages of another one. */
export const connectMemory = (image: Uint8Array | null): Connection => {
  const raw = image ? new Database(Buffer.from(image)) : new Database(':memory:');
  raw.pragma('foreign_keys = ON');
  raw.pragma('trusted_schema = OFF');
  return wrap(raw);
};

/**
 * Every page is sealed with AEGIS-256, which encrypts and authenticates in one go on the AES instructions of the processor. Files
 * of the time before, and backups of them, have the SQLCipher 4 format and keep it: there the whole header is encrypted, here the
 * eight bytes with the size of a page are not. Source: draft-irtf-cfrg-aegis-aead; SQLite file format, §1.3.
 */
const cipherOf = (path: string): 'aegis' | 'sqlcipher' => {
  const head = headerOf(path);
  const isSealed = head === null || (head.subarray(16, 18).equals(pageSize) && head.subarray(20, 24).equals(sealedPages));
  return isSealed ? 'aegis' : 'sqlcipher';
};

/** 4,096 bytes; 64 of them for nonce and tag, and three constants of the format. Between the two stands how the file is written, which changes. */
const [pageSize, sealedPages] = [Buffer.from([0x10, 0]), Buffer.from([64, 64, 32, 32])];
const headerBytes = 24;

const prepareConnection = (raw: Database.Database, { path, key, readOnly }: ConnectionOptions): void => {
  if (key) {
    const cipher = cipherOf(path);
    raw.pragma(`cipher = '${cipher}'`);
    if (cipher === 'sqlcipher') raw.pragma('legacy = 4');
    raw.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
  }
  // Every page is decrypted when it enters the cache, so the cache is larger than SQLite's own 2 MB.
  raw.pragma('cache_size = -16000');
  raw.pragma('temp_store = MEMORY');
  raw.pragma('foreign_keys = ON');
  raw.pragma('trusted_schema = OFF');
  if (readOnly) {
    raw.pragma('query_only = ON');
    return;
  }
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  // Copying the log back decrypts and encrypts every page once more: not within a first download, whose pages are written again
  // and again. What is committed is in the log, on the disk, either way.
  raw.pragma('wal_autocheckpoint = 12000');
  raw.pragma('secure_delete = ON');
};

const wrap = (raw: Database.Database): Connection => {
  const statements = new Map<string, Database.Statement>();
  const prepare = (sql: string): Database.Statement => {
    const known = statements.get(sql);
    if (known) return known;
    const made = raw.prepare(sql);
    statements.set(sql, made);
    return made;
  };
  const handle = {
    get: (sql: string, ...params: SqlValue[]) => prepare(sql).get(...params),
    all: (sql: string, ...params: SqlValue[]) => prepare(sql).all(...params),
    iterate: (sql: string, ...params: SqlValue[]) => raw.prepare(sql).iterate(...params),
    run: (sql: string, ...params: SqlValue[]) => prepare(sql).run(...params).changes,
  };
  const write = handle as unknown as WriteDb;
  return {
    write,
    read: handle as unknown as ReadDb,
    exec: (sql) => void raw.exec(sql),
    pragma: (name) => raw.pragma(name, { simple: true }),
    transaction: (work) => inTransaction(raw, () => work(write), prepare),
    transactionBefore: (work) => {
      raw.pragma('synchronous = NORMAL');
      try {
        return inTransaction(raw, () => work(write), prepare);
      } finally {
        raw.pragma('synchronous = FULL');
      }
    },
    backUpTo: (path) => void raw.prepare('VACUUM INTO ?').run(path),
    image: () => new Uint8Array(raw.serialize()),
    close: () => {
      statements.clear();
      raw.close();
    },
  };
};

const inTransaction = <T>(raw: Database.Database, work: () => T, prepare: (sql: string) => Database.Statement): T => {
  prepare('BEGIN IMMEDIATE').run();
  try {
    const result = work();
    prepare('COMMIT').run();
    return result;
  } catch (error) {
    // SQLite has already rolled back by itself after some errors, for example a full disk.
    if (raw.inTransaction) prepare('ROLLBACK').run();
    throw error;
  }
};

/** True when the file begins like an unencrypted SQLite file: the self-test after every opening. */
export const looksPlain = (path: string): boolean => headerOf(path)?.toString('latin1').startsWith('SQLite format 3') ?? false;

/** The first bytes of a file, or null where it has none yet. */
const headerOf = (path: string): Buffer | null => {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) < headerBytes) return null;
  const head = Buffer.alloc(headerBytes);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, headerBytes, 0);
  } finally {
    closeSync(file);
  }
  return head;
};
