import { z } from 'zod';
import { procedure } from '../kernel/procedure.ts';

export const backupsContract = {
  /** One encrypted file with both databases; it opens with the passcode of the day it was made. */
  make: procedure.output(z.object({ file: z.file(), changes: z.number().int(), attachments: z.number().int() })),
  /** Puts a backup in place of what is here; the replaced files are kept aside. Works in any vault state. */
  restore: procedure
    .input(z.strictObject({ file: z.file(), passcode: z.string().max(256) }))
    .output(z.object({ changes: z.number().int(), keptAside: z.string().nullable() })),
};
