import { closeSync, fsyncSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { readBackup, sealHolds, type BackupContent } from '../../db/backup-format.ts';
import { openBlobFile } from '../../db/blob-store.ts';
import { faultOf, type Fault } from '../../db/faults.ts';
import { fileKey, openByPasscode, withoutSystem, writeKeys } from '../../db/keys.ts';
import { openStore } from '../../db/open.ts';
import { dropStaging, makeStaging } from '../../db/restore-swap.ts';
import type { CoreOptions } from '../core-options.ts';
import { storePorts } from '../store-ports.ts';

export type RestoreInput = { file: Blob; passcode: string };

/**
 * Unpacks a backup beside the present files and tries it out completely: hashes, passcode, seal, schema, integrity. The
 * present files have not been touched when this returns; the caller swaps.
 */
export const stageBackup = async (
  options: CoreOptions,
  { file, passcode }: RestoreInput,
): Promise<Result<{ changes: number }, Problem>> => {
  const content = readBackup(Buffer.from(await file.arrayBuffer()));
  if (!content.ok) return err(problem('backup.damaged', 'file'));
  const master = await openByPasscode(content.value.manifest.keys, passcode);
  if (!master) return err(problem('backup.wrong-passcode', 'passcode'));
  if (!sealHolds(content.value, fileKey(master, 'backup'))) return err(problem('backup.damaged', 'file'));
  try {
    const folder = makeStaging(options.dataDir);
    unpack(folder, content.value);
    const fault = tryOut(options, folder, master);
    if (fault) return refuseStaged(options, fault);
    return ok({ changes: content.value.manifest.changes });
  } catch (error) {
    dropStaging(options.dataDir);
    if (faultOf(error)) return err(problem('backup.cannot-write'));
    throw error;
  } finally {
    master.fill(0);
  }
};

const refuseStaged = (options: CoreOptions, fault: Fault): Result<never, Problem> => {
  dropStaging(options.dataDir);
  if (fault === 'fault.from-the-future') return err(problem('backup.from-the-future', 'file'));
  return err(problem(fault === 'fault.corrupt' ? 'backup.damaged' : 'backup.cannot-write', 'file'));
};

const unpack = (folder: string, { manifest, parts }: BackupContent): void => {
  for (const [name, bytes] of parts) {
    const file = openSync(join(folder, name), 'w', 0o600);
    try {
      writeSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
  writeKeys(folder, withoutSystem(manifest.keys));
};

/** Opens the unpacked files as they will be opened later. The restored file becomes a new device: its numbers were used before. */
const tryOut = (options: CoreOptions, folder: string, master: Uint8Array): Fault | null => {
  const store = openStore(
    { path: join(folder, 'liubu.db'), key: fileKey(master, 'database'), mode: 'existing', newDevice: true },
    storePorts(options, () => undefined),
  );
  if (!store.ok) return store.error;
  const sound = store.value.isSound();
  store.value.close();
  const blobs = openBlobFile({ path: join(folder, 'attachments.db'), key: fileKey(master, 'attachments') });
  if (!blobs.ok) return blobs.error;
  blobs.value.close();
  for (const name of readdirSync(folder)) if (/\.db\..+/.test(name)) rmSync(join(folder, name));
  return sound ? null : 'fault.corrupt';
};
