/** Storage faults: a closed list, each with its own screen and way out. */
export const faultCodes = [
  'fault.corrupt',
  'fault.full',
  'fault.read-only',
  'fault.locked-by-other',
  'fault.from-the-future',
  'fault.keys-missing',
  'fault.foreign-machine',
  'fault.database-missing',
] as const;
export type FaultCode = (typeof faultCodes)[number];

export const vaultProblemCodes = [
  'vault.wrong-passcode',
  'vault.wait',
  'vault.passcode-too-short',
  'vault.recovery-key-typo',
  'vault.wrong-recovery-key',
  'vault.already-set-up',
  'vault.no-person',
  'vault.system-unlock-unavailable',
  'vault.system-unlock-changed',
  'vault.system-unlock-failed',
  ...faultCodes,
] as const;
