import { daysFrom, daysOfPeriod } from '../../damages/engine/calendar.ts';
import type { DamageItem } from '../../damages/model.ts';
import {
  checkClaim,
  claimedDays,
  governing,
  mostDays,
  periodKinds,
  type PeriodKind,
  type PeriodLine,
} from '../../doctors/reference-periods.ts';
import { finding, type Finding } from './finding.ts';

export type DaysItem = Pick<DamageItem, 'id' | 'kind' | 'days' | 'fromOn' | 'untilOn' | 'inputs'>;

type Line = { days?: unknown; months?: unknown; fromOn?: unknown; untilOn?: unknown; excludedDays?: unknown };

const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

const daysOfLine = ({ days, fromOn, untilOn, excludedDays }: Line): number => {
  const excluded = typeof excludedDays === 'number' ? excludedDays : 0;
  if (typeof days === 'number') return days - excluded;
  return isDate(fromOn) && isDate(untilOn) && untilOn >= fromOn ? daysOfPeriod(fromOn, untilOn) - excluded : 0;
};

/** Days that the rule of an item counts; lines with a fixed amount count none. */
export const ruleDays = (inputs: DaysItem['inputs']): number | null => {
  if (inputs === null) return null;
  const lines = Array.isArray(inputs['lines']) ? (inputs['lines'] as Line[]) : [inputs as Line];
  const total = lines.reduce((sum, line) => sum + daysOfLine(line), 0);
  return total === 0 ? null : total;
};

const lastDay = (item: DaysItem): string | null => {
  const lines = Array.isArray(item.inputs?.['lines']) ? (item.inputs['lines'] as Line[]) : [(item.inputs ?? {}) as Line];
  const days = [item.untilOn, ...lines.map(({ untilOn }) => untilOn)].filter(isDate);
  return days.toSorted().at(-1) ?? null;
};

export type DaySite = {
  readonly periods: readonly PeriodLine[];
  readonly gradedOn: string | null;
  readonly accidentOn: string | null;
  readonly daysInHospital: number | null;
};

type Counted = { readonly item: DaysItem; readonly days: number };

const ofPeriod = (partyId: string, { item, days }: Counted, { periods, gradedOn }: DaySite): Finding[] => {
  const kind = periodKinds.find((one) => one === item.kind);
  if (kind === undefined) return [];
  const range = governing(periods, kind);
  const facts = { days, min: range?.min ?? 0, max: range?.max ?? 0, icd10: range?.icd10 ?? '' };
  const warnings = checkClaim(periods, kind, { days, untilOn: null, assessedOn: gradedOn });
  return [
    ...(warnings.includes('above-range') ? [finding('days.beyond-period', partyId, { itemId: item.id, facts })] : []),
    ...(warnings.includes('maybe-added') ? [finding('days.added', partyId, { itemId: item.id, facts })] : []),
  ];
};

/** Art. 7: lasting incapacity counts up to the day before the assessment, by the last day or by the number of days since the accident. */
const pastGrading = (partyId: string, { item, days }: Counted, { gradedOn, accidentOn }: DaySite): Finding[] => {
  if (gradedOn === null || item.kind !== 'lostIncome') return [];
  const last = lastDay(item);
  const most = accidentOn === null ? null : daysFrom(accidentOn, gradedOn);
  const past = (last !== null && last >= gradedOn) || (most !== null && days > most);
  return past
    ? [finding('days.past-grading', partyId, { itemId: item.id, facts: { days, most: most ?? 0, untilOn: last ?? '', gradedOn } })]
    : [];
};

const overStay = (partyId: string, { item, days }: Counted, { daysInHospital }: DaySite): Finding[] =>
  item.kind === 'hospitalMeals' && daysInHospital !== null && days > daysInHospital
    ? [finding('days.over-stay', partyId, { itemId: item.id, facts: { days, stayDays: daysInHospital } })]
    : [];

const timed: readonly (PeriodKind | 'hospitalMeals')[] = [...periodKinds, 'hospitalMeals'];

/** Days of one item against the reference periods, the day of grading, the stays and the 24 months. Source: GA/T 1193-2014 annex A. */
export const dayFindings = (partyId: string, item: DaysItem, site: DaySite): Finding[] => {
  if (!timed.some((kind) => kind === item.kind)) return [];
  const days = Math.max(claimedDays(item) ?? 0, ruleDays(item.inputs) ?? 0);
  if (days === 0) return [];
  return [
    ...ofPeriod(partyId, { item, days }, site),
    ...(days > mostDays ? [finding('days.over-730', partyId, { itemId: item.id, facts: { days, most: mostDays } })] : []),
    ...pastGrading(partyId, { item, days }, site),
    ...overStay(partyId, { item, days }, site),
  ];
};
