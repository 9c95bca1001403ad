import { describe, expect, it } from 'vitest';
import type { CaseInput } from '../../../shared/settlement/input/case-input.ts';
import { byHand } from './by-hand.ts';
import { plainCase, problems, settled, victimWith } from './read-case.ts';

type Vehicle = CaseInput['vehicles'][number];
type Victim = CaseInput['victims'][number];

const car = (id: string, changes: Partial<Vehicle> = {}): Vehicle => ({
  id,
  fault: 'equal',
  ratio: 0.5,
  compulsory: { insured: true },
  ...changes,
});
const full = (id: string, changes: Partial<Vehicle> = {}): Vehicle => car(id, { fault: 'full', ratio: 1, ...changes });
const free = (id: string, changes: Partial<Vehicle> = {}): Vehicle => car(id, { fault: 'none', ratio: 0, ...changes });

const sums = victimWith;
const inside = (victim: Victim, position: 'driver' | 'passenger' | 'nonMotor', inVehicle: string): Victim => ({
  ...victim,
  position,
  inVehicle,
});

/** What every payer owes before advances, in words of arithmetic: `{ 'compulsory:A': '18000' }`. */
const expectPayers = (input: CaseInput, wanted: Record<string, string>): void => {
  const found: Record<string, string> = {};
  for (const { payer, layer, total } of settled(input).payers)
    found[layer === 'uninsuredCompulsory' ? `uninsured:${payer.slice(7)}` : payer] = total.yuan;
  expect(found).toEqual(Object.fromEntries(Object.entries(wanted).map(([payer, sum]) => [payer, byHand(sum)])));
};

type Row = [name: string, input: Partial<CaseInput>, payers: Record<string, string>];

describe('limits by accident date and fault (§3.1)', () => {
  const all = { medical: 50_000, deathDisability: 400_000, property: 5_000 };
  it.each([
    ['2006-07-01', 'equal', '8000 + 50000 + 2000'],
    ['2008-01-31', 'equal', '8000 + 50000 + 2000'],
    ['2006-07-01', 'none', '1600 + 10000 + 400'],
    ['2008-01-31', 'none', '1600 + 10000 + 400'],
    ['2008-02-01', 'equal', '10000 + 110000 + 2000'],
    ['2020-09-18', 'equal', '10000 + 110000 + 2000'],
    ['2008-02-01', 'none', '1000 + 11000 + 100'],
    ['2020-09-18', 'none', '1000 + 11000 + 100'],
    ['2020-09-19', 'equal', '18000 + 180000 + 2000'],
    ['2020-09-19', 'none', '18000 + 1800 + 100'],
  ] as const)('%s, fault %s: %s', (on, fault, sum) => {
    const input = plainCase({
      accident: { on },
      filedOn: '2021-03-01',
      vehicles: [car('A', { fault, ratio: 0 })],
      victims: [sums('v', all)],
    });
    expect(settled(input).victims[0]?.compulsoryTotal.yuan).toBe(byHand(sum));
  });

  it('before 2006-07-01 there was none: a vehicle without it carries everything by ratio', () => {
    const then = { accident: { on: '2006-06-30' }, filedOn: '2007-01-01', victims: [sums('v', { medical: 10_000 })] };
    expectPayers(plainCase({ ...then, vehicles: [{ id: 'A', fault: 'equal', ratio: 0.5, commercial: { limit: 3_000 } }] }), {
      'commercial:A': '3000',
      'person:A': '10000 × 50% − 3000',
    });
    expectPayers(plainCase({ ...then, vehicles: [full('A', { compulsory: { insured: false } })] }), { 'person:A': '10000' });
    expect(problems(plainCase({ ...then, vehicles: [full('A')] }))).toContain('settle.no-compulsory-cover-then vehicles[0].compulsory');
  });
});

