import { exact, sumExact, zero, type Exact } from './exact.ts';

/** One dependant on the time line: yearly sum before the cap, for a number of years from the start. */
export type Annuity = { readonly yearly: Exact; readonly years: Exact; readonly keepsShare: boolean };

const scale = (annuities: readonly Annuity[], to: Exact): Exact[] => {
  const sum = sumExact(annuities.map((annuity) => annuity.yearly));
  return annuities.map((annuity) => (sum.eq(0) ? zero : annuity.yearly.times(to).div(sum)));
};

/** The yearly sums of one stretch, cut to the cap: everybody in proportion, or some keep theirs and the rest is divided. */
const cutYear = (active: readonly Annuity[], cap: Exact, split: 'proportional' | 'seniorFirst'): Map<Annuity, Exact> => {
  const total = sumExact(active.map((annuity) => annuity.yearly));
  const result = new Map(active.map((annuity) => [annuity, annuity.yearly]));
  if (total.lte(cap)) return result;
  const kept = split === 'seniorFirst' ? active.filter((annuity) => annuity.keepsShare) : [];
  const others = active.filter((annuity) => !kept.includes(annuity));
  const keptSum = sumExact(kept.map((annuity) => annuity.yearly));
  const keptTo = keptSum.gt(cap) ? cap : keptSum;
  for (const [index, yearly] of scale(kept, keptTo).entries()) result.set(kept[index] as Annuity, yearly);
  for (const [index, yearly] of scale(others, cap.minus(keptTo)).entries()) result.set(others[index] as Annuity, yearly);
  return result;
};

/**
 * Cuts the time line at every end of a term and keeps each year's total within the cap.
 * Source: art. 17 para 2 (several dependants: the yearly total may not exceed last year's consumption per head).
 */
export const sumWithYearlyCap = (
  annuities: readonly Annuity[],
  cap: Exact,
  split: 'proportional' | 'seniorFirst',
): { sums: Exact[]; cut: boolean } => {
  const ends = [...new Set(annuities.map((annuity) => annuity.years.toFixed()))]
    .map(exact)
    .filter((end) => end.gt(0))
    .sort((a, b) => a.cmp(b));
  const sums = annuities.map(() => zero);
  let start = zero;
  let cut = false;
  for (const end of ends) {
    const active = annuities.filter((annuity) => annuity.years.gte(end));
    const yearly = cutYear(active, cap, split);
    cut ||= active.some((annuity) => !annuity.yearly.eq(yearly.get(annuity) ?? zero));
    annuities.forEach((annuity, index) => {
      sums[index] = (sums[index] ?? zero).plus((yearly.get(annuity) ?? zero).times(end.minus(start)));
    });
    start = end;
  }
  return { sums, cut };
};
