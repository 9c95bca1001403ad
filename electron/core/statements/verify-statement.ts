import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { statement } from '../../../shared/statements/model.ts';
import { unsoundPart } from '../../../shared/statements/rules.ts';
import { findRow } from '../../db/rows.ts';
import { visible } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { sha256 } from '../statement-operations.ts';

/** Whether the stored text still is the text that was signed. */
export const verifyStatement = (
  session: Session,
  { caseId, statementId }: { caseId: string; statementId: string },
): Result<{ broken: 'text' | 'seal' | 'signing' | null }, Problem> => {
  const seen = visible(session, caseId);
  if (!seen.ok) return seen;
  const row = findRow(session.read, statement, statementId);
  if (!row || row.caseId !== caseId) return err(problem('not-found', 'statementId'));
  return ok({ broken: unsoundPart(row, sha256) });
};
