import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCoefficient, type CoefficientInput } from '../../../shared/damages/engine/coefficient.ts';
import { exact, fenToYuan, sumExact, toFen, type Exact } from '../../../shared/damages/engine/exact.ts';
import { openLedger } from '../../../shared/damages/engine/ledger.ts';
import { ruleSets, selectRuleSet, yearsByAge } from '../../../shared/damages/engine/rule-sets.ts';
import { sumWithYearlyCap, type Annuity } from '../../../shared/damages/engine/yearly-cap.ts';
import { dependantYears } from '../../../shared/damages/items/dependants-living.ts';

describe('the rule set', () => {
  it.each([
    ['2022-05-01', undefined, undefined, 'CN-2022', 'accident'],
    ['2022-04-30', '2023-01-05', undefined, 'CN-2021', 'filing'],
    ['2020-06-01', '2020-12-31', undefined, 'CN-2003+2010', 'filing'],
    ['2020-06-01', '2021-01-01', undefined, 'CN-2021', 'filing'],
    ['2009-06-01', '2010-06-30', undefined, 'CN-2003', 'filing'],
    ['2004-04-01', '2004-05-01', undefined, 'CN-2003', 'filing'],
    ['2003-04-01', '2003-09-01', undefined, 'CN-1992', 'filing'],
    ['2021-06-01', undefined, '2021-09-01', 'CN-2021', 'settlement'],
  ])('for an accident on %s, filed %s, settled %s is %s', (accidentOn, filedOn, settledOn, id, by) => {
    expect(selectRuleSet({ accidentOn, filedOn, settledOn })).toMatchObject({ id, by });
  });

  it('is not guessed when neither filing nor settlement date is known before 2022-05-01', () => {
    expect(selectRuleSet({ accidentOn: '2021-06-01' })).toBeNull();
  });
});

describe('years by age', () => {
  const since2004 = ruleSets['CN-2022'].disabilityYears;
  it.each([
    [0, 20],
    [59, 20],
    [60, 20],
    [61, 19],
    [64, 16],
    [67, 13],
    [73, 7],
    [74, 6],
    [75, 5],
    [99, 5],
  ])('at %i are %i since 2004', (age, years) => {
    expect(yearsByAge(since2004, age)).toBe(years);
  });

  it.each([
    [50, 20],
    [51, 19],
    [60, 10],
    [69, 10],
    [70, 5],
  ])('at %i are %i for disability under CN-1992', (age, years) => {
    expect(yearsByAge(ruleSets['CN-1992'].disabilityYears, age)).toBe(years);
  });

  it.each([
    [10, 5],
    [13, 7],
    [15, 9],
    [16, 10],
    [40, 10],
    [72, 8],
    [90, 5],
  ])('at %i are %i for death under CN-1992', (age, years) => {
    expect(yearsByAge(ruleSets['CN-1992'].deathYears, age)).toBe(years);
  });

  it.each([
    [0, false, 18],
    [9, false, 9],
    [17, false, 1],
    [18, false, 0],
    [30, true, 20],
    [60, true, 20],
    [67, true, 13],
    [74, true, 6],
    [75, true, 5],
  ])('of a dependant aged %i (incapable: %s) are %i', (age, incapable, years) => {
    expect(dependantYears(age, incapable)).toBe(years);
  });
});

