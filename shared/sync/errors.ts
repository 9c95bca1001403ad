/** Problems of connecting and of settling what came back. Codes are never reused. */
export const syncProblemCodes = [
  'sync.no-network',
  'sync.address',
  'sync.offline',
  'sync.wrong-login',
  'sync.login-wait',
  'sync.revoked',
  'sync.update-app',
  'sync.hub-fault',
  'sync.foreign-hub',
  'sync.other-person',
  'sync.unsent',
  'sync.not-connected',
  'sync.people-from-hub',
  'sync.settled',
  'sync.lease-over',
] as const;
