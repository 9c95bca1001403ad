import type { Handlers } from '../handlers.ts';

export const backupsHandlers: Handlers<'backups'> = {
  make: ({ core }) => core.backups.make(),
  restore: ({ core }, input) => core.backups.restore(input),
};
