/** Everything that can keep the file from being used. Each has its own screen and way out; nothing else is ever shown. */
export const faults = [
  'wrong-passcode',
  'keys-missing',
  'corrupt',
  'full',
  'read-only',
  'locked-by-other-instance',
  'from-the-future',
  'foreign-machine',
] as const;
export type Fault = (typeof faults)[number];

/** Thrown inside `electron/db` where a transaction has to be left; turned into a Result at the edge of the folder. */
export class FaultError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault);
    this.fault = fault;
  }
}

const faultByCode: readonly (readonly [string, Fault])[] = [
  ['SQLITE_FULL', 'full'],
  ['SQLITE_IOERR_WRITE', 'full'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_AUTH', 'read-only'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['SQLITE_BUSY', 'locked-by-other-instance'],
  ['SQLITE_LOCKED', 'locked-by-other-instance'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
  ['SQLITE_IOERR', 'corrupt'],
];

/** The fault behind an error of SQLite or the file system; null means a bug, which the caller must rethrow. */
export const faultOf = (error: unknown): Fault | null => {
  if (error instanceof FaultError) return error.fault;
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const { code } = error;
  return faultByCode.find(([prefix]) => code === prefix || code.startsWith(`${prefix}_`))?.[1] ?? null;
};
