import type { Escalation } from '../../../shared/escalations/model.ts';
import { compareScenarios } from '../../../shared/scenarios/compare.ts';
import { setOfRequest, type RequestComparison } from '../../../shared/scenarios/of-request.ts';
import type { Session } from '../session.ts';
import { setsOf } from '../scenarios/scenario-rows.ts';
import { openScenarios } from './open-scenarios.ts';

const noRates = { lostIncomeFen: null, nursingFen: null, nutritionFen: null };

/** The comparison a request rests on, computed from the case as it stands; null for one whose ways were typed by hand. */
export const comparisonOf = (session: Session, row: Escalation): RequestComparison | null => {
  const { caseId, partyId } = row;
  if (caseId === null || partyId === null) return null;
  const set = setOfRequest(row, setsOf(session.read, caseId, partyId));
  const opened = set === null ? null : openScenarios(session, { caseId, partyId });
  if (set === null || opened === null || !opened.ok || opened.value.ownVehicle === null) return null;
  const { input, pack, ownVehicle } = opened.value;
  const { rates, scenarios } = set;
  const compared = compareScenarios({ input, pack, victimId: partyId, ownVehicle, rates: rates ?? noRates, scenarios: scenarios ?? [] });
  return compared.ok ? { set: { id: set.id, name: set.name }, columns: compared.columns } : null;
};
