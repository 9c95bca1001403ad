import { advance, type Advance } from '../../../shared/advances/model.ts';
import { damageItem, deduction, type DamageItem, type Deduction } from '../../../shared/damages/model.ts';
import { disclosure, type Disclosure } from '../../../shared/disclosures/model.ts';
import { determination, type Determination } from '../../../shared/letters/model.ts';
import type { Reads } from '../../db/handles.ts';
import { findRow, selectRows } from '../../db/rows.ts';

export const findDetermination = (db: Reads, caseId: string, id: string): Determination | null => {
  const row = findRow(db, determination, id);
  return row && row.caseId === caseId && row.voidReason === null ? row : null;
};

type File = { items: DamageItem[]; deductions: Deduction[]; disclosures: Disclosure[]; advances: Advance[] };

/** What a letter about one person is made from. */
export const letterFile = (db: Reads, caseId: string, partyId: string): File => ({
  items: selectRows(db, damageItem, 'party_id = ? AND void_reason IS NULL ORDER BY at, id', [partyId]),
  deductions: selectRows(db, deduction, 'case_id = ? AND void_reason IS NULL ORDER BY at, id', [caseId]),
  disclosures: selectRows(db, disclosure, 'case_id = ? AND void_reason IS NULL', [caseId]),
  advances: selectRows(db, advance, 'party_id = ? AND void_reason IS NULL ORDER BY paid_on, at, id', [partyId]),
});

/** The newest offer of the person that still stands. */
export const newestOfferId = (db: Reads, partyId: string): string | null =>
  db.get<{ id: string }>('SELECT id FROM offers WHERE party_id = ? AND void_reason IS NULL ORDER BY version DESC LIMIT 1', partyId)?.id ??
  null;
