import { z } from 'zod';
import { procedure } from '../kernel/procedure.ts';
import type { WordingBundle } from './model.ts';

const made = <T>(): z.ZodType<T> => z.custom<T>((value) => typeof value === 'object' && value !== null);

export const wordingLists = ['rules', 'steps', 'topics', 'facts', 'papers', 'doubts'] as const;

const silencedSchema = z.object({ ruleId: z.string(), phrase: z.string(), reason: z.string(), at: z.string() });
export type Silenced = z.infer<typeof silencedSchema>;

export const wordingHereSchema = z.object({
  /** Version of the company, 0 for the shipped words. */
  version: z.number().int(),
  receivedAt: z.string().nullable(),
  /** Null: the window has the shipped words itself. */
  bundle: made<WordingBundle>().nullable(),
  forCompany: z.boolean(),
  mayPublish: z.boolean(),
  /** Suggestions this person has put aside on this machine. */
  silenced: z.array(silencedSchema),
});

export const wordingPreviewSchema = z.object({
  fileName: z.string(),
  /** The company's version the file was compared with; publishing over a later one is refused. */
  seen: z.number().int(),
  changes: z.array(z.object({ list: z.enum(wordingLists), id: z.string(), change: z.enum(['added', 'changed', 'dropped']) })),
});
export type WordingPreview = z.infer<typeof wordingPreviewSchema>;

const phrase = z.string().min(1).max(200);

export const wordingContract = {
  here: procedure.output(wordingHereSchema),
  /** All words as they count here, as a file to be edited and published. */
  template: procedure.output(z.file()),
  /** Reads such a file and says what it would change; nothing is written. */
  read: procedure.input(z.strictObject({ file: z.file() })).output(wordingPreviewSchema),
  /** Publishes the file at the hub for everybody. */
  publish: procedure
    .input(z.strictObject({ file: z.file(), seen: z.number().int().min(0) }))
    .output(z.object({ version: z.number().int() })),
  /** Puts a suggestion aside for oneself on this machine, with the reason. */
  silence: procedure.input(z.strictObject({ ruleId: z.string().max(64), phrase, reason: z.string().max(2_000) })),
  /** Brings one back. */
  suggestAgain: procedure.input(z.strictObject({ ruleId: z.string().max(64), phrase })),
};
