import { z } from 'zod';
import { problemCodes } from '../problems.ts';

export type ProblemCode = (typeof problemCodes)[number];

const factSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/**
 * An expected failure: a code, the field it belongs to (path in the input, dots between), and plain facts for the message.
 * Sentences are made by the renderer in the person's language.
 */
export const problemSchema = z.object({
  code: z.enum(problemCodes),
  field: z.string().nullable(),
  facts: z.record(z.string(), factSchema),
});
export type Problem = { code: ProblemCode; field: string | null; facts: Record<string, string | number | boolean | null> };

export const problem = (code: ProblemCode, field: string | null = null, facts: Problem['facts'] = {}): Problem => ({
  code,
  field,
  facts,
});
