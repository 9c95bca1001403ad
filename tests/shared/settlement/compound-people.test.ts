import { describe, it } from 'vitest';
import { expectWorked, type File } from './written-down.ts';

const shanxi = { forumRegion: '山西省', income: 43036, consumption: 26089, wage: 99919 };
const car = (changes: File = {}): File => ({ id: 'car', fault: '主责', ratio: '70%', compulsory: true, commercial: 1_000_000, ...changes });

describe('ages above 60 and 75, worked by hand', () => {
  it('67 on the day before a birthday: thirteen years; a wife of 76: five; the owner is refunded layer by layer', () => {
    const file = {
      accident: '2023-11-02',
      statistics: shanxi,
      conventions: { appraisalFee: 'deathDisability' },
      vehicles: [car({ commercial: { limit: 30_000, clauseSet: '2014', noDeductibleRider: false } })],
      victims: [
        {
          id: 'v',
          bornOn: '1957年3月2日',
          gradedOn: '2025-03-01',
          items: {
            medical: [51_200.35, 1_880.2],
            hospitalMeals: { dailyRate: 100, days: '41天' },
            nutrition: { dailyRate: 50, days: 90 },
            nursing: [
              { dailyRate: 120, days: 41, carers: 2 },
              { dailyRate: 120, days: 49 },
            ],
            disabilityCompensation: { grades: ['九级', '十级'], method: 'SHANXI-2020' },
            dependantsLiving: [{ name: '妻子', relation: '妻子', age: 76, incapable: true, supporters: 3 }],
            mentalDistress: { base: 50_000 },
            appraisalFee: 2_500,
          },
        },
      ],
      advances: [{ by: '车主', amount: 40_000, group: '医疗' }],
    };
    expectWorked(
      file,
      {
        nursing: '120 × 41 × 2 + 120 × 49',
        disability: '43036 × 13 × 22%',
        wife: '26089 × 5 ÷ 3 × 22%',
        lasting: 'nursing + disability + wife + 50000 × 22% + 2500',
        medical: '51200.35 + 1880.20 + 41 × 100 + 90 × 50',
        liable: '(medical − 18000) × 70%',
        commercial: 'min(liable; 30000) × 85%',
        own: 'liable − commercial',
      },
      {
        items: { v: { nursing: 'nursing', disabilityCompensation: 'disability', dependantsLiving: 'wife' } },
        payers: { 'compulsory:car': '18000 + lasting', 'commercial:car': 'commercial', 'person:car': 'own' },
        refunded: { v: '40000 − own' },
        receives: { v: '18000 + lasting + liable − 40000' },
      },
    );
  });

  it('dead at 75, two others of 60 and 74 hurt in the same accident: 5, 20 and 6 years share one limit', () => {
    const file = {
      accident: '2024-05-01',
      statistics: shanxi,
      vehicles: [car({ fault: 'equal', ratio: 0.6, commercial: 200_000 })],
      victims: [
        {
          id: 'dead',
          bornOn: '1949-05-02',
          diedOn: '2024-05-02',
          items: {
            deathCompensation: {},
            funeral: {},
            funeralRelatives: { lines: [{ dailyRate: 120, days: 5, carers: 3 }], receipts: [640] },
            dependantsLiving: [{ relation: 'spouse', age: 80, incapable: true, supporters: 5 }],
            mentalDistress: 50_000,
            medical: 9_000,
          },
        },
        { id: 'sixty', age: 60, gradedOn: '2024-12-01', items: { disabilityCompensation: { grades: [8] }, medical: 27_000 } },
        { id: 'seventyfour', age: 74, gradedOn: '2024-12-01', items: { disabilityCompensation: { grades: [10] }, appraisalFee: 1_999.99 } },
      ],
    };
    expectWorked(
      file,
      {
        dead: '43036 × 5 + 99919 ÷ 2 + 120 × 5 × 3 + 640 + 26089 × 5 ÷ 5 + 50000',
        sixty: '43036 × 20 × 30%',
        old: '43036 × 6 × 10%',
        all: 'dead + sixty + old',
        deadShare: '180000 × dead ÷ all',
        sixtyShare: '180000 × sixty ÷ all',
        oldShare: '180000 − deadShare − sixtyShare',
        deadOwed: '(dead − deadShare + 9000 − 18000 × 9 ÷ 36) × 60%',
        sixtyOwed: '(sixty − sixtyShare + 27000 − 18000 × 27 ÷ 36) × 60%',
        oldOwed: '(old − oldShare + 1999.99) × 60%',
        owed: 'deadOwed + sixtyOwed + oldOwed',
        deadCover: 'min(200000; owed) × deadOwed ÷ owed',
        sixtyCover: 'min(200000; owed) × sixtyOwed ÷ owed',
      },
      {
        items: { sixty: { disabilityCompensation: 'sixty' }, seventyfour: { disabilityCompensation: 'old' } },
        payers: { 'compulsory:car': '198000', 'commercial:car': '200000', 'person:car': 'owed − 200000' },
        receives: {
          dead: 'deadShare + 4500 + deadOwed',
          sixty: 'sixtyShare + 13500 + sixtyOwed',
          seventyfour: 'oldShare + oldOwed',
        },
      },
    );
  });

  it('59 and wholly dependent: twenty years of nursing, devices to 78, and the person above all cover', () => {
    const file = {
      accident: '2023-01-05',
      statistics: shanxi,
      vehicles: [car({ fault: 'full', ratio: undefined, commercial: { limit: 1_000_000, absoluteDeductibles: ['5%'] } })],
      victims: [
        {
          id: 'v',
          age: 59,
          gradedOn: '2024-06-01',
          items: {
            disabilityCompensation: { grades: [1] },
            nursingDependence: { level: '完全', dailyRate: 120, years: 20 },
            assistiveDevice: [
              { price: 5_800, lifeExpectancy: 78, cycleYears: 4, maintenanceRate: '5%' },
              { price: '1299.50', count: 2 },
            ],
            mentalDistress: { schedule: '山西', amount: 50_000 },
            lostIncome: { annualRate: 52_118, days: 240, dailyRounding: '0.01' },
            followUpTreatment: [{ unitPrice: 300, times: 20 }],
          },
        },
      ],
      advances: [{ by: 'commercial', amount: 100_000 }],
    };
    expectWorked(
      file,
      {
        day: '52118 ÷ 365',
        lasting: '43036 × 20 + 120 × 365 × 20 + 5800 × 5 + 5800 × 5% × 19 + 1299.50 × 2 + 50000 + day × 240',
        excess: 'lasting − 180000',
        cover: '1000000 × 95%',
      },
      {
        items: { v: { lostIncome: 'day × 240', assistiveDevice: '5800 × 5 + 5800 × 5% × 19 + 1299.50 × 2' } },
        payers: { 'compulsory:car': '186000', 'commercial:car': 'cover', 'person:car': 'excess − cover' },
        receives: { v: '6000 + lasting − 100000' },
      },
    );
  });
});

