import { z } from 'zod';
import { newFactSchema } from '../contacts/contract.ts';
import { procedure } from '../kernel/procedure.ts';

/** The two facts that differ; both are of one topic and one person. */
const aboutDrift = { caseId: z.string(), firstFactId: z.string(), laterFactId: z.string() };

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
  /** Keeps a drift open with somebody who finds out. */
  ownDrift: procedure.input(z.strictObject({ ...aboutDrift, ownerName: z.string().max(200) })),
  /** Closes a drift; only a paper can do that. */
  closeDrift: procedure.input(z.strictObject({ ...aboutDrift, paper: z.string().max(500), finding: z.string().max(2_000) })),
  reopenDrift: procedure.input(z.strictObject({ caseId: z.string(), driftId: z.string() })),
};
