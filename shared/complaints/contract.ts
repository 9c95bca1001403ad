import { z } from 'zod';
import { channels } from '../contacts/model.ts';
import { procedure } from '../kernel/procedure.ts';
import { valuesSchema } from '../sync/entity.ts';
import { complaint } from './model.ts';

const caseId = z.string();
const complaintId = z.string();
const draftKey = z.string().max(200).nullable();

export const complaintsContract = {
  /** Writes a complaint down, with the contact log in which it was said. */
  receive: procedure.input(z.strictObject({ caseId, values: valuesSchema(complaint), draftKey })).output(z.object({ id: z.string() })),
  /** Names who answers for it, and whether it is urgent. */
  assign: procedure.input(
    z.strictObject({ caseId, complaintId, seen: z.number().int(), ownerName: z.string().max(200), urgent: z.boolean() }),
  ),
  /** The next step with its words: contacted (makes the contact log), planned, done. */
  move: procedure.input(
    z.strictObject({
      caseId,
      complaintId,
      to: z.enum(['contacted', 'planned', 'done']),
      at: z.string(),
      words: z.string().max(2_000),
      /** How the person was reached; for `contacted` alone. */
      channel: z.enum(channels).nullable(),
      draftKey,
    }),
  ),
};
