import type { SettleError } from '../../damages/engine/ledger.ts';
import { toErrors } from '../../damages/engine/schema-errors.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { caseSchema, type CaseInput } from './case-input.ts';
import { tidyCase } from './tidy-case.ts';

/** Reads a case file's value. Every problem names its path. */
export const parseCase = (value: unknown): Result<CaseInput, SettleError[]> => {
  const parsed = caseSchema.safeParse(tidyCase(value));
  if (parsed.success) return ok(parsed.data);
  return err(toErrors(parsed.error.issues));
};
