import { faultOf } from '../db/faults.ts';
import type { SyncPorts } from './ports.ts';

/** What the work answers; null on a full disk, where nothing was written and a later round finds out the same again. */
export const unlessFull = <T>({ log }: Pick<SyncPorts, 'log'>, work: () => T): T | null => {
  try {
    return work();
  } catch (error) {
    const fault = faultOf(error);
    if (fault === null) throw error;
    log('sync.storage', { fault });
    return null;
  }
};
