import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { SettlementFile } from '../../../shared/settlement/contract.ts';
import { overlayBasis } from '../../../shared/settlement/file/overlay.ts';
import type { CalculationBasis, PartyBasis } from '../../../shared/settlement/model.ts';
import type { Bill } from '../../../shared/settlement/bill-model.ts';
import { visible } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { calculationHeads } from '../settlement/calculation-rows.ts';
import { packInForce, packOf } from '../../db/pack-rows.ts';
import { settlementRowsOf } from './settlement-rows.ts';

/** What the settlement of a case keeps beside the case file, hidden rows included. */
export const openSettlement = (session: Session, { caseId }: { caseId: string }): Result<SettlementFile, Problem> => {
  const seen = visible(session, caseId);
  if (!seen.ok) return seen;
  const rows = settlementRowsOf(session.read, caseId);
  if (!rows) return err(problem('not-found', 'caseId'));
  return ok({
    bases: rows.bases as CalculationBasis[],
    partyBases: rows.partyBases as PartyBasis[],
    bills: rows.bills as Bill[],
    calculations: calculationHeads(session.read, caseId),
    pack: packOf(session.read, overlayBasis(rows.bases).packVersion),
    packInForce: packInForce(session.read).version,
  });
};
