import { describe, it } from 'vitest';
import { expectWorked, type File } from './written-down.ts';

const sums = (id: string, changes: File & { M?: number; X?: number; P?: number; O?: number }): File => {
  const { M, X, P, O, ...rest } = changes;
  const other = [
    ['medical', M],
    ['deathDisability', X],
    ['property', P],
    ['outside', O],
  ].flatMap(([group, amount]) => (amount === undefined ? [] : [{ label: group, group, amount }]));
  return { id, items: { other }, ...rest };
};

describe('several victims and vehicles, worked by hand', () => {
  it('two cars at fault and one without, a walker, a passenger and a driver, each with an own way', () => {
    const file = {
      accident: '2024-03-01',
      vehicles: [
        { id: 'a', fault: '主责', ratio: 0.7, compulsory: true, commercial: 300_000 },
        {
          id: 'b',
          fault: '次责',
          ratio: 0.3,
          compulsory: true,
          commercial: 100_000,
          seat: { driverLimit: 10_000, passengerLimit: 10_000 },
        },
        { id: 'c', fault: '无责', compulsory: true },
      ],
      victims: [
        sums('driver', { position: 'driver', inVehicle: 'b', M: 12_000, X: 60_000 }),
        sums('walker', { M: 60_000, X: 500_000, P: 3_000, O: 2_600 }),
      ],
    };
    // Medical: the driver asks a and c, the walker a, b and c. a: 18000 by 12 : 60, c: 1800 by 12 : 60, b: all for the walker.
    expectWorked(
      file,
      {
        driverM: '18000 × 12 ÷ 72 + 1800 × 12 ÷ 72',
        driverXOfA: '180000 × 60 ÷ 560',
        driverXOfC: '18000 × 60 ÷ 560',
        driverX: 'driverXOfA + driverXOfC',
        walkerM: '18000 × 60 ÷ 72 + 1800 × 60 ÷ 72 + 18000',
        walkerX: '180000 − driverXOfA + 18000 − driverXOfC + 180000',
        walkerP: '3000',
        things: '3000 × 2000 ÷ 4100',
        driverExcess: '12000 + 60000 − driverM − driverX',
        walkerExcess: '60000 + 500000 + 3000 + 2600 − walkerM − walkerX − walkerP',
        driverByA: 'driverExcess × 70%',
        walkerByA: 'walkerExcess × 70%',
        walkerByB: 'walkerExcess − walkerByA',
      },
      {
        payers: {
          'compulsory:a': '18000 + 180000 + things',
          'compulsory:b': '18000 + 180000 + things',
          'compulsory:c': '1800 + 18000 + 3000 − things − things',
          'commercial:a': 'driverByA + walkerByA',
          'commercial:b': 'walkerByB',
          'seat:b': '10000',
        },
        receives: {
          driver: 'driverM + driverX + driverByA + 10000',
          walker: 'walkerM + walkerX + 3000 + walkerExcess',
        },
      },
    );
  });

  it('a small loss beside a large one: what the small one cannot use goes to the other', () => {
    const file = {
      accident: '2021-01-10',
      filedOn: '2021-09-01',
      vehicles: [
        { id: 'a', fault: 'equal', ratio: '50%', compulsory: { insured: true, given: [{ victim: 'x', group: 'medical', amount: 5_000 }] } },
        { id: 'b', fault: 'equal', ratio: '50%', compulsory: { insured: true, used: { deathDisability: 150_000 } }, commercial: 50_000 },
      ],
      victims: [sums('x', { M: 20_000, X: 40_000 }), sums('y', { M: 3_000, X: 20_000 })],
    };
    // Medical: x has 5000 of a by the court and asks only b for the rest: 15000 of 18000, y has 3000 by halves (b lends nothing).
    expectWorked(
      file,
      { xM: '5000 + 15000', yM: '3000' },
      {
        payers: { 'compulsory:a': '5000 + 1500 + 60000 − 60000 × 30000 ÷ 60000 + 0', 'compulsory:b': '15000 + 1500 + 30000' },
        receives: { x: 'xM + 40000', y: 'yM + 20000' },
      },
    );
  });
});

