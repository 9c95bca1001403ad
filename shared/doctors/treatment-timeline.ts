import { compareText } from '../kernel/compare-text.ts';
import type { TreatmentEvent, TreatmentKind } from './model.ts';

/** What the timeline reads of an event. */
export type TimelineEvent = Pick<TreatmentEvent, 'id' | 'kind' | 'fromOn' | 'untilOn' | 'hospital' | 'amountFen'>;

/** One event with both of its days; a stay that still runs ends today. */
export type Span = { id: string; kind: TreatmentKind; fromOn: string; untilOn: string; running: boolean };

/** So many days without any treatment are still usual between two visits; more are marked. */
export const quietDays = 7;

/**
 * What does not fit in the course of treatment, each with its rule.
 * T1 gap of more than seven days; T2 bill on a day without treatment; T3 two stays at the same time; T4 treatment before the accident.
 */
export type TimelineFinding =
  | { rule: 'T1'; ids: readonly string[]; fromOn: string; untilOn: string; days: number }
  | { rule: 'T2'; ids: readonly string[]; fromOn: string; untilOn: string; days: null }
  | { rule: 'T3'; ids: readonly string[]; fromOn: string; untilOn: string; days: number }
  | { rule: 'T4'; ids: readonly string[]; fromOn: string; untilOn: string; days: null };

const msOfDay = 86_400_000;
const dayNumber = (on: string): number => Date.parse(`${on}T00:00:00Z`) / msOfDay;
const dateOf = (day: number): string => new Date(day * msOfDay).toISOString().slice(0, 10);

/** Whole days from one date to another; negative when the second lies before. */
export const daysBetween = (fromOn: string, untilOn: string): number => dayNumber(untilOn) - dayNumber(fromOn);

export const spansOf = (events: readonly TimelineEvent[], today: string): Span[] =>
  events
    .flatMap(({ id, kind, fromOn, untilOn }) => {
      if (fromOn === null) return [];
      const running = kind === 'stay' && untilOn === null;
      return [{ id, kind, fromOn, untilOn: untilOn ?? (running && today > fromOn ? today : fromOn), running }];
    })
    .toSorted((a, b) => compareText(a.fromOn, b.fromOn) || compareText(a.untilOn, b.untilOn) || compareText(a.id, b.id));

type Reading = { accidentOn: string | null; today: string };

/** Findings of rules T1 to T4 in the order of their first day. */
export const readTimeline = (events: readonly TimelineEvent[], { accidentOn, today }: Reading): TimelineFinding[] => {
  const spans = spansOf(events, today);
  const treated = spans.filter(({ kind }) => kind !== 'bill');
  const found = [
    ...gapsOf(treated, accidentOn),
    ...spans
      .filter(({ kind }) => kind === 'bill')
      .filter((bill) => !treated.some((span) => meets(span, bill)))
      .map(billAlone),
    ...overlapsOf(spans.filter(({ kind }) => kind === 'stay')),
    ...(accidentOn === null ? [] : spans.filter(({ fromOn }) => fromOn < accidentOn).map(beforeAccident)),
  ];
  return found.toSorted((a, b) => compareText(a.fromOn, b.fromOn) || compareText(a.rule, b.rule));
};

const meets = (a: Span, b: Span): boolean => a.fromOn <= b.untilOn && b.fromOn <= a.untilOn;

/** T2. Source: rule of the house; a bill without a stay or visit that day needs an explanation, for example a late posting. */
const billAlone = ({ id, fromOn, untilOn }: Span): TimelineFinding => ({ rule: 'T2', ids: [id], fromOn, untilOn, days: null });

/** T4. Source: GA/T 1193-2014 A.1: only what this accident caused counts. */
const beforeAccident = ({ id, fromOn, untilOn }: Span): TimelineFinding => ({ rule: 'T4', ids: [id], fromOn, untilOn, days: null });

/** T1. Days between the end of one treatment and the next, the first one counted from the accident. */
const gapsOf = (treated: readonly Span[], accidentOn: string | null): TimelineFinding[] => {
  const found: TimelineFinding[] = [];
  let last = accidentOn === null ? null : { id: null as string | null, on: accidentOn };
  for (const { id, fromOn, untilOn } of treated) {
    const days = last === null ? 0 : daysBetween(last.on, fromOn) - 1;
    if (last !== null && days > quietDays) {
      const ids = [last.id, id].filter((one) => one !== null);
      found.push({ rule: 'T1', ids, fromOn: dateOf(dayNumber(last.on) + 1), untilOn: dateOf(dayNumber(fromOn) - 1), days });
    }
    if (last === null || untilOn >= last.on) last = { id, on: untilOn };
  }
  return found;
};

/** T3. Two stays share more than the day of a transfer. */
const overlapsOf = (stays: readonly Span[]): TimelineFinding[] =>
  stays.flatMap((a, i) =>
    stays.slice(i + 1).flatMap((b): TimelineFinding[] => {
      const untilOn = a.untilOn < b.untilOn ? a.untilOn : b.untilOn;
      const days = daysBetween(b.fromOn, untilOn);
      return days < 1 && !(a.fromOn === b.fromOn && a.untilOn === b.untilOn)
        ? []
        : [{ rule: 'T3', ids: [a.id, b.id], fromOn: b.fromOn, untilOn, days: days + 1 }];
    }),
  );
