import type { Ids, Random } from '../../shared/kernel/ports.ts';
import type { CaseScope } from '../../shared/sync/entry.ts';
import type { SqlDatabase } from '../db/sql.ts';

/** Hub time: the only time that expires or orders anything at the hub. ISO 8601 in UTC with milliseconds. */
export interface HubClock {
  now(): string;
}

/** Slow hashing of passwords (argon2id in production). */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
}

/** What an access token says. */
export type Claims = { personId: string; deviceId: string; sessionId: string };

/** Signs and reads access tokens; null for one that is forged, altered or past its time. */
export interface Tokens {
  sign(claims: Claims): Promise<string>;
  read(token: string): Promise<Claims | null>;
}

/** What is known to survive a fail-over. With one server, or with a synchronous standby, a commit is enough. */
export interface Durability {
  /** The highest mid of this device up to `ack` that a standby has. */
  stable(deviceId: string, ack: number): Promise<number>;
  /** Waits until everything committed so far survives a fail-over. */
  settled(): Promise<void>;
}

/** Codes and ids only: never a name, an injury or a note. */
export type LogCode = (code: string, facts?: Readonly<Record<string, string | number>>) => void;

/** Everything the hub's core needs from outside; the simulator brings its own. */
export type HubPorts = {
  db: SqlDatabase;
  clock: HubClock;
  ids: Ids;
  random: Random;
  passwords: Passwords;
  tokens: Tokens;
  durability: Durability;
  /** Cases of these scopes have moved: whoever may see them is told to pull. */
  announce: (scopes: readonly CaseScope[]) => void;
  log: LogCode;
};