describe('several vehicles (道交解释 art. 18)', () => {
  const rows: Row[] = [
    [
      'equal limits, loss below their sum: equal parts',
      { vehicles: [car('A'), car('B')], victims: [sums('v', { deathDisability: 250_000 })] },
      { 'compulsory:A': '125000', 'compulsory:B': '125000' },
    ],
    [
      'loss above their sum: each its limit, the rest by ratio',
      { vehicles: [car('A', { ratio: 0.6 }), car('B', { ratio: 0.4 })], victims: [sums('v', { deathDisability: 460_000 })] },
      { 'compulsory:A': '180000', 'compulsory:B': '180000', 'person:A': '100000 × 60%', 'person:B': '100000 × 40%' },
    ],
    [
      'with and without fault, loss below: by 180000 : 18000',
      { vehicles: [full('A'), free('B')], victims: [sums('v', { deathDisability: 150_000, medical: 9_900 })] },
      { 'compulsory:A': '150000 × 10 ÷ 11 + 9900 × 10 ÷ 11', 'compulsory:B': '150000 ÷ 11 + 9900 ÷ 11' },
    ],
    [
      'without fault first when so pleaded',
      {
        conventions: { noFaultOrder: 'first' },
        vehicles: [full('A'), free('B')],
        victims: [sums('v', { deathDisability: 150_000, medical: 9_900 })],
      },
      { 'compulsory:A': '150000 − 18000 + 9900 − 1800', 'compulsory:B': '18000 + 1800' },
    ],
    [
      'two without fault and one at fault, loss above all',
      { vehicles: [full('A'), free('B'), free('C')], victims: [sums('v', { medical: 30_000 })] },
      { 'compulsory:A': '18000', 'compulsory:B': '1800', 'compulsory:C': '1800', 'person:A': '30000 − 21600' },
    ],
    [
      'three ratios that make the whole: the last takes the remainder',
      {
        vehicles: [car('A', { ratio: '1/3' }), car('B', { ratio: '1/3' }), car('C', { ratio: '1/3' })],
        victims: [sums('v', { outside: 1_000 })],
      },
      { 'person:A': '333.33', 'person:B': '333.33', 'person:C': '333.34' },
    ],
    [
      'used limits count with their full weight, then what is left',
      {
        vehicles: [car('A', { compulsory: { insured: true, used: { deathDisability: 150_000 } } }), car('B')],
        victims: [sums('v', { deathDisability: 100_000 })],
      },
      { 'compulsory:A': '30000', 'compulsory:B': '70000' },
    ],
    [
      'a vehicle without fault pays at most a tenth above its cover',
      { vehicles: [free('A', { ratio: '10%' })], victims: [sums('v', { deathDisability: 118_000 })] },
      { 'compulsory:A': '18000', 'person:A': '100000 × 10%' },
    ],
    [
      'an e-bike rider whose e-bike stands among the vehicles carries the own share',
      {
        vehicles: [car('A', { ratio: 0.6 }), { id: 'bike', kind: 'nonMotor', fault: 'minor', ratio: 0.4 }],
        victims: [inside(sums('v', { medical: 28_000 }), 'nonMotor', 'bike')],
      },
      { 'compulsory:A': '18000', 'person:A': '10000 × 60%' },
    ],
    [
      'a passenger of that e-bike has a claim on its rider',
      {
        vehicles: [car('A', { ratio: 0.6 }), { id: 'bike', kind: 'nonMotor', fault: 'minor', ratio: 0.4 }],
        victims: [inside(sums('v', { medical: 28_000 }), 'passenger', 'bike')],
      },
      { 'compulsory:A': '18000', 'person:A': '10000 × 60%', 'person:bike': '10000 × 40%' },
    ],
  ];
  it.each(rows)('%s', (_name, changes, wanted) => expectPayers(plainCase(changes), wanted));

  it('a court that puts a share on a vehicle without fault gives its reason', () => {
    const vehicles = [free('A', { ratio: 0.3 })];
    expect(problems(plainCase({ vehicles }))).toContain('settle.ratio-out-of-range vehicles[0].ratio');
    const reasoned = plainCase({ vehicles: [free('A', { ratio: 0.3, ratioReason: 'the court left the police finding' })] });
    expect(settled(reasoned).remarks.map((remark) => remark.code)).toContain('ratio-without-fault');
  });
});

describe('uninsured vehicles (art. 16, 18 para 3)', () => {
  const uninsured = { compulsory: { insured: false } };
  const rows: Row[] = [
    [
      'alone: the limits without ratio, the rest by ratio',
      { vehicles: [car('A', { ...uninsured, ratio: 0.3 })], victims: [sums('v', { medical: 28_000, deathDisability: 100_000 })] },
      { 'uninsured:A': '118000', 'person:A': '10000 × 30%' },
    ],
    [
      'beside an insured one it comes after',
      { vehicles: [car('A'), car('B', uninsured)], victims: [sums('v', { deathDisability: 250_000 })] },
      { 'compulsory:A': '180000', 'uninsured:B': '70000' },
    ],
    [
      'or by limits when the court divides so',
      {
        conventions: { uninsuredOrder: 'proportional' },
        vehicles: [car('A'), car('B', uninsured)],
        victims: [sums('v', { deathDisability: 250_000 })],
      },
      { 'compulsory:A': '125000', 'uninsured:B': '125000' },
    ],
    [
      'a mutual scheme is no cover',
      { vehicles: [full('A', { commercial: { limit: 1_000_000, mutualScheme: true } })], victims: [sums('v', { medical: 28_000 })] },
      { 'compulsory:A': '18000', 'person:A': '10000' },
    ],
  ];
  it.each(rows)('%s', (_name, changes, wanted) => expectPayers(plainCase(changes), wanted));

  it('the insured one recovers what it paid above its own half', () => {
    const input = plainCase({ vehicles: [car('A'), car('B', uninsured)], victims: [sums('v', { deathDisability: 250_000 })] });
    expect(settled(input).recourse.map((entry) => [entry.from, entry.to, entry.amount.yuan])).toEqual([
      ['compulsory:A', 'person:B', byHand('180000 − 250000 ÷ 2')],
    ]);
  });

  it.each(['noLicence', 'drunk', 'drugs', 'intentional'] as const)('%s: injury is paid with recourse, property is not', (recourse) => {
    const input = plainCase({
      vehicles: [full('A', { compulsory: { insured: true, recourse } })],
      victims: [sums('v', { medical: 20_000, deathDisability: 50_000, property: 1_500 })],
    });
    expectPayers(input, { 'compulsory:A': '18000 + 50000', 'person:A': '2000 + 1500' });
    expect(settled(input).recourse.map((entry) => [entry.reason, entry.amount.yuan])).toEqual([[recourse, byHand('18000 + 50000')]]);
  });
});

