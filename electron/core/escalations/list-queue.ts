import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { scopeOf } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { askedBy } from '../asked-by.ts';
import { queueRows, type QueueRow } from './escalation-rows.ts';

type QueueLine = QueueRow & { own: boolean };

const stateOf = { waiting: 'submitted', returned: 'returned', all: null } as const;

/** Requests across the cases one may see, oldest first. */
export const listQueue = (session: Session, { show }: { show: keyof typeof stateOf }): Result<QueueLine[], Problem> => {
  const scope = scopeOf(session);
  if (!scope.ok) return scope;
  const me = session.person().id;
  const own = (row: QueueRow['escalation']): boolean => row.state === 'submitted' && askedBy(session.read, row).includes(me);
  return ok(queueRows(session.read, stateOf[show], scope.value).map((line) => ({ ...line, own: own(line.escalation) })));
};
