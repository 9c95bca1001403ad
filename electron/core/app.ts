import type { Session } from './session.ts';
import type { CoreEvent, CoreOptions } from './core-options.ts';
import { createBackups, type Backups } from './backups/backups.ts';
import { createPrintShelf, type PrintShelf } from './documents/print-shelf.ts';
import { createVault, type Vault } from './vault/vault.ts';

export type { CoreEvent, CoreOptions } from './core-options.ts';

/** The application without any window: one data folder, one person at a time, any number of callers. */
export interface Core {
  readonly vault: Vault;
  readonly options: CoreOptions;
  readonly backups: Backups;
  /** Printed pages on their way to a print window. */
  readonly prints: PrintShelf;
  /** What use-cases work with; null while the vault is not open. */
  session(): Session | null;
  /** Tells of every committed change and of opening and locking, until the returned function is called. */
  subscribe(listener: (event: CoreEvent) => void): () => void;
  /** Closes the files and gives the data folder back. */
  close(): void;
}

/** Starts the core on a data folder. It takes the folder's lock at once and opens nothing before a passcode comes. */
export const createCore = (options: CoreOptions): Core => {
  const listeners = new Set<(event: CoreEvent) => void>();
  const prints = createPrintShelf(options);
  const vault = createVault(options, (event) => {
    // What waits to be printed must not outlive the open file.
    if (event.vault) prints.clear();
    for (const listener of listeners) listener(event);
  });
  vault.status();
  return {
    vault,
    options,
    backups: createBackups(options, vault),
    prints,
    session: () => vault.current()?.session ?? null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      vault.close();
      listeners.clear();
    },
  };
};
