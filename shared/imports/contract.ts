import { z } from 'zod';
import { procedure, stream } from '../kernel/procedure.ts';
import { importProblemCodes } from './errors.ts';

/** Columns a claims list can fill. */
export const importColumns = [
  'reportNumber',
  'policyNumber',
  'plate',
  'insuredName',
  'insuredPhone',
  'accidentAt',
  'accidentPlace',
  'accidentCause',
  'injuredCount',
  'hospital',
  'ownerName',
  'reportedAt',
  'severity',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** Which column of the sheet (0-based) fills which field; null leaves the field empty. */
export const mappingSchema = z.record(z.enum(importColumns), z.number().int().min(0).nullable());
export type Mapping = z.infer<typeof mappingSchema>;

export const rowProblemSchema = z.object({
  column: z.enum(importColumns),
  code: z.enum(importProblemCodes),
  /** The text as it stands in the sheet, shortened. */
  found: z.string(),
});

export const previewSchema = z.object({
  importId: z.string(),
  fileName: z.string(),
  sheets: z.array(z.string()),
  sheet: z.string(),
  headings: z.array(z.string()),
  mapping: mappingSchema,
  total: z.number().int(),
  good: z.number().int(),
  bad: z.number().int(),
  alreadyThere: z.number().int(),
  /** First rows of each kind, for looking at; `line` is the row number in the sheet. */
  rows: z.array(
    z.object({
      line: z.number().int(),
      cells: z.record(z.string(), z.string()),
      status: z.enum(['good', 'bad', 'already-there']),
      problems: z.array(rowProblemSchema),
    }),
  ),
});
export type ImportPreview = z.infer<typeof previewSchema>;

export const importsContract = {
  /** Reads a spreadsheet or CSV; nothing is written to the case file yet. */
  read: procedure.input(z.strictObject({ file: z.file() })).output(previewSchema),
  /** Reads the same file again with another mapping or sheet. */
  remap: procedure
    .input(z.strictObject({ importId: z.string(), sheet: z.string(), mapping: mappingSchema.nullable() }))
    .output(previewSchema),
  /** Takes the good rows; tells progress after every batch. A cut-off import can be taken again: rows already there add nothing. */
  take: procedure
    .input(z.strictObject({ importId: z.string() }))
    .output(stream(z.object({ done: z.number().int(), total: z.number().int(), added: z.number().int() }))),
  /** The bad rows as a spreadsheet with a column that gives the reason, in the given language. */
  badRows: procedure.input(z.strictObject({ importId: z.string(), language: z.enum(['zh-CN', 'en-US']) })).output(z.file()),
  /** Loads the invented demo file. */
  demo: procedure.output(stream(z.object({ done: z.number().int(), total: z.number().int() }))),
};
