import { advance } from '../../../shared/advances/model.ts';
import { caseEntity } from '../../../shared/cases/model.ts';
import { damageItem } from '../../../shared/damages/model.ts';
import { injuredParty } from '../../../shared/parties/model.ts';
import { bill } from '../../../shared/settlement/bill-model.ts';
import type { SettlementRows } from '../../../shared/settlement/file/rows.ts';
import { calculationBasis, partyBasis } from '../../../shared/settlement/model.ts';
import type { Entity, Stored } from '../../../shared/sync/entity.ts';
import type { Reads } from '../../db/handles.ts';
import { findRow, selectRows } from '../../db/rows.ts';

/** Everything the money of a case depends on; undefined when there is no such case. */
export const settlementRowsOf = (db: Reads, caseId: string): SettlementRows | undefined => {
  const theCase = findRow(db, caseEntity, caseId);
  if (!theCase) return undefined;
  const all = <E extends Entity>(entity: E): Stored<E>[] => selectRows(db, entity, 'case_id = ? ORDER BY at, id', [caseId]);
  return {
    case: theCase,
    parties: all(injuredParty),
    items: all(damageItem),
    advances: all(advance),
    bases: all(calculationBasis),
    partyBases: all(partyBasis),
    bills: all(bill),
  };
};
