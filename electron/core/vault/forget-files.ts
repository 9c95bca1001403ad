import { existsSync, rmSync } from 'node:fs';
import { syncFolder, writeFileAtomically } from '../../db/atomic-file.ts';
import type { DataFiles } from '../../db/data-files.ts';

/**
 * The device was revoked and has handed over what the hub lacked: the key goes first, so that whatever is left of the files can
 * never be read again. A mark without content stays, so that whoever starts the app later reads why it is empty.
 */
export const destroyKey = (files: DataFiles, at: string): void => {
  writeFileAtomically(files.revoked, `${JSON.stringify({ at })}\n`);
  rmSync(files.keys, { force: true });
  syncFolder(files.dataDir);
};

/** What nobody can read any more; also after a crash between the key and the rest. */
export const dropUnreadable = (files: DataFiles): void => {
  if (!wasRevoked(files) || existsSync(files.keys)) return;
  for (const file of [files.database, files.databaseNew, files.attachments])
    for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
};

export const wasRevoked = (files: DataFiles): boolean => existsSync(files.revoked);

/** A file that opens was not forgotten: a mark beside it must never cost it. */
export const dropMark = (files: DataFiles): void => rmSync(files.revoked, { force: true });
