import { describe, expect, it } from 'vitest';
import type { CaseInput } from '../../../shared/settlement/input/case-input.ts';
import { plainCase, problems, settled } from '../settlement/read-case.ts';

type Victim = CaseInput['victims'][number];

const oneVictim = (victim: Partial<Victim> & { items: Victim['items'] }, changes: Partial<CaseInput> = {}): CaseInput =>
  plainCase({ victims: [{ id: 'v', ...victim }], ...changes });

const item = (key: string, victim: Partial<Victim> & { items: Victim['items'] }, changes: Partial<CaseInput> = {}) =>
  settled(oneVictim(victim, changes)).victims[0]?.items.find((entry) => entry.key === key);

const remarks = (input: CaseInput): string[] => settled(input).remarks.map((remark) => `${remark.code} ${remark.path}`);

describe('heads of damage', () => {
  it('medical leaves out bills that are not allowed and what medical insurance paid', () => {
    const medical = {
      bills: [{ amount: '100.10' }, { amount: 50, allowed: false }, { amount: 200, paidByMedicalInsurance: '80.05' }],
      deductions: [{ amount: 10, reason: 'old disease' }],
    };
    expect(item('medical', { items: { medical } })?.amountYuan).toBe('210.05');
  });

  it.each([
    [{ dailyRate: 100, days: 29.5 }, '2950.00'],
    [{ monthlyRate: 6000, monthDays: 21.75, days: 10 }, '2758.62'],
    [{ monthlyRate: '7293.65', months: 5 }, '36468.25'],
    [{ annualRate: 45541, days: 120 }, '14972.38'],
    [{ incomes: [60000, 66000, 72000], days: 73 }, '13200.00'],
    [{ income: 44675, overDays: 270, days: 150, received: '8691.31' }, '16128.13'],
    [{ income: 44675, overDays: 270, dailyRounding: '0.1' as const, days: 150, received: '8691.31' }, '16133.69'],
    [{ fromOn: '2024-03-01', untilOn: '2024-03-31', dailyRate: 80, excludedDays: 1 }, '2400.00'],
    [{ industry: { region: '全国', year: 2025, series: '居民服务' }, days: 365 }, '70226.00'],
  ])('lost income of %j is %s', (lostIncome, yuan) => {
    expect(item('lostIncome', { items: { lostIncome } })?.amountYuan).toBe(yuan);
  });

  it('lost income past the day before grading, above two years or of a pensioner is remarked', () => {
    const found = remarks(oneVictim({ age: 66, gradedOn: '2026-06-01', items: { lostIncome: { dailyRate: 80, days: 850 } } }));
    expect(found).toEqual(
      expect.arrayContaining([
        'retiree-needs-proof victims[0].items.lostIncome',
        'lost-income-after-grading victims[0].items.lostIncome',
        'period-above-24-months victims[0].items.lostIncome',
      ]),
    );
  });

  it('nursing counts several carers by period and asks for the opinion', () => {
    const nursing = { lines: [{ dailyRate: 120, days: 20, carers: 2 }, { dailyRate: 120, days: 60 }, { lineAmount: 1500 }] };
    expect(item('nursing', { items: { nursing } })?.amountYuan).toBe('13500.00');
    expect(remarks(oneVictim({ items: { nursing } }))).toContain('several-carers-need-opinion victims[0].items.nursing.lines[0]');
  });

  it('nursing dependence multiplies by level and stops at twenty years', () => {
    expect(item('nursingDependence', { items: { nursingDependence: { level: 'most', dailyRate: 100, years: 10 } } })?.amountYuan).toBe(
      '292000.00',
    );
    expect(problems(oneVictim({ items: { nursingDependence: { level: 'full', dailyRate: 100, years: 21 } } }))).toEqual([
      'settle.years-above-rule victims[0].items.nursingDependence.years',
    ]);
  });

  it('assistive devices round the number of purchases up, later treatment rounds the number of cycles down', () => {
    const assistiveDevice = {
      devices: [
        { price: 30_000, termYears: 20, cycleYears: 6, maintenancePerYear: 500 },
        { label: 'crutch', price: 200, count: 2 },
      ],
    };
    const followUpTreatment = { lines: [{ unitPrice: 500, count: 2, years: 20, cycleYears: 6 }] };
    expect(item('assistiveDevice', { items: { assistiveDevice } })?.amountYuan).toBe('130400.00');
    expect(item('followUpTreatment', { items: { followUpTreatment } })?.amountYuan).toBe('3000.00');
    const asCourt = { devices: [{ price: 30_000, termYears: 20, cycleYears: 6, rounding: 'none' as const }] };
    expect(item('assistiveDevice', { items: { assistiveDevice: asCourt } })?.amountYuan).toBe('100000.00');
  });

  it('disability takes the age on the day of grading: the birthday makes the new age', () => {
    const victim = (bornOn: string) =>
      item('disabilityCompensation', { bornOn, gradedOn: '2024-12-01', items: { disabilityCompensation: { grades: [10] } } })?.amountYuan;
    expect([victim('1963-12-02'), victim('1963-12-01'), victim('1949-12-02'), victim('1949-12-01')]).toEqual([
      '82654.00',
      '78521.30',
      '24796.20',
      '20663.50',
    ]);
  });

  it('disability and death accept fewer years than the rule, and a court’s other years with a remark', () => {
    const claimed = (yearsClaimed: number) =>
      oneVictim({ age: 64, gradedOn: '2024-12-01', items: { disabilityCompensation: { grades: [10], yearsClaimed } } });
    expect(settled(claimed(15)).victims[0]?.totals.total.yuan).toBe('61990.50');
    expect(problems(claimed(17))).toEqual(['settle.years-above-rule victims[0].items.disabilityCompensation.yearsClaimed']);
    expect(remarks(oneVictim({ age: 60, diedOn: '2024-03-02', items: { deathCompensation: { yearsGiven: 19 } } }))).toContain(
      'years-given-differ victims[0].items.deathCompensation',
    );
  });

  it('a person one year before 60 or 75 is remarked', () => {
    expect(remarks(oneVictim({ age: 74, gradedOn: '2024-12-01', items: { disabilityCompensation: { grades: [10] } } }))).toContain(
      'near-age-step victims[0].items.disabilityCompensation',
    );
  });

  it('dependants follow the chosen cap, and the difference between the conventions is shown when none was chosen', () => {
    const items = {
      disabilityCompensation: { grades: [8] },
      dependantsLiving: {
        people: [
          { label: 'father', relation: 'parent' as const, age: 72, incapable: true, supporters: 2 },
          { label: 'child', relation: 'child' as const, age: 10, supporters: 2 },
          { label: 'elder child', relation: 'child' as const, age: 16, supporters: 2 },
        ],
      },
    };
    const with24000 = (conventions?: CaseInput['conventions']) =>
      oneVictim(
        { age: 40, gradedOn: '2024-12-01', items },
        { statistics: { income: 40_000, consumption: 24_000 }, ...(conventions === undefined ? {} : { conventions }) },
      );
    const dependants = (input: CaseInput) => settled(input).victims[0]?.items.find((entry) => entry.key === 'dependantsLiving');
    expect(dependants(with24000({ dependantsCap: 'beforeCoefficient' }))?.amountYuan).toBe('57600.00');
    expect(dependants(with24000())).toMatchObject({ amountYuan: '64800.00', mergedInto: 'disabilityCompensation' });
    expect(remarks(with24000())).toContain('dependants-cap-matters victims[0].items.dependantsLiving');
    const parts = dependants(with24000({ dependantsCap: 'beforeCoefficient', dependantsSplit: 'seniorFirst' }))?.working.parts.map(
      (part) => part.amountYuan,
    );
    expect(parts).toEqual(['28800.00', '25200.00', '3600.00']);
  });

  it('dependants of a dead person have coefficient 1, months when the court counted months, and an adult must be called incapable', () => {
    const dead = (people: object[]) =>
      oneVictim(
        { age: 40, diedOn: '2024-03-02', items: { deathCompensation: {}, dependantsLiving: { people: people as [] } } },
        { statistics: { income: 40_000, consumption: 24_000 } },
      );
    expect(settled(dead([{ monthsGiven: 28, supporters: 2 }])).victims[0]?.items.at(-1)?.amountYuan).toBe('28000.00');
    expect(problems(dead([{ age: 65, supporters: 2 }]))).toEqual([
      'settle.not-a-dependant victims[0].items.dependantsLiving.people[0].incapable',
    ]);
  });

  it('the funeral is half the annual wage of the named series, or six monthly wages', () => {
    expect(item('funeral', { items: { funeral: { byRule: true } } })?.amountYuan).toBe('48657.50');
    expect(item('funeral', { items: { funeral: { wage: { amount: 12183 }, monthlyWage: true } } })?.amountYuan).toBe('73098.00');
    expect(problems(oneVictim({ items: { funeral: { byRule: true } } }, { statistics: { forumRegion: '山西', year: 2024 } }))).toEqual([
      'settle.figure-ambiguous statistics.wage',
    ]);
  });

  it('mental distress comes from a full amount × coefficient or from a local schedule', () => {
    expect(
      item('mentalDistress', {
        age: 40,
        gradedOn: '2024-12-01',
        items: { disabilityCompensation: { grades: [8, 9], method: 'SHANXI-2020' }, mentalDistress: { base: 50_000 } },
      })?.amountYuan,
    ).toBe('16500.00');
    expect(item('mentalDistress', { items: { mentalDistress: { schedule: '山西', grade: 9, ownFaultReduction: 0.3 } } })?.amountYuan).toBe(
      '7000.00',
    );
  });

  it('the appraisal fee goes to the bucket of its convention', () => {
    const bucket = (appraisalFee: NonNullable<CaseInput['conventions']>['appraisalFee']) =>
      item('appraisalFee', { items: { appraisalFee: 2500 } }, { conventions: { appraisalFee } })?.group;
    expect([bucket(undefined), bucket('deathDisability'), bucket('personal')]).toEqual(['outside', 'deathDisability', 'personal']);
  });

  it('participation is off unless it is applied with a reason', () => {
    const amount = (participation: Victim['participation']) =>
      item('disabilityCompensation', {
        age: 40,
        gradedOn: '2024-12-01',
        ...(participation === undefined ? {} : { participation }),
        items: { disabilityCompensation: { grades: [10] } },
      })?.amountYuan;
    expect(amount(undefined)).toBe('82654.00');
    expect(amount({ applies: false, rate: '75%', reason: 'guiding case 24' })).toBe('82654.00');
    expect(amount({ applies: true, rate: '75%', items: ['disabilityCompensation'], reason: 'old fracture' })).toBe('61990.50');
  });

  it('the rules of 1992 use the living cost, their own years and the cap on fixed income', () => {
    const old = {
      accident: { on: '2002-05-01' },
      filedOn: '2003-02-01',
      statistics: { livingCost: 7300 },
      vehicles: [{ id: 'A', fault: 'full' as const, person: 'driver' }],
    };
    const victim = { age: 55, gradedOn: '2002-12-01' };
    expect(item('disabilityCompensation', { ...victim, items: { disabilityCompensation: { grades: [8] } } }, old)?.amountYuan).toBe(
      '32850.00',
    );
    expect(item('lostIncome', { ...victim, items: { lostIncome: { dailyRate: 100, days: 10, fixedIncome: true } } }, old)?.amountYuan).toBe(
      '600.00',
    );
    expect(problems(oneVictim({ items: { funeral: { byRule: true } } }, old))).toEqual([
      'settle.missing-input victims[0].items.funeral.amount',
    ]);
    expect(remarks(oneVictim({ items: { transport: 5 } }, old))).toContain('article-1992-secondary ruleSet');
  });

  it('dependants are a head of their own before 2010-07-01 and part of the compensation after it', () => {
    const merged = (filedOn: string) =>
      item(
        'dependantsLiving',
        {
          residence: 'rural',
          age: 40,
          gradedOn: '2009-12-01',
          items: {
            disabilityCompensation: { grades: [10], base: 9000 },
            dependantsLiving: { people: [{ age: 10, supporters: 2, base: 6000 }] },
          },
        },
        { accident: { on: '2009-05-01' }, filedOn, vehicles: [{ id: 'A', fault: 'full', compulsory: { insured: true } }] },
      );
    expect(merged('2010-06-30')).toMatchObject({ amountYuan: '2400.00', mergedInto: null });
    expect(merged('2010-07-01')).toMatchObject({ amountYuan: '2400.00', mergedInto: 'disabilityCompensation' });
  });

  it('a given amount wins over the computed one and the difference stays visible', () => {
    const found = item('nutrition', {
      items: { nutrition: { dailyRate: 50, days: 60, amount: 2000, claimed: 5000, reason: 'as the court' } },
    });
    expect(found).toMatchObject({
      amountFen: 200_000,
      computedFen: 300_000,
      claimedFen: 500_000,
      deductedFen: 300_000,
      reason: 'as the court',
    });
  });

  it('every line carries formula, values, inputs with source, article and rounding', () => {
    const working = item('disabilityCompensation', {
      age: 40,
      gradedOn: '2024-12-01',
      items: { disabilityCompensation: { grades: [8, 10], method: 'SHANXI-2020' } },
    })?.working;
    expect(working).toMatchObject({ formula: 'I × years × k', values: '41327 × 20 × 30% + 2% = 32%', rounding: 'half-up to 0.01, once' });
    expect(working?.article).toContain('art. 12');
    expect(working?.inputs[0]).toMatchObject({ name: 'income', value: '41327', mark: 'J' });
    expect(working?.inputs[0]?.source).toContain('liubu-standards');
  });
});