describe('without fault, worked by hand', () => {
  it('a walker, one full fault uninsured and two without fault pleaded first', () => {
    const file = {
      accident: '2024-08-01',
      conventions: { noFaultOrder: 'first', appraisalFee: 'personalFull' },
      vehicles: [
        { id: 'u', fault: '全责', compulsory: false },
        { id: 'n', fault: '无责', compulsory: true },
        { id: 'm', fault: '无责', compulsory: true },
      ],
      victims: [{ ...sums('v', {}), items: { medical: 30_000, lostIncome: 250_000, property: 2_150, appraisalFee: 1_800 } }],
      advances: [{ by: '救助基金', amount: 20_000, group: 'medical' }],
    };
    expectWorked(
      file,
      {},
      {
        payers: {
          'compulsory:m': '1800 + 18000 + 100',
          'compulsory:n': '1800 + 18000 + 100',
          'uninsured:u': '18000 + 180000 + 1950',
          'person:u': '(30000 − 21600) + (250000 − 216000) + 1800',
        },
        refunded: { v: '20000' },
        receives: { v: '30000 + 250000 + 2150 + 1800 − 20000' },
      },
    );
  });

  it('a motor vehicle without fault towards an e-bike rider: its small limits, then a tenth', () => {
    const file = {
      accident: '2023-05-01',
      vehicles: [{ id: 'car', fault: 'none', ratio: '10%', compulsory: true, commercial: { limit: 500_000, deductibleAmount: 500 } }],
      victims: [sums('v', { position: '非机动车', M: 41_800, X: 318_000, P: 1_100 })],
    };
    expectWorked(
      file,
      { tenth: '(40000 + 300000 + 1000) × 10%' },
      {
        payers: { 'compulsory:car': '19900', 'commercial:car': 'tenth − 500', 'person:car': '500' },
        receives: { v: '19900 + tenth' },
      },
    );
  });

  it('a paying passenger of the car at fault: small limits of two other cars, the seat, then the driver', () => {
    const file = {
      accident: '2024-09-14',
      vehicles: [
        { id: 'own', fault: 'full', compulsory: true, commercial: 1_000_000, seat: { passengerLimit: 20_000, deductible: '10%' } },
        { id: 'x', fault: 'none', compulsory: true },
        { id: 'y', fault: 'none', compulsory: { insured: true, used: { deathDisability: 10_000 } } },
      ],
      victims: [sums('v', { position: '乘客', inVehicle: 'own', M: 2_000, X: 90_000, O: 1_000 })],
    };
    expectWorked(
      file,
      { rest: '90000 − 26000 + 1000' },
      {
        payers: { 'compulsory:x': '1000 + 18000', 'compulsory:y': '1000 + 8000', 'seat:own': '18000', 'person:own': 'rest − 18000' },
        receives: { v: '93000' },
      },
    );
  });
});

describe('old limits, worked by hand', () => {
  it('2007, filed 2008, rural, several dependants, property above its limit, mental distress refused', () => {
    const file = {
      accident: '2007-12-31',
      filedOn: '2008-06-01',
      vehicles: [
        {
          id: 'car',
          fault: 'main',
          ratio: '80%',
          compulsory: true,
          commercial: { limit: 50_000, exclusions: [{ item: 'mentalDistress', reason: '条款', explained: true }] },
        },
      ],
      victims: [
        {
          id: 'v',
          residence: '农村',
          age: 62,
          gradedOn: '2008-04-01',
          statistics: { income: '3665.66', consumption: '2682.57' },
          items: {
            medical: '18765.43',
            disabilityCompensation: { grades: [7] },
            dependantsLiving: [{ relation: 'mother', age: 85, incapable: true, supporters: 3 }],
            mentalDistress: 15_000,
            property: { receipts: [2_300, { amount: 400, allowed: false }] },
          },
        },
      ],
    };
    expectWorked(
      file,
      {
        disability: '3665.66 × 18 × 40%',
        living: '2682.57 × 5 ÷ 3 × 40%',
        lasting: 'disability + living + 15000',
        excess: '18765.43 − 8000 + 300 + lasting − min(50000; lasting)',
      },
      {
        items: { v: { disabilityCompensation: 'disability', dependantsLiving: 'living' } },
        payers: { 'compulsory:car': '8000 + 2000 + min(50000; lasting)', 'commercial:car': 'excess × 80%' },
        receives: { v: '10000 + min(50000; lasting) + excess × 80%' },
      },
    );
  });

  it('2006 without fault and 2010 with it: the dates decide, and wages of 2009 bury', () => {
    const file = {
      accident: '2010-01-31',
      filedOn: '2010-07-01',
      vehicles: [
        {
          id: 'a',
          fault: 'equal',
          ratio: '60%',
          compulsory: true,
          commercial: { limit: 100_000, clauseSet: '2014', noDeductibleRider: false },
        },
        { id: 'b', fault: 'none', compulsory: true },
      ],
      victims: [
        {
          id: 'v',
          age: 30,
          diedOn: '2010-01-31',
          items: {
            deathCompensation: { base: '17174.65', yearsClaimed: 19 },
            funeral: { wage: '2450.50', monthlyWage: true },
            mentalDistress: 40_000,
          },
        },
      ],
      conventions: { noFaultOrder: 'first' },
    };
    expectWorked(
      file,
      { lasting: '17174.65 × 19 + 2450.50 × 6 + 40000', excess: 'lasting − 11000 − 110000' },
      {
        payers: {
          'compulsory:b': '11000',
          'compulsory:a': '110000',
          'commercial:a': 'min(excess × 60%; 100000) × 90%',
          'person:a': 'excess × 60% − min(excess × 60%; 100000) × 90%',
        },
        receives: { v: '121000 + excess × 60%' },
      },
    );
  });
});

