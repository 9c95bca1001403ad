import { safeStorage } from 'electron';
import type { KeyStore, KeyStoreFacts } from '../../shared/kernel/host-messages.ts';
import type { Log } from './log.ts';

const describe = async (): Promise<KeyStoreFacts> => {
  const backend = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : process.platform;
  // basic_text is a fixed password inside the program: it protects nothing, so it does not count.
  if (backend === 'basic_text') return { strength: 'weak', backend };
  if (backend === 'unknown' || !(await safeStorage.isAsyncEncryptionAvailable())) return { strength: 'absent', backend };
  return { strength: 'good', backend };
};

/** The operating system's key store, behind the port the core knows. A refusal is `null`, never an exception. */
export const osKeyStore = (log: Log): KeyStore => {
  const guarded = async (code: string, work: () => Promise<Uint8Array>): Promise<Uint8Array | null> => {
    try {
      return (await describe()).strength === 'good' ? await work() : null;
    } catch {
      log(code);
      return null;
    }
  };
  return {
    describe: () =>
      describe().catch((): KeyStoreFacts => {
        log('shell.key-store-failed');
        return { strength: 'absent', backend: 'unknown' };
      }),
    wrap: (secret) => guarded('shell.wrap-failed', () => safeStorage.encryptStringAsync(Buffer.from(secret).toString('base64'))),
    unwrap: (wrapped) =>
      guarded('shell.unwrap-failed', async () => {
        const { result } = await safeStorage.decryptStringAsync(Buffer.from(wrapped));
        return Buffer.from(result, 'base64');
      }),
  };
};
