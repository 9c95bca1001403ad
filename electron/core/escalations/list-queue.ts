import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { scopeOf } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { queueRows, type QueueLine } from './escalation-rows.ts';

const stateOf = { waiting: 'submitted', returned: 'returned', all: null } as const;

/** Requests across the cases one may see, oldest first. */
export const listQueue = (session: Session, { show }: { show: keyof typeof stateOf }): Result<QueueLine[], Problem> => {
  const scope = scopeOf(session);
  return scope.ok ? ok(queueRows(session.read, stateOf[show], scope.value)) : scope;
};
