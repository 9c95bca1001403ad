/** Where the core finds its things; all absolute paths. */
export type CoreConfig = {
  /** Null: the usual folder of this system. */
  dataFolder: string | null;
  resourcesFolder: string;
  version: string;
};

/** Why the shell asks for a lock, beside the person's own wish. */
export type LockReason = 'suspend' | 'screen-locked';

/** From the shell to the core process. A `connect` message carries exactly one port. */
export type ToCore =
  | { type: 'start'; config: CoreConfig }
  | { type: 'connect'; windowId: number }
  | { type: 'idle'; seconds: number }
  | { type: 'lock'; reason: LockReason }
  | { type: 'secret'; id: number; bytes: Uint8Array | null }
  | { type: 'key-store'; id: number; facts: KeyStoreFacts }
  | { type: 'take-print'; id: number; printId: string }
  | { type: 'stop' };

/** From the core process to the shell: the operating system's key store can be reached only from there. */
export type FromCore =
  | { type: 'ready' }
  | { type: 'failed'; code: string }
  | { type: 'print'; id: number; page: string | null }
  | { type: 'describe'; id: number }
  | { type: 'wrap'; id: number; bytes: Uint8Array }
  | { type: 'unwrap'; id: number; bytes: Uint8Array };

/** How far the key store can be trusted: `weak` keeps secrets under a password that every program knows. */
export type KeyStoreFacts = { strength: 'absent' | 'weak' | 'good'; backend: string };

/** The operating system's key store. `null` means: none here, or it refused; the passcode still opens the file. */
export interface KeyStore {
  describe(): Promise<KeyStoreFacts>;
  wrap(secret: Uint8Array): Promise<Uint8Array | null>;
  unwrap(wrapped: Uint8Array): Promise<Uint8Array | null>;
}
