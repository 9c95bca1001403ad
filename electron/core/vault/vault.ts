import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { VaultStatus } from '../../../shared/vault/contract.ts';
import type { Fault } from '../../db/faults.ts';
import { takeInstanceLock, type InstanceLock } from '../../db/instance-lock.ts';
import { faultOf } from '../../db/faults.ts';
import { defaultKdfCost, openByPasscode, openByRecovery, readKeys, sealByPasscode, writeKeys, type KeyFile } from '../../db/keys.ts';
import type { RepairReport } from '../../db/repair.ts';
import { readRecoveryKey } from '../../db/recovery-key.ts';
import type { SelfCheckReport } from '../../db/self-check.ts';
import { dataFilesOf, ensureDataDir, inspectFiles } from './data-files.ts';
import { openFiles, type OpenFiles } from './open-files.ts';
import { setUpFiles, type SetUpInput } from './set-up.ts';
import { clockBehindMinutes } from './status-rows.ts';
import { createTryCounter } from './tries.ts';
import type { CoreEvent, VaultOptions } from './vault-options.ts';

type Answer<T> = Promise<Result<T, Problem>>;

/** Opens, locks and repairs the files of one data folder. */
export interface Vault {
  status(): VaultStatus;
  setUp(input: SetUpInput): Answer<{ recoveryKey: string }>;
  unlock(input: { passcode: string }): Answer<void>;
  recover(input: { recoveryKey: string; newPasscode: string }): Answer<void>;
  changePasscode(input: { passcode: string; newPasscode: string }): Answer<void>;
  adopt(input: { passcode: string }): Answer<void>;
  lock(): void;
  selfCheck(): Result<SelfCheckReport, Problem>;
  repair(): Result<RepairReport, Problem>;
  /** The open files, or null while locked. */
  current(): OpenFiles | null;
  /** Closes the files around work that replaces them; the vault is locked afterwards. */
  replaceFiles<T>(work: () => Promise<T>): Promise<T>;
  /** Tries to hold the folder; also asked again while another core holds it. */
  close(): void;
}

const shortestPasscode = 6;

type State = { open: OpenFiles | null; fault: Fault | null; lock: InstanceLock | null };

