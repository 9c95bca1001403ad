import { join } from 'node:path';
import Database from 'better-sqlite3';
import { FaultError, faultOf } from './faults.ts';

export type InstanceLock = { release(): void };

/**
 * One core per data folder. The lock is an exclusive transaction on a file of its own, so the operating system gives it
 * back however the process ends, and no stale lock file ever blocks a start.
 */
export const takeInstanceLock = (dataDir: string): InstanceLock => {
  try {
    const file = new Database(join(dataDir, 'instance.lock'), { timeout: 0 });
    try {
      // Nothing is ever written, so no journal file is wanted beside it.
      file.pragma('journal_mode = MEMORY');
      file.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      file.close();
      throw error;
    }
    return { release: () => void file.close() };
  } catch (error) {
    const fault = faultOf(error);
    if (fault) throw new FaultError(fault);
    throw error;
  }
};
