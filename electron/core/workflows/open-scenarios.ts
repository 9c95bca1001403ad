import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { ownVehicleOf } from '../../../shared/scenarios/compare.ts';
import type { ScenarioFile } from '../../../shared/scenarios/contract.ts';
import { assembleCase } from '../../../shared/settlement/file/assemble.ts';
import { overlayBasis } from '../../../shared/settlement/file/overlay.ts';
import { partyOfCase } from '../party-of-case.ts';
import { setsOf } from '../scenarios/scenario-rows.ts';
import type { Session } from '../session.ts';
import { settlementReady } from './settlement-of-case.ts';

/** 方案比较: the sets of one injured person, and the case they are computed from. */
export const openScenarios = (
  session: Session,
  { caseId, partyId }: { caseId: string; partyId: string },
): Result<ScenarioFile, Problem> => {
  const ready = settlementReady(session, caseId);
  if (!ready.ok) return ready;
  const party = partyOfCase(session, { caseId, partyId, field: 'partyId' });
  if (!party.ok) return party;
  const { rows, pack } = ready.value;
  const { input } = assembleCase(rows, 'review');
  const ownVehicle = ownVehicleOf(input, overlayBasis(rows.bases).ownVehicle);
  return ok({ sets: setsOf(session.read, caseId, partyId), input, pack, ownVehicle });
};
