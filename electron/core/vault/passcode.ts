import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { defaultKdfCost, openByPasscode, openByRecovery, readKeys, sealByPasscode, writeKeys, type KeyFile } from '../../db/keys.ts';
import { readRecoveryKey } from '../../db/recovery-key.ts';
import type { CoreOptions } from '../core-options.ts';
import { faultBefore, openWith, type VaultContext } from './vault-context.ts';

type Answer<T> = Promise<Result<T, Problem>>;
type Found = { keys: KeyFile; master: Uint8Array };

const shortestPasscode = 6;

/** Counted in characters as a person sees them typed, after full-width forms are taken as plain ones. */
export const checkPasscode = (passcode: string, field: string): Result<void, Problem> =>
  [...passcode.normalize('NFKC')].length < shortestPasscode
    ? err(problem('vault.passcode-too-short', field, { shortest: shortestPasscode }))
    : ok(undefined);

export const presentKeys = (context: VaultContext): Result<KeyFile, Problem> => {
  const fault = faultBefore(context);
  if (fault) return err(problem(fault));
  const keys = readKeys(context.options.dataDir);
  return keys ? ok(keys) : err(problem('fault.keys-missing'));
};

/** Checks a passcode against the key file and counts the try. */
export const masterFor = async (context: VaultContext, passcode: string): Answer<Found> => {
  const { tries } = context;
  const keys = presentKeys(context);
  if (!keys.ok) return keys;
  const seconds = tries.waitSeconds();
  if (seconds > 0) return err(problem('vault.wait', 'passcode', { seconds }));
  tries.begin();
  const master = await openByPasscode(keys.value, passcode);
  if (!master) return err(problem('vault.wrong-passcode', 'passcode', { seconds: tries.waitSeconds() }));
  tries.succeeded();
  return ok({ keys: keys.value, master });
};

const reseal = async (options: CoreOptions, { keys, master }: Found, passcode: string): Promise<void> => {
  const ports = { random: options.random, cost: options.kdfCost ?? defaultKdfCost };
  writeKeys(options.dataDir, { ...keys, passcode: await sealByPasscode(master, passcode, ports) });
};

export const openByCode = async (context: VaultContext, passcode: string, adopt: boolean): Answer<void> => {
  if (context.state.open) return ok(undefined);
  const found = await masterFor(context, passcode);
  return found.ok ? openWith(context, found.value.master, adopt) : found;
};

export const changeCode = async (context: VaultContext, input: { passcode: string; newPasscode: string }): Answer<void> => {
  const fit = checkPasscode(input.newPasscode, 'newPasscode');
  if (!fit.ok) return fit;
  const found = await masterFor(context, input.passcode);
  if (!found.ok) return found;
  await reseal(context.options, found.value, input.newPasscode);
  return ok(undefined);
};

/** A recovery key sets a new passcode. Its strength is 128 bits, so wrong ones need no slowing down. */
export const recoverByKey = async (context: VaultContext, input: { recoveryKey: string; newPasscode: string }): Answer<void> => {
  const keys = presentKeys(context);
  if (!keys.ok) return keys;
  const secret = readRecoveryKey(input.recoveryKey);
  if (!secret.ok) return err(problem('vault.recovery-key-typo', 'recoveryKey'));
  const fit = checkPasscode(input.newPasscode, 'newPasscode');
  if (!fit.ok) return fit;
  const master = openByRecovery(keys.value, secret.value);
  if (!master) return err(problem('vault.wrong-recovery-key', 'recoveryKey'));
  await reseal(context.options, { keys: keys.value, master }, input.newPasscode);
  context.tries.succeeded();
  return context.state.open ? ok(undefined) : openWith(context, master, false);
};
