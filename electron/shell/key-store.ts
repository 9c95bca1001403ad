import { safeStorage } from 'electron';
import type { KeyStore } from '../../shared/kernel/host-messages.ts';
import type { Log } from './log.ts';

const usable = async (): Promise<boolean> => {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  // basic_text is a fixed password inside the program: it protects nothing, so it does not count.
  return process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
};

/** The operating system's key store, behind the port the core knows. A refusal is `null`, never an exception. */
export const osKeyStore = (log: Log): KeyStore => {
  const guarded = async (code: string, work: () => Promise<Uint8Array>): Promise<Uint8Array | null> => {
    try {
      return (await usable()) ? await work() : null;
    } catch {
      log(code);
      return null;
    }
  };
  return {
    wrap: (secret) => guarded('shell.wrap-failed', () => safeStorage.encryptStringAsync(Buffer.from(secret).toString('base64'))),
    unwrap: (wrapped) =>
      guarded('shell.unwrap-failed', async () => {
        const { result } = await safeStorage.decryptStringAsync(Buffer.from(wrapped));
        return Buffer.from(result, 'base64');
      }),
  };
};