describe('dependants under the yearly cap, worked by hand', () => {
  const family = [
    { label: 'father', relation: 'father', age: 72, incapable: true, supporters: 2 },
    { label: 'mother', relation: 'mother', age: 70, incapable: true, supporters: 2 },
    { label: 'daughter', relation: 'daughter', age: 10, supporters: 2 },
    { label: 'son', relation: 'son', bornOn: '2008-02-10', supporters: 2 },
  ];
  const hurt = (grades: number[], dependantsCap?: string): File => ({
    accident: '2023-06-01',
    statistics: shanxi,
    ...(dependantsCap === undefined ? {} : { conventions: { dependantsCap } }),
    vehicles: [car({ fault: 'equal', ratio: '50%' })],
    victims: [
      {
        id: 'v',
        age: 41,
        gradedOn: '2024-03-01',
        items: { disabilityCompensation: { grades }, dependantsLiving: family, medical: 17_500 },
      },
    ],
  });
  // Terms: father 8, mother 10, daughter 8, son (16 on the day) 2. Shares: two years of 2, six of 1½, two of ½.
  it.each([
    ['before the coefficient: ten halves become two, six and two halves', [6], 'beforeCoefficient', '26089 × (2 + 6 + 2 ÷ 2) × 50%'],
    ['after it: two years of 1 are just not cut at grade 6', [6], 'afterCoefficient', '26089 × (8 + 10 + 8 + 2) ÷ 2 × 50%'],
    ['after it at grade 2: 1.8 and 1.35 are cut, 0.45 is not', [2], 'afterCoefficient', '26089 × 2 + 26089 × 6 + 26089 × 2 ÷ 2 × 90%'],
    ['at grade 10 only the convention matters', [10], 'beforeCoefficient', '26089 × (2 + 6 + 1) × 10%'],
  ])('%s', (_name, grades, cap, living) => {
    const share = (11 - (grades[0] ?? 10)) * 10;
    expectWorked(
      hurt(grades, cap),
      { living, disability: `43036 × 20 × ${share}%`, lasting: 'living + disability' },
      {
        items: { v: { dependantsLiving: 'living' } },
        payers: {
          'compulsory:car': '17500 + min(180000; lasting)',
          ...(share === 10 ? {} : { 'commercial:car': '(lasting − 180000) × 50%' }),
        },
        receives: { v: '17500 + min(180000; lasting) + (lasting − min(180000; lasting)) × 50%' },
      },
    );
  });

  it('death: both conventions are one, months are months, and the elders keep theirs', () => {
    const file = {
      accident: '2024-02-01',
      statistics: shanxi,
      conventions: { dependantsSplit: 'seniorFirst' },
      vehicles: [car()],
      victims: [
        {
          id: 'v',
          age: 41,
          diedOn: '2024-02-03',
          items: {
            deathCompensation: {},
            dependantsLiving: [
              { label: 'mother', relation: 'mother', age: 62, incapable: true, supporters: 1 },
              { label: 'child', relation: 'child', monthsGiven: 30, share: '1/2' },
            ],
          },
        },
      ],
    };
    expectWorked(
      file,
      { living: '26089 × 18', all: '43036 × 20 + living' },
      {
        items: { v: { dependantsLiving: 'living' } },
        payers: { 'compulsory:car': '180000', 'commercial:car': '(all − 180000) × 70%' },
        receives: { v: '180000 + (all − 180000) × 70%' },
      },
    );
  });
});

