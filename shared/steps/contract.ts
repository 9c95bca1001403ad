import { z } from 'zod';
import { procedure } from '../kernel/procedure.ts';
import { stepEvents } from './model.ts';

export const stepsContract = {
  /** Starts, finishes, repeats, waives or reopens a step. Finishing against an unmet gate asks for a reason and says what is unmet. */
  decide: procedure.input(
    z.strictObject({
      caseId: z.string(),
      partyId: z.string().nullable(),
      step: z.number().int().min(1).max(6),
      event: z.enum(stepEvents),
      reason: z.string().max(2_000),
    }),
  ),
};
