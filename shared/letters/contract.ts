import { z } from 'zod';
import { channels, counterparts } from '../contacts/model.ts';
import { procedure } from '../kernel/procedure.ts';
import { determinationOutcomes } from './model.ts';

const caseId = z.string();

export const lettersContract = {
  /** 核定: writes down what is not paid and why; the notice then has three days. */
  decide: procedure
    .input(
      z.strictObject({
        caseId,
        partyId: z.string(),
        outcome: z.enum(determinationOutcomes),
        reason: z.string().max(2_000),
        clause: z.string().max(500),
        appeal: z.string().max(2_000),
      }),
    )
    .output(z.object({ id: z.string() })),
  /** The letter left the house; from here the call back is counted. Makes the contact log. */
  send: procedure.input(
    z.strictObject({
      caseId,
      determinationId: z.string(),
      sentAt: z.string(),
      sentTo: z.enum(counterparts),
      sentToName: z.string().max(200).nullable(),
      channel: z.enum(channels),
    }),
  ),
};
