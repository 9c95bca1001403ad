import { z } from 'zod';
import { procedure } from '../kernel/procedure.ts';
import { signatureSchema, signings } from './model.ts';

const about = { caseId: z.string(), partyId: z.string() };

export const statementsContract = {
  /** 固定前预览: the exact text that would be frozen now. */
  preview: procedure.input(z.strictObject(about)).output(
    z.object({
      text: z.string(),
      textHash: z.string(),
      /** Topics spoken to, and topics of the first statement nobody has spoken to. */
      saidTopics: z.array(z.string()),
      unsaidTopics: z.array(z.string()),
    }),
  ),
  /** 固定首次陈述: there is no way back. `textHash` names the text that was shown; another text is refused. */
  freeze: procedure
    .input(
      z.strictObject({
        ...about,
        textHash: z.string().length(64),
        signing: z.enum(signings),
        signedBy: z.string().max(200).nullable(),
        signature: signatureSchema.nullable(),
        attachmentId: z.string().nullable(),
        refusal: z.string().max(2_000).nullable(),
      }),
    )
    .output(z.object({ id: z.string() })),
  /** Computes hash and seal again from what is stored. */
  verify: procedure
    .input(z.strictObject({ caseId: z.string(), statementId: z.string() }))
    .output(z.object({ broken: z.enum(['text', 'seal', 'signing']).nullable() })),
};
