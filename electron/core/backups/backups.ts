import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { faultOf } from '../../db/faults.ts';
import { dropStaging, swapIn } from '../../db/restore-swap.ts';
import type { CoreOptions } from '../core-options.ts';
import { makeBackup, type Backup, type BackupSource } from './make-backup.ts';
import { stageBackup, type RestoreInput } from './restore-backup.ts';

export type Restored = { changes: number; keptAside: string | null };

/** Backup and restore of one data folder. */
export interface Backups {
  make(): Result<Backup, Problem>;
  /** Works in any state of the vault and leaves it locked; a failure leaves everything as it was. */
  restore(input: RestoreInput): Promise<Result<Restored, Problem>>;
}

/** What the vault has to offer for it. */
export type BackupVault = {
  current(): BackupSource | null;
  replaceFiles<T, R>(prepare: () => Promise<Result<T, Problem>>, swap: (prepared: T) => Result<R, Problem>): Promise<Result<R, Problem>>;
};

export const createBackups = (options: CoreOptions, vault: BackupVault): Backups => ({
  make: () => {
    const open = vault.current();
    return open ? makeBackup(options, open) : err(problem('locked'));
  },
  restore: (input) =>
    vault.replaceFiles(
      () => stageBackup(options, input),
      ({ changes }) => swap(options, changes),
    ),
});

const swap = ({ dataDir, clock }: CoreOptions, changes: number): Result<Restored, Problem> => {
  try {
    const stamp = clock.now().at.replaceAll(/[:.]/g, '-');
    return ok({ changes, keptAside: swapIn(dataDir, stamp) });
  } catch (error) {
    dropStaging(dataDir);
    if (faultOf(error)) return err(problem('backup.cannot-write'));
    throw error;
  }
};
