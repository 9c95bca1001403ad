import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { offerAcceptance } from '../../../shared/offers/acceptance-model.ts';
import { unsoundAcceptance } from '../../../shared/offers/acceptance-rules.ts';
import { offer } from '../../../shared/offers/model.ts';
import { findRow } from '../../db/rows.ts';
import { visible } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { sha256 } from '../statement-operations.ts';

type Input = { caseId: string; acceptanceId: string };

/** Whether offer, text and signature still are those that were bound together. */
export const verifyAcceptance = (
  session: Session,
  { caseId, acceptanceId }: Input,
): Result<{ broken: ReturnType<typeof unsoundAcceptance> }, Problem> => {
  const seen = visible(session, caseId);
  if (!seen.ok) return seen;
  const row = findRow(session.read, offerAcceptance, acceptanceId);
  const of = row && findRow(session.read, offer, row.offerId ?? '');
  if (!row || !of || row.caseId !== caseId) return err(problem('not-found', 'acceptanceId'));
  return ok({ broken: unsoundAcceptance(row, of, sha256) });
};
