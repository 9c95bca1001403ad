import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from './atomic-file.ts';

const staging = 'restore.staging';
const readyPrefix = 'restore.ready-';

/** What belongs to a profile, with the logs SQLite may have left beside a damaged file. */
const profileFiles = [
  'keys.json',
  'liubu.db',
  'liubu.db-wal',
  'liubu.db-shm',
  'attachments.db',
  'attachments.db-wal',
  'attachments.db-shm',
];

/** An empty folder in which a backup is unpacked and tried out. */
export const makeStaging = (dataDir: string): string => {
  const path = join(dataDir, staging);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
};

export const dropStaging = (dataDir: string): void => rmSync(join(dataDir, staging), { recursive: true, force: true });

/** The point of no return: from this rename on the restored files win, also after a crash. Returns where the old ones go. */
export const swapIn = (dataDir: string, stamp: string): string | null => {
  syncFolder(join(dataDir, staging));
  renameSync(join(dataDir, staging), join(dataDir, `${readyPrefix}${stamp}`));
  syncFolder(dataDir);
  return finishRestore(dataDir);
};

/**
 * Moves the old files aside and the restored ones in, one after the other. What has been moved is no longer in the ready
 * folder, so a crash in between is finished by calling this again. Returns the folder of the old files, if there were any.
 */
export const finishRestore = (dataDir: string): string | null => {
  const name = existsSync(dataDir) ? readdirSync(dataDir).find((entry) => entry.startsWith(readyPrefix)) : undefined;
  if (name === undefined) return null;
  const ready = join(dataDir, name);
  const kept = join(dataDir, `kept-${name.slice(readyPrefix.length)}`);
  for (const file of profileFiles.toReversed()) {
    const restored = existsSync(join(ready, file));
    const isLog = file.endsWith('-wal') || file.endsWith('-shm');
    const base = file.replace(/-(wal|shm)$/, '');
    if (existsSync(join(dataDir, file)) && (restored || (isLog && existsSync(join(ready, base))))) {
      mkdirSync(kept, { recursive: true, mode: 0o700 });
      renameSync(join(dataDir, file), join(kept, file));
    }
    if (restored) renameSync(join(ready, file), join(dataDir, file));
  }
  syncFolder(dataDir);
  rmSync(ready, { recursive: true, force: true });
  return existsSync(kept) ? kept : null;
};
