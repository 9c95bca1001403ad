import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { backupParts, writeBackup, type BackupPart } from '../../db/backup-format.ts';
import type { BlobFile } from '../../db/blob-store.ts';
import { faultOf } from '../../db/faults.ts';
import { fileKey, readKeys, withoutSystem } from '../../db/keys.ts';
import type { Store } from '../../db/open.ts';
import { makeStaging } from '../../db/restore-swap.ts';
import type { CoreOptions } from '../core-options.ts';

export type Backup = { file: File; changes: number; attachments: number };
export type BackupSource = { master: Uint8Array; store: Store; blobs: BlobFile };

/** Copies of both databases as they stand at this moment, with the sealed keys, in one file. */
export const makeBackup = (options: CoreOptions, source: BackupSource): Result<Backup, Problem> => {
  const keys = readKeys(options.dataDir);
  if (!keys) return err(problem('fault.keys-missing'));
  const { at } = options.clock.now();
  const changes = source.store.read.get<{ n: number }>('SELECT count(*) AS n FROM journal')?.n ?? 0;
  const attachments = source.blobs.count();
  try {
    const parts = copyParts(options.dataDir, source);
    const facts = { madeAt: at, version: options.version, changes, attachments, keys: withoutSystem(keys) };
    const content = writeBackup(facts, parts, fileKey(source.master, 'backup'));
    const file = new File(content as ConstructorParameters<typeof File>[0], `liubu-${at.slice(0, 10)}.liubu-backup`, {
      type: 'application/octet-stream',
    });
    return ok({ file, changes, attachments });
  } catch (error) {
    if (faultOf(error)) return err(problem('backup.cannot-write'));
    throw error;
  }
};

const copyParts = (dataDir: string, { store, blobs }: BackupSource): Map<BackupPart, Uint8Array> => {
  const folder = makeStaging(dataDir);
  try {
    store.backUpTo(join(folder, 'liubu.db'));
    blobs.backUpTo(join(folder, 'attachments.db'));
    return new Map(backupParts.map((name) => [name, readFileSync(join(folder, name))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
