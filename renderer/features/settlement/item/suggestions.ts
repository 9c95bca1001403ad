import type { StandardsPack } from '../../../../shared/damages/engine/standards-pack.ts';
import type { DamageKind } from '../../../../shared/damages/model.ts';
import type { Inputs } from '../review/review-cells.ts';

/** A value that may be taken, with what speaks for it. It never fills itself in. */
export type Suggestion = {
  readonly name: string;
  readonly value: string | number;
  readonly source: string;
  readonly mark: string;
  readonly region: string;
};

type Asked = {
  readonly kind: DamageKind;
  readonly region: string | null;
  readonly pack: StandardsPack | null;
  readonly inputs: Inputs | null;
};

const worstGrade = (inputs: Inputs | null): string | null => {
  const grade = inputs?.['grade'];
  return grade === undefined ? null : String(grade);
};

/** Local practice for one item: the daily rate of its kind, or the schedule for mental distress. The region's own, or nothing. */
export const itemSuggestions = ({ kind, region, pack, inputs }: Asked): Suggestion[] => {
  if (pack === null || region === null) return [];
  const own = pack.practice.filter((entry) => entry.region === region);
  const rates = own
    .filter((entry) => entry.topic === 'dailyRate' && entry.key === kind)
    .map((entry): Suggestion => ({ name: 'dailyRate', value: entry.value, source: entry.source, mark: entry.mark, region }));
  if (kind !== 'mentalDistress') return rates;
  const grade = worstGrade(inputs);
  const schedule = own.filter((entry) => entry.topic === 'mentalDistress' && (grade === null || entry.key === grade));
  return schedule.slice(0, grade === null ? 0 : 1).map((entry): Suggestion => ({
    name: 'schedule',
    value: region,
    source: `${entry.value} · ${entry.source}`,
    mark: entry.mark,
    region,
  }));
};
