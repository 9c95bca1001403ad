import { addMinutes, chinaDateOf, chinaInstant } from '../../../shared/kernel/dates.ts';
import type { Session } from '../session.ts';

/**
 * The demo file is a list of changes with three kinds of symbols in place of values: `$name` is an id (the same name, the same
 * id within a case), `@…` a time relative to the moment of loading (`@-90m` minutes, `@-3 14:20` a China wall-clock time so
 * many days away, `@d-3` a calendar date), `%me` the name of the person at work. So the demo day is always today.
 */
export type DemoCase = { reportNumber: string; changes: { kind: string; at: string; ops: unknown[] }[] };
export type DemoFile = { people: { name: string; role: string; branch: string }[]; cases: DemoCase[] };

export type Resolver = { resolve(value: unknown): unknown };

/** One resolver per case, so that equal names in two cases stay two ids. */
export const resolverFor = (session: Session): Resolver => {
  const idByName = new Map<string, string>();
  const now = session.clock.now().at;
  const idOf = (name: string): string => {
    const id = idByName.get(name) ?? session.ids.next();
    idByName.set(name, id);
    return id;
  };
  const resolve = (value: unknown): unknown => {
    if (typeof value === 'string') return resolveText(value);
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner)]));
  };
  const resolveText = (text: string): string => {
    if (text === '%me') return session.person().name;
    if (/^\$\w+$/.test(text)) return idOf(text);
    return momentOf(text, now) ?? text;
  };
  return { resolve };
};

const momentOf = (text: string, now: string): string | null => {
  const [, minutes] = /^@([+-]?\d+)m$/.exec(text) ?? [];
  if (minutes !== undefined) return addMinutes(now, Number(minutes));
  const [, dateDays] = /^@d([+-]?\d+)$/.exec(text) ?? [];
  if (dateDays !== undefined) return dayAway(now, Number(dateDays));
  const [, days, time] = /^@([+-]?\d+) (\d{2}:\d{2})$/.exec(text) ?? [];
  return days === undefined || time === undefined ? null : chinaInstant(dayAway(now, Number(days)), time);
};

const dayAway = (now: string, days: number): string => chinaDateOf(addMinutes(now, days * 1_440));
