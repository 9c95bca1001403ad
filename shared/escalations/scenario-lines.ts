import type { Scenario } from './model.ts';

const ways = ['settle-now', 'after-appraisal', 'in-court'] as const;

/** One way beside the others; `differenceFen` is what it costs more (or less) than settling now. */
export type ScenarioLine = Scenario & { totalFen: number | null; differenceFen: number | null };

const totalOf = ({ amountFen, extraCostFen }: Scenario): number | null => (amountFen === null ? null : amountFen + (extraCostFen ?? 0));

/** The ways somebody filled in, in the same order everywhere, each against "now". */
export const scenarioLines = (scenarios: readonly Scenario[] | null): ScenarioLine[] => {
  const filled = ways.flatMap((way) => scenarios?.find((one) => one.way === way) ?? []);
  const now = filled.find(({ way }) => way === 'settle-now');
  const nowFen = now === undefined ? null : totalOf(now);
  return filled.map((one) => {
    const totalFen = totalOf(one);
    return { ...one, totalFen, differenceFen: one.way === 'settle-now' || nowFen === null || totalFen === null ? null : totalFen - nowFen };
  });
};

/** The way that costs least in all; none while fewer than two are known, or when two cost the same. */
export const cheapestOf = (lines: readonly ScenarioLine[]): Scenario['way'] | null => {
  const known = lines.filter(({ totalFen }) => totalFen !== null).toSorted((a, b) => (a.totalFen ?? 0) - (b.totalFen ?? 0));
  const [first, second] = known;
  return first === undefined || second === undefined || first.totalFen === second.totalFen ? null : first.way;
};