describe('the disability coefficient', () => {
  const coefficient = (input: CoefficientInput): string | undefined =>
    findCoefficient(input, { ledger: openLedger(), path: 'x' })?.value.toFixed();

  it('of one grade falls by a tenth per grade', () => {
    expect([1, 5, 9, 10].map((grade) => coefficient({ grades: [grade] }))).toEqual(['1', '0.6', '0.2', '0.1']);
  });

  it.each([
    [[10, 10], '0.12'],
    [[8, 10], '0.32'],
    [[10, 8], '0.32'],
    [[8, 9], '0.33'],
    [[9, 10, 10], '0.24'],
    [[2, 3, 4], '1'],
    [[1, 2], '1'],
    [[5, 6, 6, 7], '0.7'],
  ])('of grades %j is %s by the Shanxi method, whatever their order', (grades, value) => {
    expect(coefficient({ grades, method: 'SHANXI-2020' })).toBe(value);
  });

  it('adds one hundredth per further grade 10 by the Jiangsu method, which knows no other additions', () => {
    expect(coefficient({ grades: [9, 10], method: 'PLUS-1-PER-10' })).toBe('0.21');
    expect(coefficient({ grades: [8, 9], method: 'PLUS-1-PER-10' })).toBeUndefined();
  });

  it('takes typed additions, each and together at most a tenth, by annex B', () => {
    expect(coefficient({ grades: [9, 10, 10], method: 'GB18667-B', additions: [0.05, '4%'] })).toBe('0.29');
    expect(coefficient({ grades: [8, 9, 10], method: 'GB18667-B', additions: [0.08, 0.05] })).toBe('0.4');
    expect(coefficient({ grades: [8, 9], method: 'GB18667-B', additions: [0.11] })).toBeUndefined();
    expect(coefficient({ grades: [8, 9], method: 'GB18667-B' })).toBeUndefined();
  });

  it('asks for the method when there are several grades, with a suggestion', () => {
    const ledger = openLedger();
    expect(findCoefficient({ grades: [8, 10] }, { ledger, path: 'd' })).toBeUndefined();
    expect(ledger.errors).toMatchObject([{ code: 'settle.missing-input', path: 'd.method', suggestion: 'SHANXI-2020 = 32%' }]);
  });

  it('may be typed with a reason', () => {
    expect(coefficient({ grades: [10, 10], method: 'MANUAL', coefficient: '11%', reason: 'as the court did' })).toBe('0.11');
  });
});

describe('the yearly cap', () => {
  const annuity = (share: string, years: number, keepsShare = true): Annuity => ({
    yearly: exact(24_000).times(share),
    years: exact(years),
    keepsShare,
  });
  const family = [annuity('0.5', 8), annuity('0.5', 8, false), annuity('0.5', 2, false)];
  const total = (sums: readonly Exact[]): string => sumExact(sums).toFixed();

  it('cuts only the years above it: the illustration gives 57600 before and 64800 after the coefficient', () => {
    const before = sumWithYearlyCap(family, exact(24_000), 'proportional');
    expect(exact(total(before.sums)).times('0.3').toFixed()).toBe('57600');
    const reduced = family.map((entry) => ({ ...entry, yearly: entry.yearly.times('0.3') }));
    const after = sumWithYearlyCap(reduced, exact(24_000), 'proportional');
    expect([total(after.sums), after.cut]).toEqual(['64800', false]);
  });

  it('splits a cut year in proportion, or leaves the senior whole; the total stays', () => {
    const even = sumWithYearlyCap(family, exact(24_000), 'proportional').sums.map((sum) => sum.toFixed(0));
    const senior = sumWithYearlyCap(family, exact(24_000), 'seniorFirst').sums.map((sum) => sum.toFixed(0));
    expect(even).toEqual(['88000', '88000', '16000']);
    expect(senior).toEqual(['96000', '84000', '12000']);
  });

  it('never exceeds cap × longest term, and never cuts when the shares fit', () => {
    const people = fc.array(
      fc.record({ share: fc.integer({ min: 1, max: 5 }), years: fc.integer({ min: 0, max: 20 }), keepsShare: fc.boolean() }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(people, fc.constantFrom('proportional' as const, 'seniorFirst' as const), (list, split) => {
        const annuities = list.map((entry) => ({
          yearly: exact(30_000).div(entry.share),
          years: exact(entry.years),
          keepsShare: entry.keepsShare,
        }));
        const { sums, cut } = sumWithYearlyCap(annuities, exact(30_000), split);
        const longest = Math.max(...list.map((entry) => entry.years));
        expect(Number(total(sums))).toBeLessThanOrEqual(30_000 * longest + 1e-6);
        const shares = list.reduce((sum, entry) => sum + 1 / entry.share, 0);
        expect(cut && shares <= 1).toBe(false);
        for (const [index, sum] of sums.entries())
          expect(sum.lte((annuities[index]?.yearly ?? exact(0)).times(list[index]?.years ?? 0).plus('0.0001'))).toBe(true);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('rounding', () => {
  it('is half-up to the fen, once, and survives thirds', () => {
    expect([toFen(exact('0.005')), toFen(exact('0.0049')), toFen(exact('93146.005')), toFen(exact('0.015').div(3))]).toEqual([
      1, 0, 9_314_601, 1,
    ]);
    expect(fenToYuan(9_314_601)).toBe('93146.01');
  });
});
