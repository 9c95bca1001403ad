import * as calendar from 'chinese-days';
import { chinaDateOf, chinaInstant, addMinutes } from './dates.ts';

/**
 * Years whose public holidays and make-up working days the data knows; the State Council publishes each next year in late
 * autumn. Outside them only weekends are known.
 */
const knownYears = { first: 2004, last: 2026 } as const;

/** Node hands the CommonJS build over as `default` only; a bundler takes the named exports of the other build. */
const { isWorkday: isChineseWorkday } =
  'isWorkday' in calendar ? calendar : (calendar as { default: typeof import('chinese-days') }).default;

const dayMinutes = 24 * 60;

const isWeekend = (on: string): boolean => [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay());

/** Whether the holiday calendar of a date's year is known; if not, a due time counts weekends only and the screen says so. */
export const isCalendarKnown = (on: string): boolean => {
  const year = Number(on.slice(0, 4));
  return year >= knownYears.first && year <= knownYears.last;
};

/** 工作日: a working day in mainland China, public holidays and make-up days counted. */
export const isWorkday = (on: string): boolean => (isCalendarKnown(on) ? isChineseWorkday(on) : !isWeekend(on));

export const nextDay = (on: string): string => new Date(Date.parse(`${on}T00:00:00Z`) + dayMinutes * 60_000).toISOString().slice(0, 10);

const midnightOf = (on: string): number => Date.parse(`${on}T00:00:00Z`);

/**
 * The same Chinese time of day on the `days`-th working day after an instant, and whether every day passed was known. What
 * comes in on a day off counts as come in when the next working day begins, so a later start is never due earlier.
 */
export const addWorkdays = (at: string, days: number): { at: string; known: boolean } => {
  const startOn = chinaDateOf(at);
  let on = startOn;
  let known = isCalendarKnown(on);
  while (!isWorkday(on)) {
    on = nextDay(on);
    known &&= isCalendarKnown(on);
  }
  const begins = on === startOn ? at : chinaInstant(on, '00:00');
  const first = on;
  for (let left = days; left > 0;) {
    on = nextDay(on);
    known &&= isCalendarKnown(on);
    if (isWorkday(on)) left -= 1;
  }
  return { at: addMinutes(begins, (midnightOf(on) - midnightOf(first)) / 60_000), known };
};

/** No outbound calls before 09:00 and after 20:00 Chinese time. Source: product.md, "Clocks". */
export const callHours = { from: '09:00', until: '20:00' } as const;

export type CallHours = { from: string; until: string };

/** Moves an instant at which nobody may be called to the next time at which calls begin. */
export const toCallHours = (at: string, hours: CallHours = callHours): string => {
  const on = chinaDateOf(at);
  const opens = chinaInstant(on, hours.from);
  if (at < opens) return opens;
  return at <= chinaInstant(on, hours.until) ? at : chinaInstant(nextDay(on), hours.from);
};
