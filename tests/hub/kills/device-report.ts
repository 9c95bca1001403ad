import { allHeads } from '../../../electron/db/case-entry-rows.ts';
import type { Store } from '../../../electron/db/open.ts';
import { sha256 } from '../../../electron/sync/sha256-text.ts';
import { contentOf } from '../../sync/check-end.ts';
import type { DeviceReport, OwnChange } from './device-order.ts';

const ownSql = `
  SELECT j.change_id AS changeId, j.kind, j.case_id AS caseId, j.origin, v.code AS verdict,
    json_extract(v.facts, '$.code') AS code
  FROM journal j LEFT JOIN verdicts v ON v.device_id = j.device_id AND v.mid = j.mid
  WHERE j.mid IS NOT NULL AND j.origin <> 'hub' ORDER BY j.seq`;

export const reportOf = (store: Store): DeviceReport => {
  const check = store.selfCheck();
  const wrong = check.ok ? [] : check.tables.filter(({ differenceCount }) => differenceCount > 0).map(({ table }) => table);
  return {
    heads: allHeads(store.read)
      .map(({ caseId, ver, hash }): [string, number, string] => [caseId, ver, hash])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    content: sha256(contentOf(store)),
    own: store.read.all<OwnChange>(ownSql),
    differing: check.ok ? [] : [...wrong, JSON.stringify([check.unapplied, check.journal]).slice(0, 300)],
  };
};
