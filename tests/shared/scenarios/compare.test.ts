import { describe, expect, it } from 'vitest';
import {
  compareScenarios,
  ownVehicleOf,
  scenarioProblem,
  type ComparisonInput,
  type ScenarioColumn,
} from '../../../shared/scenarios/compare.ts';
import { scenarioSentences } from '../../../shared/scenarios/sentences.ts';
import { elderlyScenarios, emptyScenarios } from '../../../shared/scenarios/templates.ts';
import type { CaseInput } from '../../../shared/settlement/input/case-input.ts';
import { byHand } from '../settlement/by-hand.ts';
import { pack, plainCase } from '../settlement/read-case.ts';

const noRates = { lostIncomeFen: null, nursingFen: null, nutritionFen: null };

/** An old woman with a bruise: medical cost within the sub-limit, nothing else on paper. */
const oldWoman: CaseInput = plainCase({
  vehicles: [{ id: 'car', fault: 'main', ratio: 0.7, compulsory: { insured: true }, commercial: { limit: 1_000_000 } }],
  victims: [{ id: 'v', age: 78, items: { medical: 6_000 } }],
});

const elderly = elderlyScenarios(noRates);
const compared = (changes: Partial<ComparisonInput> = {}): readonly ScenarioColumn[] => {
  const base = { input: oldWoman, pack, victimId: 'v', ownVehicle: 'car', ...elderly };
  const result = compareScenarios({ ...base, ...changes });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.columns;
};
const fen = (sum: string): number => Math.round(Number(byHand(sum)) * 100);

describe('scenarios side by side', () => {
  it('the elderly example: half of nursing and nutrition now, against what an appraisal would grant and cost', () => {
    const [now, appraisal, court] = compared();
    expect(now?.costFen).toEqual({ low: fen('6000 + 30 × 170'), expected: fen('6000 + 30 × 170'), high: fen('6000 + 30 × 170') });
    const granted = '6000 + 60 × 170 + 2500 × 70%';
    expect(appraisal?.costFen).toEqual({
      low: fen('6000 + 2500 × 70%'),
      expected: fen(`(${granted}) × 70% + (6000 + 90 × 170 + 2500 × 70%) × 20% + (6000 + 2500 × 70%) × 10%`),
      high: fen('6000 + 90 × 170 + 2500 × 70%'),
    });
    expect(court?.costFen.expected).toBe((appraisal?.costFen.expected ?? 0) + fen('3000'));
    expect(appraisal?.difference.costFen).toBe((appraisal?.costFen.expected ?? 0) - (now?.costFen.expected ?? 0));
  });

  it('the court fee is owed by the person at fault and never by the covers', () => {
    const [, , court] = compared();
    expect(court?.outcomes[0]).toMatchObject({ insurerFen: fen('6000 + 60 × 170 + 2500 × 70%'), othersFen: fen('600') });
  });

  it('an untouched case comes out the same in all three ways', () => {
    const [now, appraisal, court] = compared(emptyScenarios());
    expect(now?.costFen.expected).toBe(fen('6000'));
    expect([appraisal?.difference.costFen, court?.difference.costFen]).toEqual([0, 0]);
  });

  it('grade and ratio of an outcome replace those of the case', () => {
    const { scenarios } = emptyScenarios();
    const [first] = scenarios;
    const input: CaseInput = { ...oldWoman, victims: [{ id: 'v', age: 78, gradedOn: '2024-09-01', items: { medical: 38_000 } }] };
    const outcomes = [{ ...first!.outcomes[0]!, grade: 10, ratio: 50 }];
    const [now] = compared({ input, scenarios: [{ ...first!, outcomes }] });
    expect(now?.costFen.expected).toBe(fen('18000 + 41327 × 5 × 10% + 20000 × 50%'));
  });

  it('an outcome without chance is shown and does not widen the range', () => {
    const { scenarios } = emptyScenarios();
    const [first] = scenarios;
    const [only] = first!.outcomes;
    const outcomes = [only!, { ...only!, chance: 0, nursingDays: 300 }];
    const [now] = compared({ rates: { ...noRates, nursingFen: 12_000 }, scenarios: [{ ...first!, outcomes }] });
    expect(now?.outcomes).toHaveLength(2);
    expect(now?.costFen.low).toBe(now?.costFen.high);
  });

  it('a rate that neither the case nor the set has is asked for by the engine, with the outcome named', () => {
    const { scenarios } = emptyScenarios();
    const [first] = scenarios;
    const outcomes = [{ ...first!.outcomes[0]!, nursingDays: 10 }];
    const result = compareScenarios({
      input: oldWoman,
      pack,
      victimId: 'v',
      ownVehicle: 'car',
      rates: noRates,
      scenarios: [{ ...first!, outcomes }],
    });
    expect(result).toMatchObject({
      ok: false,
      problems: [{ kind: 'engine', scenario: 0, outcome: 0, errors: [{ path: 'victims[0].items.nursing.dailyRate' }] }],
    });
  });

  it('chances that do not make up the whole are a problem, not a wrong expected value', () => {
    const scenarios = elderly.scenarios.map((one, index) => (index === 1 ? { ...one, outcomes: one.outcomes.slice(1) } : one));
    expect(scenarioProblem(scenarios)).toMatchObject({ code: 'scenario.chances', facts: { sum: 30 } });
    expect(compareScenarios({ input: oldWoman, pack, victimId: 'v', ownVehicle: 'car', rates: elderly.rates, scenarios })).toEqual({
      ok: false,
      problems: [{ kind: 'chances', scenario: 1, sum: 30 }],
    });
  });
});

describe('the difference in words', () => {
  const codes = (columns: readonly ScenarioColumn[], index: number): string[] =>
    scenarioSentences(columns[index]!, columns[0]!).map(({ code }) => code);

  it('names money, time and what the person gets', () => {
    const columns = compared();
    expect(codes(columns, 1)).toEqual(['costs-more', 'takes-longer', 'gets-more']);
    expect(codes(columns, 0)).toEqual([]);
  });

  it('says so when even the best outcome costs more', () => {
    const scenarios = elderly.scenarios.map((one) => ({ ...one, outcomes: [{ ...one.outcomes[0]!, chance: 100 }] }));
    expect(codes(compared({ scenarios }), 2)).toContain('more-in-every-case');
  });
});

describe('the own vehicle', () => {
  it('is the named one, else the only insured one, else unknown', () => {
    const two = {
      ...oldWoman,
      vehicles: [...oldWoman.vehicles, { id: 'b', fault: 'minor' as const, ratio: 0.3, compulsory: { insured: true } }],
    };
    expect([ownVehicleOf(two, 'b'), ownVehicleOf(oldWoman, null), ownVehicleOf(two, null)]).toEqual(['b', 'car', null]);
  });
});
