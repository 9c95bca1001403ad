import type { KeyStoreFacts } from '../../../shared/kernel/host-messages.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { ensureDataDir, inspectFiles, type DataFiles } from '../../db/data-files.ts';
import { faultOf, type Fault } from '../../db/faults.ts';
import { takeInstanceLock, type InstanceLock } from '../../db/instance-lock.ts';
import { finishRestore } from '../../db/restore-swap.ts';
import type { CoreEvent, CoreOptions } from '../core-options.ts';
import { destroyKey, dropMark, dropUnreadable } from './forget-files.ts';
import { openFiles, type OpenFiles } from './open-files.ts';
import type { TryCounter } from './tries.ts';

/** What the parts of the vault share. `state` is the only thing here that changes. */
export type VaultContext = {
  options: CoreOptions;
  files: DataFiles;
  tries: TryCounter;
  announce: (event: CoreEvent) => void;
  state: { open: OpenFiles | null; fault: Fault | null; lock: InstanceLock | null; keyStore: KeyStoreFacts };
};

/** Takes the folder, unless it is held already; a fault says why it cannot be had. Asked again while another core has it. */
export const holdFolder = ({ options, state, files }: VaultContext): Fault | null => {
  if (state.lock) return null;
  try {
    ensureDataDir(options.dataDir);
    state.lock = takeInstanceLock(options.dataDir);
    finishRestore(options.dataDir);
    dropUnreadable(files);
    return null;
  } catch (error) {
    const fault = faultOf(error);
    if (fault) return fault;
    throw error;
  }
};

/** What stands in the way before any key is tried. */
export const faultBefore = (context: VaultContext): Fault | null => holdFolder(context) ?? inspectFiles(context.files).fault;

export const announceVault = ({ announce }: VaultContext): void => announce({ slugs: [], caseId: null, vault: true });

/** Locks: closes both files and forgets the key. */
export const closeFiles = (context: VaultContext): void => {
  const { open } = context.state;
  context.state.open = null;
  context.state.fault = null;
  open?.close();
  if (open) announceVault(context);
};

const forgetFiles = (context: VaultContext): void => {
  const { files, options } = context;
  destroyKey(files, options.clock.now().at);
  // After the event that led here: the loop still stands on the open file.
  queueMicrotask(() => {
    closeFiles(context);
    dropUnreadable(files);
    announceVault(context);
  });
};

/** Opens both files; what goes wrong stays visible as the vault's fault until something changes. */
export const openWith = (context: VaultContext, master: Uint8Array, adopt: boolean): Result<void, Problem> => {
  const { options, files, state, announce } = context;
  const opened = openFiles(options, { files, master, adopt, forget: () => forgetFiles(context) }, announce);
  state.fault = opened.ok ? null : opened.error;
  state.open = opened.ok ? opened.value : null;
  if (opened.ok) dropMark(files);
  else options.log('vault.open-failed', { fault: opened.error });
  announceVault(context);
  return opened.ok ? ok(undefined) : err(problem(opened.error));
};
