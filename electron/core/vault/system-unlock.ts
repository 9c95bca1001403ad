import type { KeyStoreFacts } from '../../../shared/kernel/host-messages.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { VaultStatus } from '../../../shared/vault/contract.ts';
import { faultOf } from '../../db/faults.ts';
import {
  openBySystem,
  readKeys,
  sealBySystem,
  systemBlobOf,
  systemSecretBytes,
  withoutSystem,
  writeKeys,
  type SystemSecret,
} from '../../db/keys.ts';
import { masterFor, presentKeys } from './passcode.ts';
import { announceVault, openWith, type VaultContext } from './vault-context.ts';

type Answer<T> = Promise<Result<T, Problem>>;

export const noKeyStore: KeyStoreFacts = { strength: 'absent', backend: 'none' };

const unavailable = (): Result<never, Problem> => err(problem('vault.system-unlock-unavailable'));

/** Asks the system's key store what it is. It may take its time, so nothing waits for it but what needs it. */
export const learnKeyStore = async (context: VaultContext): Promise<KeyStoreFacts> => {
  const { options, state } = context;
  const facts = (await options.keyStore?.describe()) ?? noKeyStore;
  const changed = facts.strength !== state.keyStore.strength;
  state.keyStore = facts;
  if (changed) announceVault(context);
  return facts;
};

/** A key file with such a seal says `on` whatever the store answers now: trying it is what tells the person why it fails. */
export const systemUnlockOf = ({ options, state }: VaultContext): VaultStatus['systemUnlock'] => {
  if (options.keyStore === undefined) return 'absent';
  if (hasSystemSeal(options.dataDir)) return 'on';
  return state.keyStore.strength === 'good' ? 'off' : state.keyStore.strength;
};

const hasSystemSeal = (dataDir: string): boolean => {
  try {
    return readKeys(dataDir)?.os !== undefined;
  } catch (error) {
    if (faultOf(error)) return false;
    throw error;
  }
};

/** A fresh secret and its wrapped form. Made before any turn is taken: the store may show a dialog of its own. */
export const newSystemSecret = async (context: VaultContext): Answer<SystemSecret> => {
  const { keyStore, random } = context.options;
  const { strength, backend } = await learnKeyStore(context);
  if (keyStore === undefined || strength !== 'good') return unavailable();
  const secret = random.bytes(systemSecretBytes);
  const blob = await keyStore.wrap(secret);
  return blob === null ? unavailable() : ok({ secret, blob, backend });
};

/** Adds or takes away the system's seal; the passcode and the recovery key open the file as before. */
export const sealForSystem = async (context: VaultContext, passcode: string, added: SystemSecret | null): Answer<void> => {
  const { dataDir, random } = context.options;
  const found = await masterFor(context, passcode);
  if (!found.ok) return found;
  const { keys, master } = found.value;
  const rest = withoutSystem(keys);
  writeKeys(dataDir, added === null ? rest : { ...rest, os: sealBySystem(master, added, random) });
  master.fill(0);
  added?.secret.fill(0);
  announceVault(context);
  return ok(undefined);
};

/** The secret that the system's store gives back; null stands for a file that is open already. */
export const systemSecret = async (context: VaultContext): Answer<Uint8Array | null> => {
  if (context.state.open) return ok(null);
  const keys = presentKeys(context);
  if (!keys.ok) return keys;
  const { keyStore } = context.options;
  const { os } = keys.value;
  if (os === undefined || keyStore === undefined) return unavailable();
  const { strength, backend } = await learnKeyStore(context);
  if (strength !== 'good' || backend !== os.backend) return err(problem('vault.system-unlock-changed'));
  const secret = await keyStore.unwrap(systemBlobOf(os));
  return secret === null ? err(problem('vault.system-unlock-failed')) : ok(secret);
};

export const openBySecret = async (context: VaultContext, secret: Uint8Array | null): Answer<void> => {
  if (context.state.open || secret === null) return ok(undefined);
  const keys = presentKeys(context);
  if (!keys.ok) return keys;
  const master = openBySystem(keys.value, secret);
  secret.fill(0);
  return master === null ? err(problem('vault.system-unlock-failed')) : openWith(context, master, false);
};
