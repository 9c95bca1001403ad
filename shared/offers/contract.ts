import { z } from 'zod';
import { channels, counterparts } from '../contacts/model.ts';
import { maxAmountFen } from '../kernel/money.ts';
import { procedure } from '../kernel/procedure.ts';
import { signatureSchema } from '../statements/model.ts';
import { valuesSchema } from '../sync/entity.ts';
import { acceptanceSignings } from './acceptance-model.ts';
import { understandings } from './model.ts';
import { negotiation } from './negotiation-model.ts';

const offerId = z.string();
const about = { caseId: z.string(), offerId };
const text = (max: number) => z.string().max(max);

export const offersContract = {
  /** A new version from the allowed amounts of the party's items and their calculation. */
  make: procedure
    .input(
      z.strictObject({
        caseId: z.string(),
        partyId: z.string(),
        explanation: text(100_000),
        /** One sum without layers, with the reason for it; null: by the calculation as it stands. */
        lump: z.strictObject({ reason: text(2_000) }).nullable(),
      }),
    )
    .output(z.object({ id: z.string(), version: z.number().int() })),
  /** Hands the version in; within one's own limit it is approved at once. */
  submit: procedure
    .input(z.strictObject(about))
    .output(z.object({ state: z.enum(['submitted', 'approved']), oursFen: z.number().int(), limitFen: z.number().int() })),
  /** Approves a version handed in, or gives it back with a reason. */
  decide: procedure.input(z.strictObject({ ...about, to: z.enum(['approved', 'draft']), reason: text(2_000) })),
  /** 给出并解释: to whom it was put, how, and whether it was understood. Makes the contact log. */
  put: procedure.input(
    z.strictObject({
      ...about,
      putAt: z.string(),
      putTo: z.enum(counterparts),
      putToName: text(200).nullable(),
      channel: z.enum(channels),
      understood: z.enum(understandings),
      words: text(100_000),
    }),
  ),
  /** What the party answered, if it was not a yes. */
  reply: procedure.input(
    z.strictObject({
      ...about,
      answer: z.enum(['countered', 'refused']),
      reply: text(2_000),
      counterFen: z.number().int().min(0).max(maxAmountFen).nullable(),
    }),
  ),
  /** The exact text that would be signed now. */
  previewAcceptance: procedure.input(z.strictObject(about)).output(z.object({ text: z.string(), textHash: z.string() })),
  /** 签字确认: binds the signature to the text that was shown; another text is refused. */
  accept: procedure
    .input(
      z.strictObject({
        ...about,
        textHash: z.string().length(64),
        signing: z.enum(acceptanceSignings),
        signedBy: text(200).nullable(),
        signature: signatureSchema.nullable(),
        attachmentId: z.string().nullable(),
        explainedByName: text(200),
        understood: z.enum(understandings),
      }),
    )
    .output(z.object({ id: z.string() })),
  /** Computes every hash of an acceptance again. */
  verifyAcceptance: procedure
    .input(z.strictObject({ caseId: z.string(), acceptanceId: z.string() }))
    .output(z.object({ broken: z.enum(['offer', 'sheet', 'text', 'seal', 'signing']).nullable() })),
  /** One round of talks with each side's figures, saved with its contact log as one change. */
  negotiate: procedure
    .input(z.strictObject({ caseId: z.string(), values: valuesSchema(negotiation), draftKey: text(200).nullable() }))
    .output(z.object({ id: z.string(), round: z.number().int() })),
  /** Nothing is left to do about a paid or refused version. */
  close: procedure.input(z.strictObject(about)),
};