describe('several grades by every method, worked by hand', () => {
  it.each([
    ['SHANXI-2020: 8+9+10+10', { grades: [10, 8, 9, 10], method: 'SHANXI-2020' }, '37%'],
    ['SHANXI-2020: additions stop at a tenth', { grades: [8, 7, 5, 9], method: 'SHANXI-2020' }, '70%'],
    ['SHANXI-2020: grade 1 takes nothing more', { grades: [1, 2, 10], method: 'SHANXI-2020' }, '100%'],
    ['PLUS-1-PER-10: 9+10+10', { grades: [9, 10, 10], method: 'PLUS-1-PER-10' }, '22%'],
    ['GB18667-B: 7 with 3 % and 2.5 %', { grades: [7, 9, 10], method: 'GB18667-B', additions: ['3%', '2.5%'] }, '45.5%'],
    ['GB18667-B: together at most a tenth', { grades: [7, 9, 10], method: 'GB18667-B', additions: ['8%', '5%'] }, '50%'],
    ['MANUAL: 11 % with a reason', { grades: [10, 10], method: 'MANUAL', coefficient: '11%', reason: 'the court' }, '11%'],
  ])('%s, with dependants, distress and participation of three items', (_name, grades, share) => {
    const file = {
      accident: '2024-04-08',
      statistics: shanxi,
      vehicles: [car()],
      victims: [
        {
          id: 'v',
          age: 61,
          gradedOn: '2025-01-10',
          participation: { applies: true, rate: '75%', items: ['disabilityCompensation', 'dependantsLiving'], reason: 'old injury' },
          items: {
            disabilityCompensation: grades,
            dependantsLiving: [{ relation: 'father', age: 88, incapable: true, supporters: 4 }],
            mentalDistress: { base: 50_000, ownFaultReduction: '30%' },
            lostIncome: { incomes: [60_000, 58_000, 62_500], days: 150, received: 9_100 },
          },
        },
      ],
    };
    expectWorked(
      file,
      {
        disability: `43036 × 19 × ${share} × 75%`,
        living: `26089 × 5 ÷ 4 × ${share} × 75%`,
        distress: `50000 × ${share} × 70%`,
        wage: '(60000 + 58000 + 62500) ÷ 3 ÷ 365 × 150 − 9100',
        all: 'disability + living + distress + wage',
        cover: 'min(180000; all)',
      },
      {
        items: {
          v: { disabilityCompensation: 'disability', dependantsLiving: 'living', mentalDistress: 'distress', lostIncome: 'wage' },
        },
        payers: {
          'compulsory:car': 'cover',
          ...(Number(share.slice(0, -1)) > 24 ? { 'commercial:car': '(all − cover) × 70%' } : {}),
        },
        receives: { v: 'cover + (all − cover) × 70%' },
      },
    );
  });
});
