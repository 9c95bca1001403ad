import type { DisclosureView } from '../../../shared/disclosures/contract.ts';
import { disclosure } from '../../../shared/disclosures/model.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { findRow } from '../../db/rows.ts';
import { allowed, visible } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { correctionOf, disclosureLine } from './ledger-rows.ts';

/** One telling: who rests on it, what puts it right, and whether it may still be corrected or taken back. */
export const readDisclosure = (session: Session, { caseId, disclosureId }: Asked): Result<DisclosureView, Problem> => {
  const seen = visible(session, caseId);
  if (!seen.ok) return seen;
  const line = disclosureLine(session.read, caseId, disclosureId);
  if (!line) return err(problem('not-found', 'disclosureId'));
  const correctedBy = correctionOf(session.read, caseId, disclosureId) ?? null;
  const earlier = findRow(session.read, disclosure, line.disclosure.correctsDisclosureId ?? '');
  const quoted = line.quotedBy > 0 || line.printed;
  return ok({
    ...line,
    correctedBy,
    corrects: earlier ? { id: earlier.id, toldAt: earlier.toldAt } : null,
    mayCorrect: correctedBy === null && allowed(session, 'contact.record', caseId).ok,
    mayTakeBack: correctedBy === null && !quoted && allowed(session, 'row.void', caseId).ok,
  });
};

type Asked = { caseId: string; disclosureId: string };
