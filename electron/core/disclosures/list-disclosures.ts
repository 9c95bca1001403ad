import type { DisclosureFilter, DisclosureLine, MatrixCase } from '../../../shared/disclosures/contract.ts';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { scopeOf } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { countDisclosures, countOpenCases, disclosureLines, matrixCases, type Page } from './ledger-rows.ts';

/** 告知台账: one page of what was told, in the cases this person may see. */
export const listDisclosures = (
  session: Session,
  { filter, ...page }: Page & { filter: DisclosureFilter },
): Result<{ lines: DisclosureLine[]; total: number }, Problem> => {
  const scope = scopeOf(session);
  if (!scope.ok) return scope;
  const lines = disclosureLines(session.read, filter, { scope: scope.value, page });
  return ok({ lines, total: countDisclosures(session.read, filter, scope.value) });
};

/** Topics × open cases: who still has to be told what. */
export const showMatrix = (session: Session, page: Page): Result<{ cases: MatrixCase[]; total: number }, Problem> => {
  const scope = scopeOf(session);
  if (!scope.ok) return scope;
  return ok({ cases: matrixCases(session.read, scope.value, page), total: countOpenCases(session.read, scope.value) });
};