export const createVault = (options: VaultOptions, announce: (event: CoreEvent) => void): Vault => {
  const files = dataFilesOf(options.dataDir);
  const state: State = { open: null, fault: null, lock: null };
  const tries = createTryCounter(options.dataDir, options.clock);
  const inTurn = createTurns();
  const announceVault = (): void => announce({ slugs: [], caseId: null, vault: true });

  const holdFolder = (): Fault | null => {
    if (state.lock) return null;
    try {
      ensureDataDir(options.dataDir);
      state.lock = takeInstanceLock(options.dataDir);
      return null;
    } catch (error) {
      const fault = faultOf(error);
      if (fault) return fault;
      throw error;
    }
  };

  const faultNow = (): Fault | null => holdFolder() ?? inspectFiles(files).fault ?? state.fault;

  const closeFiles = (): void => {
    const { open } = state;
    state.open = null;
    state.fault = null;
    open?.close();
    if (open) announceVault();
  };

  const openWith = (master: Uint8Array, adopt: boolean): Result<void, Problem> => {
    const opened = openFiles(options, { files, master, adopt }, announce);
    state.fault = opened.ok ? null : opened.error;
    if (!opened.ok) {
      options.log('vault.open-failed', { fault: opened.error });
      announceVault();
      return err(problem(opened.error));
    }
    state.open = opened.value;
    announceVault();
    return ok(undefined);
  };

  /** Checks a passcode against the key file, counting wrong ones. */
  const masterFor = async (passcode: string): Answer<{ keys: KeyFile; master: Uint8Array }> => {
    const blocked = holdFolder() ?? inspectFiles(files).fault;
    if (blocked) return err(problem(blocked));
    const keys = readKeys(options.dataDir);
    if (!keys) return err(problem('fault.keys-missing'));
    const seconds = tries.waitSeconds();
    if (seconds > 0) return err(problem('vault.wait', 'passcode', { seconds }));
    tries.begin();
    const master = await openByPasscode(keys, passcode);
    if (!master) return err(problem('vault.wrong-passcode', 'passcode', { seconds: tries.waitSeconds() }));
    tries.succeeded();
    return ok({ keys, master });
  };

  const openByCode = async (passcode: string, adopt: boolean): Answer<void> => {
    if (state.open) return ok(undefined);
    const found = await masterFor(passcode);
    return found.ok ? openWith(found.value.master, adopt) : found;
  };

  const reseal = async (keys: KeyFile, master: Uint8Array, passcode: string): Promise<void> => {
    const cost = options.kdfCost ?? defaultKdfCost;
    writeKeys(options.dataDir, { ...keys, passcode: await sealByPasscode(master, passcode, { random: options.random, cost }) });
  };

  return {
    current: () => state.open,
    status: () => {
      const fault = state.open ? null : faultNow();
      const closed = fault ? 'fault' : inspectFiles(files).fresh ? 'fresh' : 'locked';
      return {
        state: state.open ? 'open' : closed,
        fault,
        waitSeconds: state.open || fault ? 0 : tries.waitSeconds(),
        clockBehindMinutes: state.open ? clockBehindMinutes(state.open.store.read, options.clock.now().at) : 0,
        version: options.version,
        dataFolder: options.dataDir,
      };
    },
    setUp: (input) =>
      inTurn(async () => {
        const fault = holdFolder() ?? inspectFiles(files).fault;
        if (fault) return err(problem(fault));
        if (!inspectFiles(files).fresh) return err(problem('vault.already-set-up'));
        if (tooShort(input.passcode)) return err(problem('vault.passcode-too-short', 'passcode', { shortest: shortestPasscode }));
        const made = await guardDisk(() => setUpFiles(options, files, input));
        if (!made.ok) return made;
        const opened = openWith(made.value.master, false);
        return opened.ok ? ok({ recoveryKey: made.value.recoveryKey }) : opened;
      }),
    unlock: ({ passcode }) => inTurn(() => openByCode(passcode, false)),
    adopt: ({ passcode }) => inTurn(() => openByCode(passcode, true)),
    recover: ({ recoveryKey, newPasscode }) =>
      inTurn(async () => {
        const blocked = holdFolder() ?? inspectFiles(files).fault;
        if (blocked) return err(problem(blocked));
        const keys = readKeys(options.dataDir);
        if (!keys) return err(problem('fault.keys-missing'));
        const secret = readRecoveryKey(recoveryKey);
        if (!secret.ok) return err(problem('vault.recovery-key-typo', 'recoveryKey'));
        if (tooShort(newPasscode)) return err(problem('vault.passcode-too-short', 'newPasscode', { shortest: shortestPasscode }));
        const master = openByRecovery(keys, secret.value);
        if (!master) return err(problem('vault.wrong-recovery-key', 'recoveryKey'));
        await reseal(keys, master, newPasscode);
        tries.succeeded();
        return state.open ? ok(undefined) : openWith(master, false);
      }),
    changePasscode: ({ passcode, newPasscode }) =>
      inTurn(async () => {
        if (tooShort(newPasscode)) return err(problem('vault.passcode-too-short', 'newPasscode', { shortest: shortestPasscode }));
        const found = await masterFor(passcode);
        if (!found.ok) return found;
        await reseal(found.value.keys, found.value.master, newPasscode);
        return ok(undefined);
      }),
    lock: closeFiles,
    selfCheck: () => (state.open ? ok(state.open.store.selfCheck()) : err(problem('locked'))),
    repair: () => (state.open ? ok(state.open.store.repair()) : err(problem('locked'))),
    replaceFiles: (work) =>
      inTurn(async () => {
        closeFiles();
        try {
          return await work();
        } finally {
          announceVault();
        }
      }),
    close: () => {
      closeFiles();
      state.lock?.release();
      state.lock = null;
    },
  };
};

const tooShort = (passcode: string): boolean => [...passcode.normalize('NFKC')].length < shortestPasscode;

/** Two windows may ask at once; one answer after the other keeps a file from being opened twice. */
const createTurns = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  const tail: { last: Promise<unknown> } = { last: Promise.resolve() };
  return (work) => {
    const next = tail.last.then(work, work);
    tail.last = next.catch(() => undefined);
    return next;
  };
};

const guardDisk = async <T>(work: () => Answer<T>): Answer<T> => {
  try {
    return await work();
  } catch (error) {
    const fault = faultOf(error);
    if (fault) return err(problem(fault));
    throw error;
  }
};
