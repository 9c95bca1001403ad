export const backupProblemCodes = ['backup.damaged', 'backup.wrong-passcode', 'backup.from-the-future', 'backup.cannot-write'] as const;
