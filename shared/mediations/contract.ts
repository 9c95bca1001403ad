import { z } from 'zod';
import { procedure } from '../kernel/procedure.ts';
import { valuesSchema } from '../sync/entity.ts';
import { mediationRound } from './model.ts';

export const mediationsContract = {
  /** One round with its contact log, saved as one change; the number of the round is given here. */
  record: procedure
    .input(z.strictObject({ caseId: z.string(), values: valuesSchema(mediationRound), draftKey: z.string().max(200).nullable() }))
    .output(z.object({ id: z.string(), round: z.number().int() })),
};
