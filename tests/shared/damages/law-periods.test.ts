import { describe, expect, it } from 'vitest';
import type { CaseInput } from '../../../shared/settlement/input/case-input.ts';
import { byHand } from '../settlement/by-hand.ts';
import { plainCase, problems, settled } from '../settlement/read-case.ts';

type Victim = CaseInput['victims'][number];
type Items = Victim['items'];

const caseOf = (items: Items, victim: Partial<Victim> = {}, changes: Partial<CaseInput> = {}): CaseInput =>
  plainCase({
    statistics: { forumRegion: '山西', year: 2024, income: 40_000, wage: 90_000, livingCost: 6_000 },
    victims: [{ id: 'v', age: 40, gradedOn: '2024-09-01', ...victim, items }],
    ...changes,
  });

const amount = (key: keyof Items, items: Items, victim: Partial<Victim> = {}, changes: Partial<CaseInput> = {}): string | undefined =>
  settled(caseOf(items, victim, changes)).victims[0]?.items.find((entry) => entry.key === key)?.amountYuan;

describe('periods at a rate (art. 7–11)', () => {
  it.each([
    ['a sum for a month of five', { monthlyRate: '7293.65', months: 5 }, '7293.65 × 5'],
    ['a yearly wage for months', { annualRate: 61_000, months: 5 }, '61000 ÷ 12 × 5'],
    ['a three-year average for months', { incomes: [60_000, 66_000, 71_000], months: 7 }, '(60000 + 66000 + 71000) ÷ 3 ÷ 12 × 7'],
    ['a three-year average for days', { incomes: [60_000, 66_000, 71_000], days: 101 }, '(60000 + 66000 + 71000) ÷ 3 ÷ 365 × 101'],
    ['an industry wage', { industry: { region: '全国', year: 2025, series: '建筑' }, days: 77 }, '92036 ÷ 365 × 77'],
    ['a daily rate for years', { dailyRate: 120, years: 2 }, '120 × 365 × 2'],
    ['a month of 21.75 days', { monthlyRate: 5_000, monthDays: 21.75, days: 33 }, '5000 ÷ 21.75 × 33'],
    ['dates of which both count', { dailyRate: 80, fromOn: '2024-02-28', untilOn: '2024-03-01' }, '80 × 3'],
    ['days less days without treatment', { dailyRate: 100, days: 73, excludedDays: 20 }, '100 × (73 − 20)'],
    ['pay that went on', { annualRate: 44_675, days: 150, received: '8691.31' }, '44675 ÷ 365 × 150 − 8691.31'],
    ['pay above the loss', { dailyRate: 80, days: 10, received: 1_000 }, '0'],
    ['a half fen, which goes up', { dailyRate: '0.01', days: 0.5 }, '0.01'],
  ] as const)('%s: %j = %s', (_name, lostIncome, sum) => {
    expect(amount('lostIncome', { lostIncome: lostIncome as unknown as Items['lostIncome'] })).toBe(byHand(sum));
  });

  it.each([
    [
      'invoice, then two carers, then one at a yearly wage',
      {
        carersOpinion: 'discharge note',
        lines: [{ lineAmount: 1_440 }, { dailyRate: 120, days: 12.5, carers: 2 }, { annualRate: 34_873, days: 20 }],
      },
      '1440 + 120 × 12.5 × 2 + 34873 ÷ 365 × 20',
    ],
    [
      'one rate beside the lines',
      { dailyRate: 110, carersOpinion: 'opinion', lines: [{ days: 30, carers: 2 }, { days: 60 }, { dailyRate: 90, days: 1 }] },
      '110 × 30 × 2 + 110 × 60 + 90',
    ],
    [
      'what was received, beside the lines, once',
      {
        received: 500,
        lines: [
          { dailyRate: 100, days: 10 },
          { dailyRate: 50, days: 4 },
        ],
      },
      '1000 + 200 − 500',
    ],
  ] as const)('nursing: %s', (_name, nursing, sum) => {
    expect(amount('nursing', { nursing: nursing as unknown as Items['nursing'] })).toBe(byHand(sum));
  });

  it.each([
    [{ dailyRate: 100, annualRate: 40_000, days: 5 }, 'settle.contradiction victims[0].items.lostIncome.annualRate'],
    [{ dailyRate: 100, days: 5, months: 1 }, 'settle.contradiction victims[0].items.lostIncome.months'],
    [{ dailyRate: 100, months: 2 }, 'settle.missing-input victims[0].items.lostIncome.days'],
    [{ monthlyRate: 5_000, days: 5 }, 'settle.missing-input victims[0].items.lostIncome.monthDays'],
    [{ days: 9, lines: [{ dailyRate: 100, days: 5 }] }, 'settle.contradiction victims[0].items.lostIncome.days'],
    [{ dailyRate: 100, fromOn: '2024-05-02', untilOn: '2024-05-01' }, 'settle.impossible-date victims[0].items.lostIncome.untilOn'],
  ])('%j is asked about: %s', (lostIncome, problem) => {
    expect(problems(caseOf({ lostIncome }))).toContain(problem);
  });

  it('counted days win over the dates, and the difference is remarked', () => {
    const input = caseOf({ hospitalMeals: { dailyRate: 100, days: 12, fromOn: '2024-03-01', untilOn: '2024-03-13' } });
    expect(settled(input).summary.loss.yuan).toBe('1200.00');
    expect(settled(input).remarks.map((remark) => remark.code)).toContain('days-differ-from-period');
  });

  it('lost income from a birth date and from dates is warned about as from an age and from days', () => {
    const lostIncome = { dailyRate: 80, fromOn: '2024-03-01', untilOn: '2026-04-30' };
    const victim = { bornOn: '1960-01-01', age: undefined, gradedOn: '2026-04-01' };
    const codes = settled(caseOf({ lostIncome }, victim)).remarks.map((remark) => remark.code);
    expect(codes).toEqual(expect.arrayContaining(['retiree-needs-proof', 'lost-income-after-grading', 'period-above-24-months']));
  });

  it.each([
    ['a fixed income above three living costs', { annualRate: 30_000, days: 73, fixedIncome: true }, '6000 × 3 ÷ 365 × 73'],
    ['the same by the month', { monthlyRate: 2_500, months: 2, fixedIncome: true }, '6000 × 3 ÷ 12 × 2'],
    ['an income that is not fixed', { annualRate: 30_000, days: 73 }, '30000 ÷ 365 × 73'],
  ])('CN-1992: %s: %j', (_name, lostIncome, sum) => {
    const then = { accident: { on: '2003-02-01' }, filedOn: '2003-10-01', vehicles: [{ id: 'A', fault: 'full' as const }] };
    expect(amount('lostIncome', { lostIncome }, { gradedOn: undefined }, then)).toBe(byHand(sum));
  });
});

