import { randomBytes } from 'node:crypto';
import { createCore } from '../../../electron/core/app.ts';
import type { Call } from '../../../electron/core/handlers.ts';
import { syncHandlers } from '../../../electron/core/sync/handlers.ts';
import { machineFingerprint, systemClock, systemIds } from '../../../electron/core/system-ports.ts';
import { projectors } from '../../../electron/core/workflows/projectors.ts';
import { systemNetwork } from '../../../electron/sync/system-network.ts';

/** A new device: the real core over an encrypted file in this folder. Nobody pokes it, so that a run begins when it is told to. */
export const openDevice = async (dataDir: string) => {
  const core = createCore({
    dataDir,
    version: 'bench',
    clock: systemClock,
    ids: systemIds,
    random: { bytes: (length) => new Uint8Array(randomBytes(length)) },
    machine: { fingerprint: machineFingerprint() },
    log: () => undefined,
    projectors,
    network: { ...systemNetwork, pokes: () => ({ close: () => undefined }) },
  });
  const made = await core.vault.setUp({ passcode: 'bench passcode', personName: '周岚', role: 'handler', branch: '城东' });
  if (!made.ok) throw new Error(`set-up: ${made.error.code}`);
  const open = core.vault.current();
  if (!open?.sync) throw new Error('no sync');
  const { session, store, sync } = open;
  const call = { core, session } as unknown as Call;
  return {
    core,
    session,
    store,
    sync,
    signIn: async (address: string, password: string): Promise<void> => {
      const signed = await syncHandlers.signIn(call, { address, loginName: 'handler', password });
      if (!signed.ok) throw new Error(`sign-in: ${signed.error.code}`);
    },
    hold: (on: boolean) => syncHandlers.hold(call, { on }),
    /** Looks after every reply that was taken over. */
    until: (isDone: () => boolean): Promise<void> =>
      new Promise((resolve) => {
        if (isDone()) return resolve();
        const stop = core.subscribe(() => {
          if (!isDone()) return;
          stop();
          resolve();
        });
      }),
  };
};
