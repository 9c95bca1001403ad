import type { FaultCode } from '../../shared/vault/errors.ts';

/** Everything that can keep the file from being used, as the contract names it; nothing else is ever shown. */
export type Fault = FaultCode;

/** Thrown inside `electron/db` where a transaction has to be left; turned into a Result at the edge of the folder. */
export class FaultError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault);
    this.fault = fault;
  }
}

const faultByCode: readonly (readonly [string, Fault])[] = [
  ['SQLITE_FULL', 'fault.full'],
  ['SQLITE_IOERR_WRITE', 'fault.full'],
  ['ENOSPC', 'fault.full'],
  ['EDQUOT', 'fault.full'],
  ['SQLITE_READONLY', 'fault.read-only'],
  ['SQLITE_CANTOPEN', 'fault.read-only'],
  ['SQLITE_PERM', 'fault.read-only'],
  ['SQLITE_AUTH', 'fault.read-only'],
  ['EROFS', 'fault.read-only'],
  ['EACCES', 'fault.read-only'],
  ['EPERM', 'fault.read-only'],
  // A file stands where the folder should be, or a folder where a file should be: nothing can be written there either.
  ['EEXIST', 'fault.read-only'],
  ['ENOTDIR', 'fault.read-only'],
  ['EISDIR', 'fault.read-only'],
  ['SQLITE_BUSY', 'fault.locked-by-other'],
  ['SQLITE_LOCKED', 'fault.locked-by-other'],
  ['SQLITE_CORRUPT', 'fault.corrupt'],
  ['SQLITE_NOTADB', 'fault.corrupt'],
  ['SQLITE_IOERR', 'fault.corrupt'],
];

/** The fault behind an error of SQLite or the file system; null means a bug, which the caller must rethrow. */
export const faultOf = (error: unknown): Fault | null => {
  if (error instanceof FaultError) return error.fault;
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const { code } = error;
  return faultByCode.find(([prefix]) => code === prefix || code.startsWith(`${prefix}_`))?.[1] ?? null;
};
