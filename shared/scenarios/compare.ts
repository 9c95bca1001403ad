import { exact } from '../damages/engine/exact.ts';
import type { SettleError } from '../damages/engine/ledger.ts';
import type { StandardsPack } from '../damages/engine/standards-pack.ts';
import { problem, type Problem } from '../kernel/problem.ts';
import type { CaseInput } from '../settlement/input/case-input.ts';
import { parseCase } from '../settlement/input/parse-case.ts';
import type { Settlement } from '../settlement/result.ts';
import { settleInput } from '../settlement/settle.ts';
import type { Outcome, ScenarioInput, ScenarioRates, ScenarioWay } from './model.ts';
import { replaceValues, type Replaced } from './replace.ts';

/** Lowest, expected and highest over the outcomes that can happen. */
export type Range = { readonly low: number; readonly expected: number; readonly high: number };

export type OutcomeResult = {
  readonly label: string;
  readonly chance: number;
  readonly lossFen: number;
  /** What the covers of the own vehicle pay. */
  readonly insurerFen: number;
  readonly othersFen: number;
  /** What the injured person is owed by everybody. */
  readonly awardedFen: number;
};

export type ScenarioColumn = {
  readonly way: ScenarioWay;
  readonly days: number;
  readonly outcomes: readonly OutcomeResult[];
  /** The company's cost: what its covers pay and what it spends itself. */
  readonly costFen: Range;
  readonly awardedFen: Range;
  readonly ownCostFen: number;
  /** This column less the first one, by expected values. */
  readonly difference: { readonly costFen: number; readonly awardedFen: number; readonly days: number };
};

export type ScenarioProblem =
  | { readonly kind: 'chances'; readonly scenario: number; readonly sum: number }
  | { readonly kind: 'engine'; readonly scenario: number; readonly outcome: number; readonly errors: readonly SettleError[] };

export type ScenarioComparison =
  | { readonly ok: true; readonly columns: readonly ScenarioColumn[] }
  | { readonly ok: false; readonly problems: readonly ScenarioProblem[] };

export type ComparisonInput = {
  readonly input: CaseInput;
  readonly pack: StandardsPack;
  readonly victimId: string;
  readonly ownVehicle: string;
  readonly rates: ScenarioRates;
  readonly scenarios: readonly ScenarioInput[];
};

/** The company's vehicle: the named one, else the only one whose compulsory cover is insured. */
export const ownVehicleOf = (input: CaseInput, named: string | null): string | null => {
  if (named !== null && input.vehicles.some((vehicle) => vehicle.id === named)) return named;
  const insured = input.vehicles.filter((vehicle) => vehicle.compulsory?.insured === true && vehicle.tractor === undefined);
  return insured.length === 1 ? (insured[0]?.id ?? null) : null;
};

const chanceSum = (outcomes: readonly Outcome[]): number => Number(outcomes.reduce((sum, { chance }) => sum + chance, 0).toFixed(6));

/** What stands in the way of computing a set, before the engine is asked. */
export const scenarioProblem = (scenarios: readonly ScenarioInput[]): Problem | null => {
  const index = scenarios.findIndex(({ outcomes }) => chanceSum(outcomes) !== 100);
  if (index >= 0)
    return problem('scenario.chances', `values.scenarios.${index}.outcomes`, { sum: chanceSum(scenarios[index]?.outcomes ?? []) });
  const twice = scenarios.findIndex(({ way }, place) => scenarios.findIndex((other) => other.way === way) !== place);
  return twice < 0 ? null : problem('scenario.way-twice', `values.scenarios.${twice}.way`);
};

const insurers: readonly string[] = ['compulsory', 'commercial', 'seat'];

const resultOf = (settlement: Settlement, outcome: Outcome, { victimId, ownVehicle }: Replaced): OutcomeResult => {
  const victim = settlement.victims.find(({ id }) => id === victimId);
  const units = new Set([ownVehicle, ...settlement.record.input.vehicles.filter((one) => one.tractor === ownVehicle).map(({ id }) => id)]);
  const insurerFen = (victim?.payments ?? [])
    .filter((payment) => insurers.includes(payment.layer) && units.has(payment.vehicle))
    .reduce((sum, payment) => sum + payment.due.fen, 0);
  const awardedFen = victim?.awarded.fen ?? 0;
  return {
    label: outcome.label,
    chance: outcome.chance,
    lossFen: victim?.totals.total.fen ?? 0,
    insurerFen,
    othersFen: awardedFen - insurerFen,
    awardedFen,
  };
};

/** Expected value half-up to the fen; outcomes without chance are shown but do not widen the range. */
const rangeOf = (outcomes: readonly OutcomeResult[], pick: (outcome: OutcomeResult) => number): Range => {
  const possible = outcomes.filter(({ chance }) => chance > 0);
  const values = possible.map(pick);
  const weighted = possible.reduce((sum, outcome) => sum.plus(exact(pick(outcome)).times(outcome.chance)), exact(0));
  return { low: Math.min(...values), expected: weighted.div(100).toDecimalPlaces(0).toNumber(), high: Math.max(...values) };
};

type Computed = Omit<ScenarioColumn, 'difference'>;

const computeColumn = (
  scenario: ScenarioInput,
  index: number,
  { replaced, pack }: { replaced: Replaced; pack: StandardsPack },
): { column: Computed | null; problems: ScenarioProblem[] } => {
  const sum = chanceSum(scenario.outcomes);
  if (sum !== 100) return { column: null, problems: [{ kind: 'chances', scenario: index, sum }] };
  const problems: ScenarioProblem[] = [];
  const outcomes = scenario.outcomes.flatMap((outcome, place) => {
    const parsed = parseCase(replaceValues(replaced, scenario, outcome));
    const result = parsed.ok ? settleInput(parsed.value, pack) : parsed;
    if (result.ok) return [resultOf(result.value, outcome, replaced)];
    problems.push({ kind: 'engine', scenario: index, outcome: place, errors: result.error });
    return [];
  });
  if (problems.length > 0) return { column: null, problems };
  const { way, days, ownCostFen } = scenario;
  const costFen = rangeOf(outcomes, ({ insurerFen }) => insurerFen + ownCostFen);
  return { column: { way, days, outcomes, ownCostFen, costFen, awardedFen: rangeOf(outcomes, ({ awardedFen }) => awardedFen) }, problems };
};

/**
 * 方案比较: every outcome is computed by the engine from the case's own input with replaced values; the difference is to the first
 * scenario. Source: product.md, step 6: settle now, after an appraisal, in court.
 */
export const compareScenarios = ({ pack, scenarios, ...replaced }: ComparisonInput): ScenarioComparison => {
  const computed = scenarios.map((scenario, index) => computeColumn(scenario, index, { replaced, pack }));
  const problems = computed.flatMap((one) => one.problems);
  if (problems.length > 0) return { ok: false, problems };
  const columns = computed.flatMap(({ column }) => (column === null ? [] : [column]));
  const [base] = columns;
  return {
    ok: true,
    columns: columns.map((column) => ({
      ...column,
      difference: {
        costFen: column.costFen.expected - (base?.costFen.expected ?? 0),
        awardedFen: column.awardedFen.expected - (base?.awardedFen.expected ?? 0),
        days: column.days - (base?.days ?? 0),
      },
    })),
  };
};
