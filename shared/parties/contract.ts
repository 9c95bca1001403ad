import { z } from 'zod';
import { procedure } from '../kernel/procedure.ts';
import { valuesSchema } from '../sync/entity.ts';
import { injuredParty } from './model.ts';

export const partiesContract = {
  add: procedure.input(z.strictObject({ caseId: z.string(), values: valuesSchema(injuredParty) })).output(z.object({ id: z.string() })),
  edit: procedure.input(
    z.strictObject({ caseId: z.string(), partyId: z.string(), seen: z.number().int(), values: valuesSchema(injuredParty) }),
  ),
  /** Shows the ID number in clear and logs who looked and why; the reason is asked once per case and day. */
  revealIdNumber: procedure
    .input(z.strictObject({ caseId: z.string(), partyId: z.string(), reason: z.string().max(2_000).nullable() }))
    .output(z.object({ idNumber: z.string().nullable() })),
};
