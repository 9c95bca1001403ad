import { scenarioSet, type ScenarioSet } from '../../../shared/scenarios/model.ts';
import type { Reads } from '../../db/handles.ts';
import { findRow, selectRows } from '../../db/rows.ts';

/** The sets of one person in the order they were made; hidden ones are left out. */
export const setsOf = (read: Reads, caseId: string, partyId: string): ScenarioSet[] =>
  selectRows(read, scenarioSet, 'case_id = ? AND party_id = ? AND void_reason IS NULL ORDER BY at, id', [caseId, partyId]);

export const findSet = (read: Reads, caseId: string, id: string): ScenarioSet | null => {
  const row = findRow(read, scenarioSet, id);
  return row && row.caseId === caseId && row.voidReason === null ? row : null;
};
