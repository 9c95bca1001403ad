import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { overlayBasis } from '../../../shared/settlement/file/overlay.ts';
import type { CalculatedGround } from '../offers/make-offer.ts';
import type { Session } from '../session.ts';
import { calculationOperation } from './calculate.ts';
import { settlementRowsOf } from './settlement-rows.ts';

/** The calculation an offer about one person rests on, made and kept in the same change as the offer. */
export const calculatedGround =
  (session: Session) =>
  (caseId: string, partyId: string): Result<CalculatedGround, Problem> => {
    const made = calculationOperation(session, { caseId, purpose: 'offer', note: '' });
    if (!made.ok) return made;
    const { id, operation, live } = made.value;
    const victim = live.settlement?.victims.find((one) => one.id === partyId);
    if (!live.settlement || !victim)
      return err(problem('settlement.incomplete', 'partyId', { errors: 0, settle: '', entity: 'injuredParty', at: '' }));
    const rows = settlementRowsOf(session.read, caseId);
    const own = rows === undefined ? null : overlayBasis(rows.bases).ownVehicle;
    const [first] = live.input.vehicles;
    return ok({
      calculationId: id,
      operation,
      settlement: live.settlement,
      victim,
      ourVehicles: own === null ? (first ? [first.id] : []) : [own],
    });
  };
