import { join } from 'node:path';
import { connect } from './connection.ts';
import { FaultError, faultOf } from './faults.ts';

export type InstanceLock = { release(): void };

/**
 * One core per data folder. The lock is an exclusive transaction on a file of its own, so the operating system gives it
 * back however the process ends, and no stale lock file ever blocks a start.
 */
export const takeInstanceLock = (dataDir: string): InstanceLock => {
  try {
    const file = connect({ path: join(dataDir, 'instance.lock'), key: null, readOnly: true, mustExist: false });
    try {
      file.pragma('busy_timeout = 0');
      file.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      file.close();
      throw error;
    }
    return { release: () => file.close() };
  } catch (error) {
    const fault = faultOf(error);
    if (fault) throw new FaultError(fault);
    throw error;
  }
};
