import { describe, expect, it } from 'vitest';
import { pack } from '../settlement/read-case.ts';

const valueOf = (region: string, year: number, kind: string, series = ''): string | undefined =>
  pack.figures.find(
    (figure) => figure.region === region && figure.year === year && figure.kind === kind && (series === '' || figure.series === series),
  )?.value;

describe('the shipped standards pack', () => {
  it('names a source and a mark for every figure, period and practice', () => {
    const entries = [...pack.figures, ...pack.periods, ...pack.practice];
    expect(entries.length).toBeGreaterThan(250);
    expect(entries.filter((entry) => entry.source.trim() === '')).toEqual([]);
  });

  it('has each figure once by region, year, kind and series', () => {
    const keys = pack.figures.map((figure) => `${figure.region} ${figure.year} ${figure.kind} ${figure.series}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has plausible amounts: consumption below income, growing years within a fifth of each other', () => {
    const implausible = pack.figures
      .filter((figure) => figure.kind === 'urbanConsumption')
      .filter((figure) => Number(figure.value) >= Number(valueOf(figure.region, figure.year, 'urbanIncome') ?? Infinity));
    expect(implausible).toEqual([]);
    const national = pack.figures
      .filter((figure) => figure.region === '全国' && figure.kind === 'urbanIncome')
      .map((figure) => Number(figure.value));
    national
      .slice(1)
      .forEach((value, index) => expect(value / (national[index] ?? 1)).toSatisfy((growth: number) => growth > 1 && growth < 1.2));
  });

  it.each([
    ['山西', 2023, 'urbanIncome', '', '41327'],
    ['山西', 2024, 'urbanConsumption', '', '26089'],
    ['山西', 2024, 'wage', '在岗', '99919'],
    ['北京', 2023, 'urbanIncome', '', '88650'],
    ['江苏', 2018, 'wage', '', '72684'],
    ['全国', 2025, 'industryWage', '建筑', '92036'],
    ['四川', 2021, 'wage', '全口径', '81420'],
    ['上海', 2022, 'wage', '全口径', '146196'],
  ])('%s %i %s %s is %s', (region, year, kind, series, value) => {
    expect(valueOf(region, year, kind, series)).toBe(value);
  });

  it('marks recalled figures as not verified', () => {
    const unverified = pack.figures
      .filter((figure) => figure.mark === 'U')
      .map((figure) => `${figure.region} ${figure.year} ${figure.kind}`);
    expect(unverified).toEqual(
      expect.arrayContaining([
        '全国 2015 urbanIncome',
        '全国 2023 urbanConsumption',
        '浙江 2023 urbanIncome',
        '广东 2024 urbanIncome',
        '四川 2023 urbanIncome',
      ]),
    );
  });

  it('keeps the ranges of GA/T 1193-2014 in order, one row per code', () => {
    const codes = pack.periods.map((period) => period.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const period of pack.periods) {
      for (const range of [period.lostIncome, period.nursing, period.nutrition])
        expect(range === 'clinical' || range[0] <= range[1], period.code).toBe(true);
    }
    expect(pack.periods.find((period) => period.code === '10.2.8b')).toMatchObject({
      lostIncome: [180, 365],
      nursing: [90, 150],
      nutrition: [90, 180],
    });
    expect(pack.periods.find((period) => period.code === '10.2.15c')).toMatchObject({
      lostIncome: [90, 180],
      nursing: [30, 60],
      nutrition: [60, 90],
    });
  });
});
