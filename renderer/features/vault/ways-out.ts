import type { FaultCode } from '../../../shared/vault/errors.ts';

export type WayOut = 'retry' | 'restore' | 'adopt';

/** What can be done about each storage fault. None of them deletes what is there: a restore keeps the old files aside. */
export const waysOut: Record<FaultCode, readonly WayOut[]> = {
  'fault.corrupt': ['retry', 'restore'],
  'fault.full': ['retry'],
  'fault.read-only': ['retry'],
  'fault.locked-by-other': ['retry'],
  'fault.from-the-future': ['retry', 'restore'],
  'fault.keys-missing': ['retry', 'restore'],
  'fault.foreign-machine': ['adopt', 'restore'],
  'fault.database-missing': ['retry', 'restore'],
};