describe('several injured people (art. 19)', () => {
  const shares = (input: CaseInput, group: string): (string | undefined)[] =>
    settled(input)
      .pools.filter((pool) => pool.group === group)
      .flatMap((pool) => pool.shares.map((share) => share.amount.yuan));

  it.each([
    ['by losses 300 : 200 : 100', [300_000, 200_000, 100_000], ['180000 × 3 ÷ 6', '180000 × 2 ÷ 6', '180000 ÷ 6']],
    ['all within the limit: each the own loss', [30_000, 20_000, 10_000], ['30000', '20000', '10000']],
    [
      'the last one takes the fen that is left',
      [100_000, 100_000, 100_001],
      ['180000 × 100000 ÷ 300001', '180000 × 100000 ÷ 300001', '180000 − 59999.80 − 59999.80'],
    ],
  ])('%s', (_name, losses, wanted) => {
    const victims = losses.map((loss, index) => sums(`v${index}`, { deathDisability: loss }));
    expect(shares(plainCase({ vehicles: [car('A')], victims }), 'deathDisability')).toEqual(wanted.map(byHand));
  });

  it.each([
    ['half of the limit', { share: 0.5 }, {}, ['90000 × 2 ÷ 3', '90000 ÷ 3']],
    ['a sum', { amount: 60_000 }, {}, ['120000 × 2 ÷ 3', '120000 ÷ 3']],
    [
      'half of the limit beside what was paid to others',
      { share: 0.5 },
      { used: { deathDisability: 30_000 } },
      ['60000 × 2 ÷ 3', '60000 ÷ 3'],
    ],
  ])('after a reserve of %s for an absent one', (_name, part, used, wanted) => {
    const vehicles = [car('A', { compulsory: { insured: true, ...used, reserve: { deathDisability: part, reason: 'absent' } } })];
    const victims = [sums('v1', { deathDisability: 200_000 }), sums('v2', { deathDisability: 100_000 })];
    expect(shares(plainCase({ vehicles, victims }), 'deathDisability')).toEqual(wanted.map(byHand));
  });

  it('half of a sub-limit of which the other half was advanced before leaves nothing (D10)', () => {
    const compulsory = { insured: true, reserve: { medical: { share: 0.5 }, reason: 'absent' } };
    const advances: CaseInput['advances'] = [
      { by: 'compulsory', vehicle: 'A', victim: 'v', amount: 9_000, group: 'medical', inClaim: false },
    ];
    expectPayers(plainCase({ vehicles: [car('A', { compulsory })], victims: [sums('v', { medical: 20_000 })], advances }), {
      'person:A': '20000 × 50%',
    });
  });

  it('people in both cars and a pedestrian: who sits inside has no claim on that car’s cover', () => {
    const vehicles = [car('A', { fault: 'main', ratio: 0.7 }), car('B', { fault: 'minor', ratio: 0.3 })];
    const victims = [
      inside(sums('a', { deathDisability: 200_000 }), 'driver', 'A'),
      inside(sums('b', { deathDisability: 100_000 }), 'passenger', 'B'),
    ];
    expectPayers(plainCase({ vehicles, victims }), { 'compulsory:A': '100000', 'compulsory:B': '180000', 'person:B': '20000 × 30%' });
    expect(settled(plainCase({ vehicles, victims })).victims[0]?.ownShare.yuan).toBe(byHand('20000 × 70%'));
  });

  it('each person may have an own ratio', () => {
    const vehicles = [car('A', { fault: 'main', ratio: 0.7 })];
    const victims = [
      sums('a', { outside: 1_000 }),
      { ...sums('b', { outside: 1_000 }), ratios: { A: '80%' }, ratiosReason: 'no helmet, less fault' },
    ];
    expectPayers(plainCase({ vehicles, victims }), { 'person:A': '700 + 800' });
  });
});
