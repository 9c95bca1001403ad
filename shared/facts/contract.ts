import { z } from 'zod';
import { newFactSchema } from '../contacts/contract.ts';
import { procedure } from '../kernel/procedure.ts';

export const factsContract = {
  /** Adds values with their source; nothing is overwritten. */
  add: procedure.input(
    z.strictObject({
      caseId: z.string(),
      partyId: z.string().nullable(),
      saidAt: z.string(),
      facts: z.array(newFactSchema).min(1).max(60),
    }),
  ),
};
