import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { PromiseShare } from '../../../shared/promises/contract.ts';
import { scopeOf } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { promiseShares } from './promise-rows.ts';

/** 兑现率: who kept how many of the promises given, in the cases this person may see. */
export const promiseSharesOf = (session: Session): Result<PromiseShare[], Problem> => {
  const scope = scopeOf(session);
  return scope.ok ? ok(promiseShares(session.read, scope.value, session.clock.now().at)) : scope;
};