describe('later costs', () => {
  it.each([
    ['most dependence for eight years', { level: 'most', dailyRate: 120, years: 8 }, '120 × 365 × 8 × 80%'],
    ['a monthly rate for part dependence', { level: 'part', monthlyRate: 3_600, years: 5 }, '3600 × 12 × 5 × 50%'],
    ['a coefficient lowered for devices', { coefficient: '45%', annualRate: 50_001, years: 5 }, '50001 × 5 × 45%'],
    [
      'five years full, then fifteen in part',
      {
        dailyRate: 100,
        lines: [
          { level: 'full', years: 5 },
          { level: 'part', years: 15 },
        ],
      },
      '100 × 365 × 5 + 100 × 365 × 15 × 50%',
    ],
  ] as const)('nursing after grading: %s = %j', (_name, nursingDependence, sum) => {
    expect(amount('nursingDependence', { nursingDependence: nursingDependence as unknown as Items['nursingDependence'] })).toBe(
      byHand(sum),
    );
  });

  it('nursing after grading is at most twenty years in all, and a light grade is remarked', () => {
    const lines = [
      { level: 'full' as const, years: 10 },
      { level: 'part' as const, years: 11 },
    ];
    expect(problems(caseOf({ nursingDependence: { dailyRate: 100, lines } }))).toEqual([
      'settle.years-above-rule victims[0].items.nursingDependence.years',
    ]);
    const light = caseOf({ disabilityCompensation: { grades: [9] }, nursingDependence: { level: 'part', dailyRate: 100, years: 5 } });
    expect(settled(light).remarks.map((remark) => remark.code)).toContain('light-grade-nursing');
  });

  it.each([
    ['bought once', { price: 3_500 }, '3500'],
    ['every four years in a term of 30', { price: 28_000, termYears: 30, cycleYears: 4 }, '28000 × 8'],
    [
      'to an age of 75, upkeep five percent a year',
      { price: 28_000, lifeExpectancy: 75, cycleYears: 4, maintenanceRate: '5%' },
      '28000 × 9 + 28000 × 5% × 35',
    ],
    [
      'a pair, rounded down',
      { price: 1_200, count: 2, termYears: 20, cycleYears: 3, rounding: 'down', maintenancePerYear: 60 },
      '1200 × 2 × 6 + 60 × 20',
    ],
    ['not rounded', { price: 900, termYears: 20, cycleYears: 3, rounding: 'none' }, '900 × 20 ÷ 3'],
  ] as const)('a device %s: %j', (_name, device, sum) => {
    const devices = [device] as unknown as NonNullable<Extract<Items['assistiveDevice'], object>['devices']>;
    expect(amount('assistiveDevice', { assistiveDevice: { devices } }, { bornOn: '1983-10-01', age: undefined })).toBe(byHand(sum));
  });

  it.each([
    [
      'two teeth every four years to 72, born 32 years before (D01)',
      { unitPrice: 500, count: 2, lifeExpectancy: 72, cycleYears: 4 },
      '500 × 2 × 8',
    ],
    ['three operations', { unitPrice: 8_000, times: 3 }, '8000 × 3'],
    ['seven years in cycles of two, rounded up', { unitPrice: 1_000, years: 7, cycleYears: 2, rounding: 'up' }, '1000 × 4'],
  ] as const)('later treatment: %s', (_name, line, sum) => {
    const lines = [line] as unknown as NonNullable<Extract<Items['followUpTreatment'], object>['lines']>;
    expect(amount('followUpTreatment', { followUpTreatment: { lines } }, { bornOn: '1984-08-01', age: undefined })).toBe(byHand(sum));
  });

  it.each([
    ['the wage of the file', {}, {}, '90000 ÷ 12 × 6'],
    ['a series of the pack', { wage: { year: 2024, series: '在岗', region: '山西' } }, {}, '99919 ÷ 12 × 6'],
    ['another series of the same year', { wage: { year: 2024, series: '城镇非私营单位', region: '山西' } }, {}, '97781 ÷ 12 × 6'],
    ['a monthly figure', { wage: 12_183, monthlyWage: true }, {}, '12183 × 6'],
  ] as const)('funeral by %s: %j', (_name, funeral, changes, sum) => {
    expect(amount('funeral', { funeral: funeral as unknown as Items['funeral'] }, {}, changes)).toBe(byHand(sum));
  });

  it('relatives’ funeral costs add lost pay of three and tickets', () => {
    const funeralRelatives = { dailyRate: 100, days: 5, carers: 3, receipts: ['320.50', { amount: 80 }] };
    expect(amount('funeralRelatives', { funeralRelatives })).toBe(byHand('100 × 5 × 3 + 320.50 + 80'));
  });

  it.each([
    ['50000 × k', { base: 50_000 }, '50000 × 20%'],
    ['the schedule by the worst grade', { schedule: '山西省' }, '10000'],
    ['less the own fault', { base: 50_000, ownFaultReduction: '30%' }, '50000 × 20% × 70%'],
  ])('mental distress by %s', (_name, mentalDistress, sum) => {
    expect(amount('mentalDistress', { disabilityCompensation: { grades: [9] }, mentalDistress })).toBe(byHand(sum));
  });
});