describe('reserve, fund and trailer, worked by hand', () => {
  it('half of every sub-limit waits for an absent one; the insurer advanced outside the bills', () => {
    const half = { share: '50%' };
    const file = {
      accident: '2023-09-04',
      vehicles: [
        {
          id: 'car',
          fault: '同责',
          ratio: '50%',
          compulsory: { insured: true, reserve: { medical: half, deathDisability: half, property: half, reason: 'absent' } },
          commercial: { limit: 180_000, reserve: { share: '25%', reason: 'absent' } },
        },
      ],
      victims: [sums('v', { M: 25_064.62, X: 343_396.55, P: 300 }), sums('w', { M: 2_000, X: 21_000 })],
      advances: [{ by: 'compulsory', victim: 'v', amount: 6_000, group: 'medical', inClaim: false }],
    };
    expectWorked(
      file,
      {
        vM: '3000 × 25064.62 ÷ 27064.62',
        vX: '90000 × 343396.55 ÷ 364396.55',
        vOwed: '(25064.62 + 343396.55 − vM − vX) × 50%',
        wOwed: '(2000 + 21000 − (3000 − vM) − (90000 − vX)) × 50%',
      },
      {
        payers: { 'compulsory:car': '93300', 'commercial:car': '135000', 'person:car': 'vOwed + wOwed − 135000' },
        receives: { v: 'vM + vX + 300 + vOwed', w: '93000 − vM − vX + wOwed' },
      },
    );
  });

  it('hit and run: no cover at all, the fund paid treatment and burial and gets it back from the driver', () => {
    const file = {
      accident: '2023-03-03',
      vehicles: [
        { id: 'gone', label: 'fled', kind: 'other', fault: 'full', ratio: 1 },
        { id: 'site', kind: 'other', ratio: 0, fault: 'none' },
      ],
      victims: [{ ...sums('v', {}), items: { medical: 64_000, deathCompensation: 700_000, funeral: 48_657.5 } }],
      advances: [
        { by: 'fund', amount: 64_000, group: 'medical' },
        { by: 'fund', amount: 30_000, group: 'deathDisability' },
      ],
    };
    expectWorked(file, {}, { payers: { 'person:gone': '812657.50' }, refunded: { v: '94000' }, receives: { v: '812657.50 − 94000' } });
  });

  it('tractor and trailer of the old system against two people; their commercial limits are divided, then the haulier pays', () => {
    const file = {
      accident: '2011-05-05',
      filedOn: '2012-01-05',
      vehicles: [
        {
          id: 'head',
          fault: 'main',
          ratio: '70%',
          compulsory: true,
          commercial: { limit: 200_000, clauseSet: '2014', noDeductibleRider: true },
        },
        {
          id: 'tail',
          kind: '挂车',
          tractor: 'head',
          compulsory: true,
          commercial: { limit: 50_000, clauseSet: '2014', noDeductibleRider: false },
        },
      ],
      victims: [sums('v', { M: 60_000, X: 400_000 }), sums('w', { M: 5_000, X: 60_000, O: 1_200 })],
      advances: [{ by: '司机', vehicle: 'head', victim: 'v', amount: 30_000, group: 'medical' }],
    };
    // Both limits are equal, so each person takes the same from both: medical 10000 by 60 : 5, the lasting part 110000 by 400 : 60.
    expectWorked(
      file,
      {
        vM: '10000 × 60 ÷ 65',
        vX: '110000 × 400 ÷ 460',
        vOwed: '(460000 − vM − vM − vX − vX) × 70%',
        wOwed: '(66200 − (20000 − vM − vM) − (220000 − vX − vX)) × 70%',
        covered: 'min(200000; vOwed + wOwed)',
        head: 'covered × 4 ÷ 5',
        tail: 'covered ÷ 5',
        paid: 'head + tail × 85%',
        vCovered: 'covered × vOwed ÷ (vOwed + wOwed)',
        vHead: 'head × vCovered ÷ covered',
        vDriver: 'vOwed − vHead − (vCovered − vHead) × 85%',
      },
      {
        payers: {
          'compulsory:head': '120000',
          'compulsory:tail': '120000',
          'commercial:head': 'head',
          'commercial:tail': 'tail × 85%',
          'person:head': 'vOwed + wOwed − paid',
        },
        refunded: { v: '30000 − vDriver' },
        receives: { v: 'vM + vM + vX + vX + vOwed − 30000', w: '240000 − vM − vM − vX − vX + wOwed' },
      },
    );
  });

  it('a driver and an insurer paid more than is owed: what is left over goes back, to the driver first', () => {
    const file = {
      accident: '2024-02-02',
      vehicles: [{ id: 'car', fault: 'minor', ratio: 0.3, compulsory: true, commercial: 500_000 }],
      victims: [sums('v', { M: 40_000, X: 12_000 })],
      advances: [
        { by: 'driver', amount: 30_000, group: 'medical' },
        { by: 'compulsory', amount: 18_000, group: 'medical' },
      ],
    };
    // Owed: 18000 (paid) + 12000 + 22000 × 30 %. The driver's sum was for treatment: only commercial cover can refund it.
    expectWorked(
      file,
      {},
      {
        payers: { 'compulsory:car': '30000', 'commercial:car': '6600' },
        refunded: { v: '6600' },
        receives: { v: '12000' },
        surplus: { 'person:car': '23400' },
      },
    );
  });
});

