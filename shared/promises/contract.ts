import { z } from 'zod';
import { procedure } from '../kernel/procedure.ts';

export const promisesContract = {
  settle: procedure.input(
    z.strictObject({
      caseId: z.string(),
      promiseId: z.string(),
      to: z.enum(['kept', 'broken', 'moved', 'open']),
      /** Required unless kept. */
      reason: z.string().max(2_000),
      /** The new date when moved. */
      dueAt: z.string().nullable(),
    }),
  ),
};
