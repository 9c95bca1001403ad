import { z } from 'zod';
import { procedure } from '../kernel/procedure.ts';
import { documentKinds } from './model.ts';

/** Who holds the paper in the end; doubts appear in none but `own`. */
export const addressees = ['insured', 'injured', 'own'] as const;
export type Addressee = (typeof addressees)[number];

/** Why a paper cannot be made yet. */
export const documentGaps = [
  'no-party',
  'no-contact',
  'no-visit',
  'no-statement',
  'no-diagnosis',
  'nothing-told',
  'no-request-for-papers',
  'no-originals',
  'no-advance',
  'no-progress',
  'no-delay',
  'no-mediation',
  'no-escalation',
  'not-decided',
  'no-items',
  'no-offer',
  'no-determination',
  'not-settled',
  'no-scenarios',
] as const;
export type DocumentGap = (typeof documentGaps)[number];

export const documentVersionSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  checkCode: z.string(),
  madeAt: z.string(),
  byName: z.string().nullable(),
  madeFor: z.string().nullable(),
  fullIdNumber: z.boolean(),
  /** Version of the company's wording, 0 for the shipped one, null where it was not kept. */
  wordingVersion: z.number().int().nullable(),
});
export type DocumentVersion = z.infer<typeof documentVersionSchema>;

export const documentLineSchema = z.object({
  kind: z.enum(documentKinds),
  partyId: z.string().nullable(),
  subjectId: z.string().nullable(),
  /** The words that tell several papers of one kind apart. */
  subject: z.string().nullable(),
  addressee: z.enum(addressees),
  gap: z.enum(documentGaps).nullable(),
  /** Whether the paper may carry the ID number in full, after a reason. */
  mayShowIdNumber: z.boolean(),
  versions: z.array(documentVersionSchema),
});
export type DocumentLine = z.infer<typeof documentLineSchema>;

const caseId = z.string();
const partyId = z.string().nullable();
const reason = z.string().max(2_000).nullable();
const printed = z.object({
  /** Opens the print page once. */
  printId: z.string(),
  documentId: z.string(),
  version: z.number().int(),
  checkCode: z.string(),
  /** False when the content had not changed since the last time. */
  isNew: z.boolean(),
});
export type Printed = z.infer<typeof printed>;

export const documentsContract = {
  /** The papers of a case for one injured person, with those that cannot be made yet. */
  list: procedure.input(z.strictObject({ caseId, partyId })).output(z.array(documentLineSchema)),
  print: procedure
    .input(
      z.strictObject({
        caseId,
        partyId,
        kind: z.enum(documentKinds),
        subjectId: z.string().nullable(),
        /** Asks for the ID number in full; the look is logged with the reason. */
        reveal: z.strictObject({ reason }).nullable(),
      }),
    )
    .output(printed),
  /** The same pages as printed before. */
  printAgain: procedure.input(z.strictObject({ caseId, documentId: z.string(), reason })).output(printed),
};
