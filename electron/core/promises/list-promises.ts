import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { PromiseFilter, PromiseLine } from '../../../shared/promises/contract.ts';
import { scopeOf } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { countPromises, promiseLines, promiseWhere } from './promise-rows.ts';

type Input = { filter: PromiseFilter; offset: number; limit: number };

/** 承诺台账: one page of promises, in the cases this person may see. */
export const listPromises = (session: Session, { filter, ...page }: Input): Result<{ lines: PromiseLine[]; total: number }, Problem> => {
  const scope = scopeOf(session);
  if (!scope.ok) return scope;
  const where = promiseWhere(filter, scope.value, session.clock.now().at);
  return ok({ lines: promiseLines(session.read, where, page), total: countPromises(session.read, where) });
};
