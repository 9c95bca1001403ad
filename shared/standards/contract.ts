import { z } from 'zod';
import { figureSchema, type StandardsPack } from '../damages/engine/standards-pack.ts';
import { dateSchema } from '../kernel/dates.ts';
import { procedure, stream } from '../kernel/procedure.ts';
import { figureRowProblems } from './errors.ts';

const languages = z.enum(['zh-CN', 'en-US']);

export const packHeadSchema = z.object({
  packId: z.string(),
  version: z.string(),
  issuedOn: z.string(),
  figures: z.number().int(),
  /** How many figures nobody has verified. */
  unverified: z.number().int(),
  /** `local`: brought in on this machine alone. */
  source: z.enum(['shipped', 'company', 'local']),
  /** The company's own count of its packs. */
  publishedVersion: z.number().int().nullable(),
  fileName: z.string().nullable(),
  note: z.string().nullable(),
  byName: z.string().nullable(),
  /** When it was brought in, or received from the company. */
  at: z.string().nullable(),
  inForce: z.boolean(),
  /** Open cases that keep using this version. */
  cases: z.number().int(),
});
export type PackHead = z.infer<typeof packHeadSchema>;

export const packPreviewSchema = z.object({
  importId: z.string(),
  fileName: z.string(),
  /** Version the list is laid over. */
  base: z.string(),
  changes: z.array(
    z.object({
      line: z.number().int(),
      change: z.enum(['added', 'changed', 'same']),
      figure: figureSchema,
      before: figureSchema.nullable(),
    }),
  ),
  /** Rows that cannot be taken; a list with any is not published. */
  bad: z.array(z.object({ line: z.number().int(), problem: z.enum(figureRowProblems), cell: z.string() })),
});
export type PackPreview = z.infer<typeof packPreviewSchema>;

/** The money of one case before and after; null where it cannot be computed. Fen. */
export const caseEffectSchema = z.object({
  caseId: z.string(),
  reportNumber: z.string(),
  beforeFen: z.number().int().nullable(),
  afterFen: z.number().int().nullable(),
});
export type CaseEffect = z.infer<typeof caseEffectSchema>;

export const standardsDeskSchema = z.object({
  /** Figures are published at the hub for everybody, not for this machine. */
  forCompany: z.boolean(),
  mayPublish: z.boolean(),
  /** Whether this person works on cases: tries a list on them, moves them to another pack. */
  mayMove: z.boolean(),
  /** The earliest day a next version may be issued on. */
  earliest: z.string(),
});
export type StandardsDesk = z.infer<typeof standardsDeskSchema>;

const progress = z.object({ done: z.number().int(), total: z.number().int() });
const made = <T>(): z.ZodType<T> => z.custom<T>((value) => typeof value === 'object' && value !== null);

export const standardsContract = {
  list: procedure.output(z.array(packHeadSchema)),
  /** What this person may do here, for whom figures then count, and from which day they may be issued. */
  desk: procedure.output(standardsDeskSchema),
  /** A whole pack; null: the one in force. */
  pack: procedure.input(z.strictObject({ version: z.string().max(64).nullable() })).output(made<StandardsPack>()),
  /** The figures of the pack in force as a list to be completed. */
  template: procedure.input(z.strictObject({ language: languages })).output(z.file()),
  /** Reads a list of figures and says what it would change; nothing is written. */
  read: procedure.input(z.strictObject({ file: z.file() })).output(packPreviewSchema),
  /** What the list that was read does to every open case, a few at a time. */
  effect: procedure.input(z.strictObject({ importId: z.string() })).output(stream(progress.extend({ effects: z.array(caseEffectSchema) }))),
  publish: procedure
    .input(z.strictObject({ importId: z.string(), version: z.string().min(1).max(64), issuedOn: dateSchema, note: z.string().max(2_000) }))
    /** `published`: the company's count of its packs, where it was published at the hub. */
    .output(z.object({ version: z.string(), published: z.number().int().nullable() })),
  /** Moves every open case to the pack in force, one change per case. */
  recalculate: procedure.output(
    stream(progress.extend({ moved: z.number().int(), refused: z.array(z.object({ caseId: z.string(), code: z.string() })) })),
  ),
};
