import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { VaultStatus } from '../../../shared/vault/contract.ts';
import { dataFilesOf, inspectFiles } from '../../db/data-files.ts';
import { faultOf, type Fault } from '../../db/faults.ts';
import type { RepairReport } from '../../db/repair.ts';
import type { SelfCheckReport } from '../../db/self-check.ts';
import type { CoreEvent, CoreOptions } from '../core-options.ts';
import { wasRevoked } from './forget-files.ts';
import type { OpenFiles } from './open-files.ts';
import { changeCode, checkPasscode, openByCode, recoverByKey } from './passcode.ts';
import { setUpFiles, type SetUpInput } from './set-up.ts';
import { repairFiles } from './repair-files.ts';
import { clockBehindMinutes } from './status-rows.ts';
import { createTryCounter } from './tries.ts';
import { learnKeyStore, newSystemSecret, noKeyStore, openBySecret, sealForSystem, systemSecret, systemUnlockOf } from './system-unlock.ts';
import { createTurns } from './turns.ts';
import { announceVault, closeFiles, faultBefore, holdFolder, openWith, type VaultContext } from './vault-context.ts';

type Answer<T> = Promise<Result<T, Problem>>;

/** Opens, locks and repairs the files of one data folder. */
export interface Vault {
  status(): VaultStatus;
  setUp(input: SetUpInput): Answer<{ recoveryKey: string }>;
  unlock(input: { passcode: string }): Answer<void>;
  recover(input: { recoveryKey: string; newPasscode: string }): Answer<void>;
  changePasscode(input: { passcode: string; newPasscode: string }): Answer<void>;
  /** Lets the system's key store open the file, or ends that. Asks the passcode. */
  setSystemUnlock(input: { passcode: string; on: boolean }): Answer<void>;
  /** Opens with the system's sign-in; whatever fails, the passcode still opens. */
  unlockBySystem(): Answer<void>;
  /** Goes on with files copied from another computer, as a new device. */
  adopt(input: { passcode: string }): Answer<void>;
  lock(): void;
  selfCheck(): Result<SelfCheckReport, Problem>;
  repair(): Result<RepairReport, Problem>;
  /** The open files, or null while locked. */
  current(): OpenFiles | null;
  /** Closes the files for `swap`, once `prepare` has found everything in order; the vault is locked afterwards. */
  replaceFiles<T, R>(prepare: () => Answer<T>, swap: (prepared: T) => Result<R, Problem>): Answer<R>;
  /** Locks and gives the folder back. */
  close(): void;
}

export const createVault = (options: CoreOptions, announce: (event: CoreEvent) => void): Vault => {
  const context: VaultContext = {
    options,
    announce,
    files: dataFilesOf(options.dataDir),
    tries: createTryCounter(options.dataDir, options.clock),
    state: { open: null, fault: null, lock: null, keyStore: noKeyStore },
  };
  void learnKeyStore(context);
  const inTurn = createTurns();
  return {
    current: () => context.state.open,
    status: () => statusOf(context),
    setUp: (input) => inTurn(() => guarded(() => setUp(context, input))),
    unlock: ({ passcode }) => inTurn(() => guarded(() => openByCode(context, passcode, false))),
    adopt: ({ passcode }) => inTurn(() => guarded(() => openByCode(context, passcode, true))),
    recover: (input) => inTurn(() => guarded(() => recoverByKey(context, input))),
    changePasscode: (input) => inTurn(() => guarded(() => changeCode(context, input))),
    setSystemUnlock: async ({ passcode, on }) => {
      const added = on ? await newSystemSecret(context) : ok(null);
      return added.ok ? inTurn(() => guarded(() => sealForSystem(context, passcode, added.value))) : added;
    },
    unlockBySystem: async () => {
      const secret = await guarded(() => systemSecret(context));
      return secret.ok ? inTurn(() => guarded(() => openBySecret(context, secret.value))) : secret;
    },
    lock: () => closeFiles(context),
    selfCheck: () => onOpen(context, ({ store }) => store.selfCheck()),
    repair: () => onOpen(context, repairFiles),
    replaceFiles: (prepare, swap) => inTurn(() => replaceFiles(context, prepare, swap)),
    close: () => {
      closeFiles(context);
      context.state.lock?.release();
      context.state.lock = null;
    },
  };
};

const statusOf = (context: VaultContext): VaultStatus => {
  const { options, state, files } = context;
  const common = {
    version: options.version,
    dataFolder: options.dataDir,
    systemUnlock: systemUnlockOf(context),
    revoked: wasRevoked(files),
  };
  if (state.open) {
    const behind = clockBehindMinutes(state.open.store.read, options.clock.now().at);
    return { ...common, state: 'open', fault: null, waitSeconds: 0, clockBehindMinutes: behind };
  }
  const fault = faultBefore(context) ?? state.fault;
  const waitSeconds = fault ? 0 : context.tries.waitSeconds();
  const closed = inspectFiles(files).fresh ? 'fresh' : 'locked';
  return { ...common, state: fault ? 'fault' : closed, fault, waitSeconds, clockBehindMinutes: 0 };
};

const setUp = async (context: VaultContext, input: SetUpInput): Answer<{ recoveryKey: string }> => {
  const fault = faultBefore(context);
  if (fault) return err(problem(fault));
  if (!inspectFiles(context.files).fresh) return err(problem('vault.already-set-up'));
  const fit = checkPasscode(input.passcode, 'passcode');
  if (!fit.ok) return fit;
  const made = await setUpFiles(context.options, context.files, input);
  if (!made.ok) return made;
  const opened = openWith(context, made.value.master, false);
  return opened.ok ? ok({ recoveryKey: made.value.recoveryKey }) : opened;
};

const onOpen = <T>({ state, options }: VaultContext, work: (files: OpenFiles) => T): Result<T, Problem> => {
  const { open } = state;
  if (!open) return err(problem('locked'));
  const outcome = tryFault(() => work(open));
  if (!outcome.ok) options.log('vault.check-failed', { fault: outcome.error });
  return outcome.ok ? outcome : err(problem(outcome.error));
};

const replaceFiles = async <T, R>(
  context: VaultContext,
  prepare: () => Answer<T>,
  swap: (prepared: T) => Result<R, Problem>,
): Answer<R> => {
  const fault = holdFolder(context);
  if (fault) return err(problem(fault));
  const prepared = await prepare();
  if (!prepared.ok) return prepared;
  closeFiles(context);
  const swapped = swap(prepared.value);
  if (swapped.ok) context.tries.succeeded();
  announceVault(context);
  return swapped;
};

const tryFault = <T>(work: () => T): Result<T, Fault> => {
  try {
    return ok(work());
  } catch (error) {
    const fault = faultOf(error);
    if (fault) return err(fault);
    throw error;
  }
};

/** Key files are small, but their disk can be full or read-only too. */
const guarded = async <T>(work: () => Answer<T>): Answer<T> => {
  try {
    return await work();
  } catch (error) {
    const fault = faultOf(error);
    if (fault) return err(problem(fault));
    throw error;
  }
};
