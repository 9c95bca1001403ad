import type { AdvanceLine } from '../../../shared/advances/contract.ts';
import { advance } from '../../../shared/advances/model.ts';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { storedFromRow } from '../../db/rows.ts';
import { scopeOf } from '../people/allowed.ts';
import { askedBy } from '../asked-by.ts';
import type { Session } from '../session.ts';
import { queuedAdvances } from './advance-rows.ts';

const statesOf = { waiting: ['asked'], returned: ['not-yet'], all: ['asked', 'not-yet', 'approved', 'paid'] } as const;

/** 垫付待批: requests across the cases one may see, the one asked first on top. */
export const listAdvances = (session: Session, { show }: { show: keyof typeof statesOf }): Result<AdvanceLine[], Problem> => {
  const scope = scopeOf(session);
  if (!scope.ok) return scope;
  const me = session.person().id;
  return ok(
    queuedAdvances(session.read, statesOf[show], scope.value).map((row) => {
      const one = storedFromRow(advance, row);
      return {
        advance: one,
        reportNumber: String(row['queue_report_number']),
        partyName: typeof row['queue_party_name'] === 'string' ? row['queue_party_name'] : null,
        askedByName: typeof row['queue_asked_by_name'] === 'string' ? row['queue_asked_by_name'] : null,
        own: one.state === 'asked' && askedBy(session.read, one).includes(me),
      };
    }),
  );
};
