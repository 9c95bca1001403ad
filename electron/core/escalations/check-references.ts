import { attachment } from '../../../shared/attachments/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { injuredParty } from '../../../shared/parties/model.ts';
import type { Reads } from '../../db/handles.ts';
import { findRow } from '../../db/rows.ts';

type References = { partyId?: string | null | undefined; enclosures?: readonly string[] | null | undefined };

/** A request names only the injured party and the enclosures of its own case. */
export const referenceProblem = (db: Reads, caseId: CaseId, { partyId, enclosures }: References): Problem | null => {
  if (partyId != null) {
    const party = findRow(db, injuredParty, partyId);
    if (!party || party.caseId !== caseId || party.voidReason !== null) return problem('not-found', 'values.partyId');
  }
  const foreign = (enclosures ?? []).findIndex((id) => findRow(db, attachment, id)?.caseId !== caseId);
  return foreign < 0 ? null : problem('not-found', `values.enclosures.${foreign}`);
};
