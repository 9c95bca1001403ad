import type { CaseFilter, CaseLine } from '../../../shared/cases/contract.ts';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { StepState } from '../../../shared/steps/model.ts';
import { scopeOf } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { countLines, pageOfLines, type ListRow } from './list-rows.ts';
import { listWhere } from './list-where.ts';

type Page = { filter: CaseFilter; offset: number; limit: number };

/** One page of the case list and how many cases the filter finds, both from `case_summaries` alone. */
export const listCases = (
  session: Session,
  { filter, offset, limit }: Page,
  silentDays: number,
): Result<{ lines: CaseLine[]; total: number }, Problem> => {
  const scope = scopeOf(session.person());
  if (!scope.ok) return scope;
  const where = listWhere(filter, { scope: scope.value, now: session.clock.now().at, silentDays });
  if (where === null) return ok({ lines: [], total: 0 });
  const lines = pageOfLines(session.read, where, { sort: filter.sort, descending: filter.descending, offset, limit }).map(lineOf);
  return ok({ lines, total: countLines(session.read, where) });
};

const lineOf = (row: ListRow): CaseLine => {
  const { nextKind, nextBasis, nextDueAt, partyNames, dots, ownerName, ...own } = row;
  return {
    ...own,
    ownerName: ownerName === '' ? null : ownerName,
    partyNames: JSON.parse(partyNames) as string[],
    dots: dotsFrom(dots),
    nextClock: nextKind && nextBasis && nextDueAt ? { kind: nextKind, basis: nextBasis, dueAt: nextDueAt } : null,
  };
};

const stateByLetter: Readonly<Record<string, StepState>> = { n: 'not-started', w: 'working', d: 'done', v: 'waived', a: 'attention' };

/** Six letters of the summary back into states. */
export const dotsFrom = (letters: string): StepState[] => Array.from(letters, (letter) => stateByLetter[letter] ?? 'not-started');
