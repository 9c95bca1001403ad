import { z } from 'zod';
import { channels, counterparts } from '../contacts/model.ts';
import { instantSchema } from '../kernel/dates.ts';
import { procedure } from '../kernel/procedure.ts';
import { storedSchema } from '../sync/entity.ts';
import { disclosure, proofs, understandings } from './model.ts';

const page = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) };

export const disclosureFilterSchema = z.strictObject({
  topic: z.string().max(64).nullable(),
  understood: z.enum(understandings).nullable(),
});
export type DisclosureFilter = z.infer<typeof disclosureFilterSchema>;

export const disclosureLineSchema = z.object({
  disclosure: storedSchema(disclosure),
  reportNumber: z.string(),
  partyName: z.string().nullable(),
  byName: z.string().nullable(),
  /** The later disclosure that puts this one right, or null. */
  correctedAt: z.string().nullable(),
  /** How many deductions rest on it. */
  quotedBy: z.number().int(),
  /** A printed paper tells the customer of it. */
  printed: z.boolean(),
});
export type DisclosureLine = z.infer<typeof disclosureLineSchema>;

/** One telling with what rests on it and what may be done about it. */
export const disclosureViewSchema = disclosureLineSchema.extend({
  /** The telling that puts this one right, with its reason. */
  correctedBy: z.object({ id: z.string(), toldAt: z.string(), reason: z.string().nullable() }).nullable(),
  /** The telling that this one puts right. */
  corrects: z.object({ id: z.string(), toldAt: z.string() }).nullable(),
  mayCorrect: z.boolean(),
  mayTakeBack: z.boolean(),
});
export type DisclosureView = z.infer<typeof disclosureViewSchema>;

/** One open case in the topics × cases matrix: the latest telling of each topic; a topic that is missing was not told. */
export const matrixCaseSchema = z.object({
  caseId: z.string(),
  reportNumber: z.string(),
  partyNames: z.array(z.string()),
  told: z.record(z.string(), z.object({ understood: z.enum(understandings), toldAt: z.string() })),
});
export type MatrixCase = z.infer<typeof matrixCaseSchema>;

/** A telling that puts an earlier one right: topic and person stay, the rest is said anew. */
export const correctionInputSchema = z.strictObject({
  caseId: z.string(),
  disclosureId: z.string(),
  /** Why it had to be put right. */
  reason: z.string().max(2_000),
  values: z.strictObject({
    words: z.string().max(20_000).nullable(),
    toldTo: z.enum(counterparts),
    toldToName: z.string().max(200).nullable(),
    channel: z.enum(channels),
    toldAt: instantSchema,
    proof: z.enum(proofs),
    understood: z.enum(understandings),
  }),
});
export type CorrectionInput = z.infer<typeof correctionInputSchema>;

export const disclosuresContract = {
  /** 告知台账: what was told across the cases one may see, the latest first. */
  ledger: procedure
    .input(z.strictObject({ filter: disclosureFilterSchema, ...page }))
    .output(z.object({ lines: z.array(disclosureLineSchema), total: z.number().int() })),
  read: procedure.input(z.strictObject({ caseId: z.string(), disclosureId: z.string() })).output(disclosureViewSchema),
  /** Tells a topic again to put an earlier telling right; both stay. */
  correct: procedure.input(correctionInputSchema).output(z.object({ id: z.string() })),
  /** Open cases with what was told in each, by report number. */
  matrix: procedure.input(z.strictObject(page)).output(z.object({ cases: z.array(matrixCaseSchema), total: z.number().int() })),
};
