import { calculation, type Calculation } from '../../../shared/settlement/calculation-model.ts';
import type { SettlementFile } from '../../../shared/settlement/contract.ts';
import type { Reads } from '../../db/handles.ts';
import { findRow } from '../../db/rows.ts';

/** Calculations of a case without their content, the newest last. */
export const calculationHeads = (db: Reads, caseId: string): SettlementFile['calculations'] =>
  db.all(
    `SELECT id, at, by_person_id AS byPersonId, void_reason AS voidReason, purpose, engine, rule_set AS ruleSet, pack_id AS packId,
       pack_version AS packVersion, content_hash AS contentHash, note
     FROM calculations WHERE case_id = ? ORDER BY at, id`,
    caseId,
  );

export const findCalculation = (db: Reads, caseId: string, id: string): Calculation | null => {
  const row = findRow(db, calculation, id);
  return row && row.caseId === caseId ? row : null;
};