describe('base figures', () => {
  const disabled = (changes: Partial<CaseInput>, victim: Partial<Victim> = {}): CaseInput =>
    oneVictim({ age: 40, gradedOn: '2024-12-01', ...victim, items: { disabilityCompensation: { grades: [10] } } }, changes);

  it('come from the region of residence when it is named, while the funeral wage stays with the court', () => {
    const statistics = { forumRegion: '山西省', year: 2023, standardRegion: { region: '北京', reason: 'residence' } };
    expect(settled(disabled({ statistics })).victims[0]?.totals.total.yuan).toBe('177300.00');
    expect(item('funeral', { items: { funeral: { byRule: true } } }, { statistics })?.amountYuan).toBe('48657.50');
  });

  it('of the year before the debate ended are used; without any year the calculation asks', () => {
    expect(settled(disabled({ statistics: { forumRegion: '山西', debateEndedOn: '2025-03-01' } })).victims[0]?.totals.total.yuan).toBe(
      '86072.00',
    );
    expect(problems(disabled({ statistics: { forumRegion: '山西' } }))).toEqual(['settle.missing-statistics-year statistics.year']);
    expect(problems(disabled({ statistics: { forumRegion: '山西', year: 2001 } }))).toEqual(['settle.figure-not-found statistics.income']);
  });

  it('that are not verified are refused, and stay marked once accepted', () => {
    const unverified = { forumRegion: '浙江', year: 2023 };
    expect(problems(disabled({ statistics: unverified }))).toEqual(['settle.figure-unverified statistics.income']);
    const accepted = settled(disabled({ statistics: { ...unverified, acceptUnverified: true } }));
    expect([accepted.victims[0]?.items[0]?.mark, accepted.standards.figures[0]?.mark]).toEqual(['U', 'U']);
  });

  it('ask for residence before 2022-05-01, unless a pilot applies the urban standard to everybody', () => {
    const old = { accident: { on: '2021-05-01' }, filedOn: '2022-01-10', statistics: { forumRegion: '山西', year: 2022 } };
    expect(problems(disabled(old))).toEqual(['settle.missing-input victims[0].residence']);
    expect(problems(disabled(old, { residence: 'rural' }))).toEqual(['settle.figure-not-found statistics.income']);
    expect(settled(disabled(old, { residence: 'urban' })).victims[0]?.totals.total.yuan).toBe('79064.00');
    const pilot = { ...old, statistics: { ...old.statistics, urbanForAll: { applies: true, source: 'Shanxi pilot' } } };
    expect(settled(disabled(pilot, { residence: 'rural' })).victims[0]?.totals.total.yuan).toBe('79064.00');
  });
});
