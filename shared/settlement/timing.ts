import { ageOn } from '../kernel/dates.ts';

/** What time will change between today and the day on which a case is expected to end. */
export type TimingWarning =
  | { readonly code: 'timing.pack-out-of-date'; readonly issuedOn: string; readonly months: number }
  | { readonly code: 'timing.statistics-year-changes'; readonly usedYear: number; readonly thenYear: number }
  | { readonly code: 'timing.age-step'; readonly age: 60 | 75; readonly on: string };

export type Timing = {
  readonly today: string;
  /** Expected end of the debate, or of the negotiation. */
  readonly expectedOn: string;
  readonly packIssuedOn: string;
  readonly statisticsYear: number | undefined;
  readonly bornOn: string | undefined;
};

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7)) -
  (to.slice(8) < from.slice(8) ? 1 : 0);

/** Figures appear once a year, so a pack older than this misses a whole year of them. */
const freshMonths = 12;

const ageSteps = ({ bornOn, today, expectedOn }: Timing): TimingWarning[] => {
  if (bornOn === undefined) return [];
  return ([60, 75] as const)
    .filter((age) => ageOn(bornOn, today) < age && ageOn(bornOn, expectedOn) >= age)
    .map((age) => ({ code: 'timing.age-step', age, on: `${Number(bornOn.slice(0, 4)) + age}${bornOn.slice(4)}` }));
};

/**
 * Warns when the pack is out of date, when the last year before the expected day is not the year used (art. 22: the year before
 * the end of the debate), and when the person reaches 60 or 75 before it (art. 12, 15: fewer years).
 */
export const timingWarnings = (timing: Timing): TimingWarning[] => {
  const { today, expectedOn, packIssuedOn, statisticsYear } = timing;
  const months = monthsBetween(packIssuedOn, today);
  const thenYear = Number(expectedOn.slice(0, 4)) - 1;
  return [
    ...(months >= freshMonths ? [{ code: 'timing.pack-out-of-date' as const, issuedOn: packIssuedOn, months }] : []),
    ...(statisticsYear !== undefined && thenYear > statisticsYear
      ? [{ code: 'timing.statistics-year-changes' as const, usedYear: statisticsYear, thenYear }]
      : []),
    ...ageSteps(timing),
  ];
};
