import { z } from 'zod';
import { procedure } from '../kernel/procedure.ts';

export const searchContract = {
  /** Cases that hold the words, best first; `hit` says where it was found. */
  find: procedure.input(z.strictObject({ text: z.string().max(200), limit: z.number().int().min(1).max(50) })).output(
    z.array(
      z.object({
        caseId: z.string(),
        reportNumber: z.string(),
        insuredName: z.string().nullable(),
        partyNames: z.array(z.string()),
        plate: z.string().nullable(),
        hit: z.object({ entity: z.string(), excerpt: z.string() }),
      }),
    ),
  ),
};
