import { z } from 'zod';
import { procedure } from '../kernel/procedure.ts';

export const offersContract = {
  /** A new version from the allowed amounts of the party's items. */
  make: procedure
    .input(z.strictObject({ caseId: z.string(), partyId: z.string(), explanation: z.string().max(100_000) }))
    .output(z.object({ id: z.string() })),
  put: procedure.input(z.strictObject({ caseId: z.string(), offerId: z.string() })),
  reply: procedure.input(
    z.strictObject({
      caseId: z.string(),
      offerId: z.string(),
      answer: z.enum(['accepted', 'countered', 'refused']),
      reply: z.string().max(2_000),
      counterFen: z.number().int().min(0).max(99_999_999_999).nullable(),
    }),
  ),
};
