import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { scopeOf } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { hospitals, ownerNames } from './list-rows.ts';

/** Owners and hospitals that occur among the cases a person may see. */
export const filterChoices = (session: Session): Result<{ ownerNames: string[]; hospitals: string[] }, Problem> => {
  const scope = scopeOf(session);
  if (!scope.ok) return scope;
  return ok({ ownerNames: ownerNames(session.read, scope.value), hospitals: hospitals(session.read, scope.value) });
};
