import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder } from './atomic-file.ts';
import { FaultError, type Fault } from './faults.ts';
import { keysPath } from './keys.ts';

/** The files of one profile; they belong together and are only ever moved together. */
export type DataFiles = {
  dataDir: string;
  keys: string;
  database: string;
  databaseNew: string;
  attachments: string;
  /** Left behind by a device that was revoked. */
  revoked: string;
};

export const dataFilesOf = (dataDir: string): DataFiles => ({
  dataDir,
  keys: keysPath(dataDir),
  database: join(dataDir, 'liubu.db'),
  databaseNew: join(dataDir, 'liubu.db.new'),
  attachments: join(dataDir, 'attachments.db'),
  revoked: join(dataDir, 'revoked.json'),
});

/** The folder is for this person only; on systems with modes nobody else may even list it. */
export const ensureDataDir = (dataDir: string): void => {
  const there = statSync(dataDir, { throwIfNoEntry: false });
  if (there?.isDirectory() === true) return;
  if (there !== undefined) throw new FaultError('fault.read-only');
  const parent = dirname(dataDir);
  if (parent !== dataDir) ensureDataDir(parent);
  makeFolder(dataDir);
};

/** Step by step, because Node's own recursive way never ends under /proc, which says that a folder lacks a parent it has. */
const makeFolder = (path: string): void => {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new FaultError('fault.read-only');
    // Another process may have made it meanwhile.
    if (code !== 'EEXIST') throw error;
  }
};

/** What lies in the folder, before any key is known. */
export const inspectFiles = (files: DataFiles): { fresh: boolean; fault: Fault | null } => {
  const keys = existsSync(files.keys);
  const database = existsSync(files.database) || (keys && existsSync(files.databaseNew));
  if (keys && !database) return { fresh: false, fault: 'fault.database-missing' };
  if (!keys && database) return { fresh: false, fault: 'fault.keys-missing' };
  return { fresh: !keys, fault: null };
};

/**
 * Set-up makes the database under another name, writes the keys, then gives it its name: a crash before the keys leaves a
 * fresh folder, a crash after them is finished here.
 */
export const finishSetUp = (files: DataFiles): void => {
  if (existsSync(files.database) || !existsSync(files.databaseNew)) return;
  renameSync(files.databaseNew, files.database);
  syncFolder(files.dataDir);
};
