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
  const scope = scopeOf(session);
  if (!scope.ok) return scope;
  const where = listWhere(filter, { scope: scope.value, now: session.clock.now().at, silentDays });
  if (where === null) return ok({ lines: [], total: 0 });
  const lines = pageOfLines(session.read, where, { sort: filter.sort, descending: filter.descending, offset, limit }).map(lineOf);
  return ok({ lines, total: countLines(session.read, where) });
};

/** Written out field by field: a page is 50 of these, and the list is the most asked question of all. */
const lineOf = (row: ListRow): CaseLine => ({
  id: row.id,
  reportNumber: row.reportNumber,
  plate: row.plate,
  insuredName: row.insuredName,
  partyNames: JSON.parse(row.partyNames) as string[],
  partyCount: row.partyCount,
  hospital: row.hospital,
  accidentAt: row.accidentAt,
  reportedAt: row.reportedAt,
  severity: row.severity,
  ownerName: row.ownerName === '' ? null : row.ownerName,
  state: row.state,
  dots: dotsFrom(row.dots),
  nextClock: nextClockOf(row),
  lastContactAt: row.lastContactAt,
});

const nextClockOf = (row: ListRow): CaseLine['nextClock'] => {
  const { nextKind: kind, nextBasis: basis, nextDueAt: dueAt, nextWaitingFor: waitingFor, nextStartedAt: startedAt } = row;
  if (!kind || !basis || !dueAt || !waitingFor || !startedAt) return null;
  return { kind, basis, dueAt, waitingFor, startedAt, ruleVersion: row.nextRuleVersion };
};

const stateByLetter: Readonly<Record<string, StepState>> = { n: 'not-started', w: 'working', d: 'done', v: 'waived', a: 'attention' };

/** Six letters of the summary back into states. */
export const dotsFrom = (letters: string): StepState[] => letters.split('').map((letter) => stateByLetter[letter] ?? 'not-started');
