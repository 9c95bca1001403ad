import { z } from 'zod';
import { disclosure } from '../disclosures/model.ts';
import { factSources, factValueSchema } from '../facts/model.ts';
import { procedure } from '../kernel/procedure.ts';
import { promise } from '../promises/model.ts';
import { valuesSchema } from '../sync/entity.ts';
import { contactLog, question } from './model.ts';

/** A fact as it is entered; speaker and time come from the log unless given. */
export const newFactSchema = z.strictObject({
  topic: z.string().min(1).max(64),
  value: factValueSchema,
  source: z.enum(factSources),
  sourceName: z.string().max(200).nullable(),
});
export type NewFact = z.infer<typeof newFactSchema>;

/** One contact with everything said in it, saved as one change. */
export const contactInputSchema = z.strictObject({
  caseId: z.string(),
  /** Made by the form, so that pressing Save twice records once. */
  logId: z.string(),
  log: valuesSchema(contactLog),
  disclosures: z.array(valuesSchema(disclosure)).max(60),
  promises: z.array(valuesSchema(promise)).max(30),
  questions: z.array(valuesSchema(question)).max(60),
  facts: z.array(newFactSchema).max(60),
  /** Draft to drop in the same transaction. */
  draftKey: z.string().max(200).nullable(),
});
export type ContactInput = z.infer<typeof contactInputSchema>;

export const contactsContract = {
  record: procedure.input(contactInputSchema).output(z.object({ id: z.string() })),
  answerQuestion: procedure.input(
    z.strictObject({ caseId: z.string(), questionId: z.string(), seen: z.number().int(), answer: z.string().min(1).max(2_000) }),
  ),
};
