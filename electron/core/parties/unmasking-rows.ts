import { unmasking, type Unmasking } from '../../../shared/people/model.ts';
import type { Reads } from '../../db/handles.ts';
import { selectRows } from '../../db/rows.ts';

type Look = { caseId: string; personId: string; since: string };

/** The newest look of this person at level-1 data of the case since an instant; its reason still holds. */
export const lookSince = (db: Reads, { caseId, personId, since }: Look): Unmasking | undefined =>
  selectRows(db, unmasking, 'case_id = ? AND by_person_id = ? AND at >= ? ORDER BY at DESC LIMIT 1', [caseId, personId, since])[0];