describe('what a file may say more exactly', () => {
  const cars = [{ id: 'car', fault: 'main', ratio: 0.7, compulsory: true, commercial: 500_000 }];
  it.each([
    ['returned', '32000', { 'person:car': '2000' }],
    ['deducted', '34000', {}],
  ])('an advance above its own head, %s', (surplusAdvance, refunded, surplus) => {
    const file = {
      accident: '2024-02-02',
      conventions: { surplusAdvance },
      vehicles: cars,
      victims: [sums('v', { M: 38_000, X: 50_000 })],
      advances: [{ by: 'driver', amount: 34_000, group: 'medical' }],
    };
    expectWorked(
      file,
      {},
      {
        payers: { 'compulsory:car': '68000', 'commercial:car': '20000 × 70%' },
        refunded: { v: refunded },
        receives: { v: `68000 + 14000 − ${refunded}` },
        surplus,
      },
    );
  });

  it.each([
    ['stay as they are', {}, { medical: '20000', income: '5000', pads: '9000', byRule: '12000' }],
    [
      'are multiplied when the file says they stand before it',
      { onGiven: true },
      { medical: '20000 × 60%', income: '5000 × 60%', pads: '9000', byRule: '12000' },
    ],
    [
      'are multiplied for the named heads only',
      { onGiven: true, items: ['other', 'medical'] },
      { medical: '20000 × 60%', income: '5000', pads: '9000 × 60%', byRule: '20000' },
    ],
  ])('amounts under participation %s', (_name, more, known) => {
    const file = {
      accident: '2024-02-02',
      vehicles: cars,
      victims: [
        {
          id: 'v',
          age: 70,
          gradedOn: '2024-09-01',
          participation: { applies: true, rate: '60%', reason: 'old illness', ...more },
          items: {
            medical: 20_000,
            lostIncome: { amount: 5_000 },
            disabilityCompensation: { grades: [10], base: 20_000 },
            other: [{ label: 'care pads', group: 'outside', amount: 9_000 }],
          },
        },
      ],
    };
    expectWorked(
      file,
      { ...known, treated: 'min(18000; medical)', above: '(medical − treated + pads) × 70%', paid: 'treated + income + byRule' },
      { payers: { 'compulsory:car': 'paid', 'commercial:car': 'above' }, receives: { v: 'paid + above' } },
    );
  });
});

describe('mental distress first, worked by hand', () => {
  it.each(['first', 'last'])('%s: two people, a clause against it that was explained', (order) => {
    const clause = { item: 'mentalDistress', reason: '条款', explained: true };
    const file = {
      accident: '2024-02-02',
      conventions: { mentalDistress: order },
      vehicles: [{ id: 'car', fault: 'main', ratio: 0.7, compulsory: true, commercial: { limit: 500_000, exclusions: [clause] } }],
      victims: [
        { id: 'v', items: { disabilityCompensation: 250_000, mentalDistress: 20_000 } },
        { id: 'w', items: { disabilityCompensation: 100_000, mentalDistress: 10_000 } },
      ],
    };
    const isFirst = order === 'first';
    expectWorked(
      file,
      {
        vX: '180000 × 270 ÷ 380',
        vOwed: '(270000 − vX) × 70%',
        wOwed: '(110000 − (180000 − vX)) × 70%',
        person: '20000 × 70% + 10000 × 70%',
      },
      {
        payers: {
          'compulsory:car': '180000',
          'commercial:car': isFirst ? 'vOwed + wOwed' : 'vOwed + wOwed − person',
          ...(isFirst ? {} : { 'person:car': 'person' }),
        },
        receives: { v: 'vX + vOwed', w: '180000 − vX + wOwed' },
      },
    );
  });
});
