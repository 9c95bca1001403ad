import { addMinutes, chinaDateOf, chinaInstant } from '../../../shared/kernel/dates.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { nextDay } from '../../../shared/kernel/work-calendar.ts';
import { dotsFrom } from '../cases/list-cases.ts';
import { countLines } from '../cases/list-rows.ts';
import { scopeOf } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { readSettings } from '../settings/setting-rows.ts';
import { countsDue, draftsOfToday, dueClocks, remindedClocks, silentCases, toldBetween, type Around } from './today-rows.ts';
import { requestsFor } from './today-requests.ts';

const dayMs = 86_400_000;

/** 今日: what is overdue or due until tomorrow ends, who was not spoken to, and what came back, in a handful of queries. */
export const today = (session: Session) => {
  const person = session.person();
  const scope = scopeOf(session);
  if (!scope.ok) return scope;
  const { now, behindMinutes } = session.clock.check();
  const { silentDays } = readSettings(session.read);
  const around: Around = { scope: scope.value, now, until: endOfTomorrow(now), silentSince: addMinutes(now, -silentDays * 1440), person };
  const { read } = session;
  return ok({
    now,
    behindMinutes,
    clocks: [...dueClocks(read, around), ...remindedClocks(read, around)].map(({ dots, ...clock }) => ({ ...clock, dots: dotsFrom(dots) })),
    counts: countsDue(read, around),
    silent: silentCases(read, around).map(({ since, ...row }) => ({ ...row, days: daysBetween(since, now) ?? silentDays })),
    requests: requestsFor(read, around),
    drafts: draftsOfToday(read),
    toldBefore: toldBefore(session, around),
    openCases: countLines(read, { sql: `s.state = 'open' AND ${around.scope.sql}`, params: around.scope.params, counted: true }),
  });
};

const endOfTomorrow = (now: string): string => chinaInstant(nextDay(nextDay(chinaDateOf(now))), '00:00');

const daysBetween = (since: string | null, now: string): number | null =>
  since === null ? null : Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / dayMs));

/** Deductions made in this and in the last Chinese calendar month, and how many of them had been announced. */
const toldBefore = ({ read }: Session, around: Around) => {
  const thisMonth = `${chinaDateOf(around.now).slice(0, 7)}-01`;
  const lastMonth = `${chinaDateOf(addMinutes(chinaInstant(thisMonth, '00:00'), -1)).slice(0, 7)}-01`;
  const from = chinaInstant(thisMonth, '00:00');
  const current = toldBetween(read, around.scope, { from, until: around.until });
  const last = toldBetween(read, around.scope, { from: chinaInstant(lastMonth, '00:00'), until: from });
  return { told: current.told, all: current.all, lastTold: last.told, lastAll: last.all };
};
