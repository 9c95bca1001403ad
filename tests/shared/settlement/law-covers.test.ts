import { describe, expect, it } from 'vitest';
import type { CaseInput } from '../../../shared/settlement/input/case-input.ts';
import { byHand } from './by-hand.ts';
import { plainCase, problems, settled, victimWith } from './read-case.ts';

type Vehicle = CaseInput['vehicles'][number];
type Commercial = NonNullable<Vehicle['commercial']>;

const old = { accident: { on: '2019-05-01' }, filedOn: '2020-01-10' };
const car = (fault: Vehicle['fault'], ratio: number, commercial: Commercial, changes: Partial<Vehicle> = {}): Vehicle => ({
  id: 'A',
  fault,
  ratio,
  compulsory: { insured: true },
  commercial,
  ...changes,
});

const payers = (input: CaseInput): Record<string, string> =>
  Object.fromEntries(settled(input).payers.map(({ payer, total }) => [payer, total.yuan]));
const worked = (wanted: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(wanted).map(([payer, sum]) => [payer, byHand(sum)]));

describe('commercial cover, clauses of 2014 (art. 27, 35)', () => {
  const rider = { clauseSet: '2014' as const, noDeductibleRider: true };
  const bare = { clauseSet: '2014' as const, noDeductibleRider: false };
  it.each([
    ['full fault 20 %', 'full', 1, { limit: 500_000, ...bare }, '100000 × (1 − 20%)'],
    ['main fault 15 %', 'main', 0.7, { limit: 500_000, ...bare }, '100000 × 70% × (1 − 15%)'],
    ['equal fault 10 %', 'equal', 0.5, { limit: 500_000, ...bare }, '100000 × 50% × (1 − 10%)'],
    ['minor fault 5 %', 'minor', 0.3, { limit: 500_000, ...bare }, '100000 × 30% × (1 − 5%)'],
    ['the rider waives it', 'full', 1, { limit: 500_000, ...rider }, '100000'],
    ['loading breach adds 10 %', 'main', 0.7, { limit: 500_000, ...bare, loadingBreach: true }, '100000 × 70% × (1 − 25%)'],
    ['loading breach beside the rider', 'main', 0.7, { limit: 500_000, ...rider, loadingBreach: true }, '100000 × 70% × (1 − 10%)'],
    [
      'absolute deductibles add up',
      'main',
      0.7,
      { limit: 500_000, ...bare, absoluteDeductibles: ['5%', '10%'] },
      '100000 × 70% × (1 − 15%) × (1 − 15%)',
    ],
    ['A above the limit: limit × deductibles', 'full', 1, { limit: 50_000, ...bare }, '50000 × (1 − 20%)'],
    ['A at the limit: the same', 'full', 1, { limit: 100_000, ...bare, absoluteDeductibles: ['5%'] }, '100000 × (1 − 20%) × (1 − 5%)'],
    ['A a fen below the limit', 'full', 1, { limit: '100000.01', ...bare }, '100000 × (1 − 20%)'],
    ['a given deductible', 'full', 1, { limit: 500_000, faultDeductible: '12%' }, '100000 × (1 − 12%)'],
    ['a limit used for others', 'full', 1, { limit: 80_000, used: 50_000 }, '30000'],
    ['a doubled limit on a holiday', 'full', 1, { limit: 40_000, holidayDoubled: true }, '80000'],
    ['a sum kept back after the deductibles', 'full', 1, { limit: 500_000, ...bare, deductibleAmount: 500 }, '100000 × (1 − 20%) − 500'],
    ['a lower ratio by the clause', 'main', 0.8, { limit: 500_000, ratio: 0.7 }, '100000 × 70%'],
  ] as const)('%s: %s %f → %j', (_name, fault, ratio, commercial, sum) => {
    const victims = [victimWith('v', { outside: 100_000 })];
    const found = payers(plainCase({ ...old, vehicles: [car(fault, ratio, commercial as Commercial)], victims }));
    expect(found['commercial:A']).toBe(byHand(sum));
    expect(found['person:A'] ?? '0.00').toBe(byHand(`100000 × ${ratio} − (${sum})`));
  });

  it('the clauses of 2020 have no fault deductible, marked as not verified', () => {
    const input = plainCase({
      vehicles: [car('full', 1, { limit: 500_000, clauseSet: '2020' })],
      victims: [victimWith('v', { outside: 1_000 })],
    });
    expect(payers(input)).toEqual(worked({ 'commercial:A': '1000' }));
    expect(settled(input).remarks.find((remark) => remark.code === 'fault-deductible-2020')).toMatchObject({ mark: 'U' });
  });
});

describe('exclusions and drugs outside the list', () => {
  const victims: CaseInput['victims'] = [
    {
      id: 'v',
      items: {
        medical: 38_000,
        mentalDistress: 10_000,
        disabilityCompensation: 200_000,
        other: [
          { label: 'loss of business', amount: 4_000, group: 'personal' },
          { label: 'court fee', amount: 900, group: 'personalFull' },
        ],
      },
    },
  ];
  const base = '20000 + 30000';
  it.each([
    ['nothing excluded: loss of business and court fee stay with the person', {}, `(${base}) × 70%`, '4000 × 70% + 900'],
    [
      'distress excluded and explained, but paid first by compulsory cover',
      { exclusions: [{ item: 'mentalDistress', reason: 'art. 26', explained: true }] },
      `(${base}) × 70%`,
      '4000 × 70% + 900',
    ],
    [
      'an exclusion that was not explained has no effect',
      { exclusions: [{ item: 'medical', reason: 'clause', explained: false }] },
      `(${base}) × 70%`,
      '4000 × 70% + 900',
    ],
    [
      'an explained one of a part',
      { exclusions: [{ item: 'medical', amount: 5_000, reason: 'clause', explained: true }] },
      `(${base} − 5000) × 70%`,
      '(4000 + 5000) × 70% + 900',
    ],
    [
      'drugs by appraisal',
      { nonInsuredDrugs: [{ basis: 'appraisal', amount: '10284.07', reason: 'appraised' }] },
      `(${base} − 10284.07) × 70%`,
      '(4000 + 10284.07) × 70% + 900',
    ],
    [
      'drugs agreed above the medical excess',
      { nonInsuredDrugs: [{ basis: 'agreed', amount: 60_000, reason: 'agreed' }] },
      '30000 × 70%',
      '(4000 + 20000) × 70% + 900',
    ],
    [
      'drugs that compulsory cover absorbs first',
      { nonInsuredDrugs: [{ basis: 'agreed', amount: 20_000, order: 'compulsoryFirst', reason: 'agreed' }] },
      `(${base} − 2000) × 70%`,
      '(4000 + 2000) × 70% + 900',
    ],
    [
      'a flat rate of the medical excess',
      { nonInsuredDrugs: [{ basis: 'flatRate', rate: '15%', reason: 'proposal' }] },
      `(${base} − 20000 × 15%) × 70%`,
      '(4000 + 20000 × 15%) × 70% + 900',
    ],
    ['the cover refused', { refused: { reason: 'fled' } }, '0', `(${base} + 4000) × 70% + 900`],
  ] as const)('%s', (_name, commercial, insured, person) => {
    const found = payers(
      plainCase({ vehicles: [car('main', 0.7, { limit: 1_000_000, ...(commercial as Partial<Commercial>) })], victims }),
    );
    expect({ commercial: found['commercial:A'] ?? '0.00', person: found['person:A'] }).toEqual({
      commercial: byHand(insured),
      person: byHand(person),
    });
  });

  it.each([
    ['first', '0'],
    ['proportional', '10000 − 180000 × 10000 ÷ 210000'],
    ['last', '10000'],
  ] as const)('mental distress %s in compulsory cover leaves %s of it above', (mentalDistress, left) => {
    const input = plainCase({ conventions: { mentalDistress }, vehicles: [car('main', 0.7, { limit: 1_000_000 })], victims });
    const item = settled(input).victims[0]?.items.find((entry) => entry.key === 'mentalDistress');
    expect(item?.excess.yuan).toBe(byHand(left));
  });

  it.each([
    ['outside', '1500', '0', '1500 × 70%'],
    ['deathDisability', '0', '0', '0'],
    ['personal', '1500', '1500 × 70%', '0'],
    ['personalFull', '1500', '1500', '0'],
  ] as const)('the appraisal fee %s', (appraisalFee, above, person, commercial) => {
    const items = { lostIncome: 10_000, appraisalFee: 1_500 };
    const input = plainCase({
      conventions: { appraisalFee },
      vehicles: [car('main', 0.7, { limit: 1_000_000 })],
      victims: [{ id: 'v', items }],
    });
    expect(settled(input).victims[0]?.excess.yuan).toBe(byHand(above));
    const found = payers(input);
    expect([found['person:A'] ?? '0.00', found['commercial:A'] ?? '0.00']).toEqual([byHand(person), byHand(commercial)]);
  });
});

describe('tractor and trailer', () => {
  const tractor: Vehicle = car('full', 1, { limit: 300_000 }, { id: 'T' });
  const trailer = (changes: Partial<Vehicle>): Vehicle => ({ id: 'W', kind: 'trailer', tractor: 'T', fault: 'full', ...changes });
  it.each([
    [
      'both with compulsory cover of the old system: equal parts',
      [tractor, trailer({ compulsory: { insured: true } })],
      { deathDisability: 200_000 },
      { 'compulsory:T': '100000', 'compulsory:W': '100000' },
    ],
    [
      'a modern trailer needs none',
      [tractor, trailer({})],
      { deathDisability: 200_000 },
      { 'compulsory:T': '180000', 'commercial:T': '20000' },
    ],
    [
      'commercial cover by limits, below the tractor’s',
      [tractor, trailer({ commercial: { limit: 100_000 } })],
      { outside: 80_000 },
      { 'commercial:T': '80000 × 3 ÷ 4', 'commercial:W': '80000 ÷ 4' },
    ],
    [
      'commercial cover above the tractor’s limit',
      [tractor, trailer({ commercial: { limit: 100_000 } })],
      { outside: 400_000 },
      { 'commercial:T': '300000 × 3 ÷ 4', 'commercial:W': '300000 ÷ 4', 'person:T': '100000' },
    ],
  ] as const)('%s', (_name, vehicles, losses, wanted) => {
    expect(payers(plainCase({ vehicles: [...vehicles], victims: [victimWith('v', losses)] }))).toEqual(worked(wanted));
  });

  it('a trailer takes over the tractor’s fault when its own is left out', () => {
    const file = {
      accident: '2024-03-01',
      vehicles: [tractor, { id: 'W', kind: 'trailer', tractor: 'T' }],
      victims: [victimWith('v', { outside: 10 })],
    };
    expect(settled(file).victims[0]?.liableTotal.yuan).toBe('10.00');
  });

  it('limits hold to the fen however many people share them', () => {
    const victims = Array.from({ length: 37 }, (_, index) => victimWith(`v${index}`, { outside: 9_001.01 + index }));
    const input = plainCase({
      conventions: { trailerCover: 'added' },
      vehicles: [tractor, trailer({ commercial: { limit: 7_000 } })],
      victims,
    });
    expect(payers(input)).toMatchObject({ 'commercial:T': '300000.00', 'commercial:W': '7000.00' });
  });
});

describe('people in the own vehicle', () => {
  const own = car(
    'main',
    0.7,
    { limit: 1_000_000 },
    { id: 'own', seat: { driverLimit: 20_000, passengerLimit: 10_000, deductible: '15%' } },
  );
  const other = car('minor', 0.3, { limit: 1_000_000 }, { id: 'zother' });
  const person = (position: 'driver' | 'passenger', lift?: string): CaseInput['victims'] => [
    {
      ...victimWith('v', { deathDisability: 280_000 }),
      position,
      inVehicle: 'own',
      ...(lift === undefined ? {} : { lift: { reduction: lift, reason: 'no fare' } }),
    },
  ];
  it.each([
    [
      'a passenger: seat min(10000, 70000) × 85 %, the rest from the own driver',
      person('passenger'),
      {
        'compulsory:zother': '180000',
        'commercial:zother': '100000 × 30%',
        'seat:own': '10000 × 85%',
        'person:own': '100000 × 70% − 10000 × 85%',
      },
    ],
    [
      'a gratuitous lift cuts the own side',
      person('passenger', '20%'),
      {
        'compulsory:zother': '180000',
        'commercial:zother': '100000 × 30%',
        'seat:own': '10000 × 85%',
        'person:own': '100000 × 70% × 80% − 10000 × 85%',
      },
    ],
    [
      'the driver: the own side owes nobody',
      person('driver'),
      { 'compulsory:zother': '180000', 'commercial:zother': '100000 × 30%', 'seat:own': '20000 × 85%' },
    ],
  ] as const)('%s', (_name, victims, wanted) => {
    expect(payers(plainCase({ vehicles: [own, other], victims }))).toEqual(worked(wanted));
  });
});

describe('advances (§3.7)', () => {
  const vehicles = [car('main', 0.7, { limit: 1_000_000 })];
  const victims = [victimWith('v', { medical: 48_000, deathDisability: 100_000 })];
  const after = (advances: CaseInput['advances']) => settled(plainCase({ vehicles, victims, advances })).victims[0];
  const owed = '18000 + 100000 + 30000 × 70%';
  it.each([
    ['insurer, compulsory', { by: 'compulsory', vehicle: 'A', amount: 18_000, group: 'medical' }, '18000', '0', `${owed} − 18000`],
    ['insurer, commercial', { by: 'commercial', vehicle: 'A', amount: 5_000 }, '5000', '0', `${owed} − 5000`],
    ['owner: refunded by the insurer', { by: 'person', vehicle: 'A', amount: 30_000, group: 'medical' }, '0', '30000', `${owed} − 30000`],
    [
      'owner: only from the own group of compulsory cover',
      { by: 'person', vehicle: 'A', amount: 45_000, group: 'medical' },
      '0',
      '21000 + 18000',
      `${owed} − 39000`,
    ],
    [
      'owner: from compulsory cover of any group without a group',
      { by: 'person', vehicle: 'A', amount: 45_000 },
      '0',
      '45000',
      `${owed} − 45000`,
    ],
    ['fund', { by: 'fund', amount: 10_000, group: 'medical' }, '0', '10000', `${owed} − 10000`],
    ['somebody else', { by: 'other', amount: 1_000, label: 'employer' }, '0', '1000', `${owed} − 1000`],
    ['not in the claim', { by: 'person', vehicle: 'A', amount: 5_000, group: 'medical', inClaim: false }, '0', '0', owed],
  ] as const)('%s', (_name, advance, paid, refunded, receives) => {
    const victim = after([{ victim: 'v', ...advance }]);
    expect([victim?.alreadyPaid.yuan, victim?.refunded.yuan, victim?.receives.yuan]).toEqual([paid, refunded, receives].map(byHand));
  });

  it('more than everything owed goes back to who paid it', () => {
    const victim = after([{ by: 'fund', victim: 'v', amount: 200_000 }]);
    expect(victim?.surplus.map((entry) => entry.amount.yuan)).toEqual([byHand(`200000 − (${owed})`)]);
    expect(victim?.receives.yuan).toBe('0.00');
  });

  it('a driver and the insurer paid both: each is netted once', () => {
    const victim = after([
      { by: 'compulsory', vehicle: 'A', victim: 'v', amount: 18_000, group: 'medical' },
      { by: 'person', vehicle: 'A', victim: 'v', amount: 12_000, group: 'medical' },
    ]);
    expect([victim?.alreadyPaid.yuan, victim?.refunded.yuan, victim?.receives.yuan]).toEqual(
      ['18000', '12000', `${owed} − 30000`].map(byHand),
    );
  });
});

describe('open points are asked for', () => {
  it.each([
    [
      'the rider under 2014 clauses',
      { vehicles: [car('main', 0.7, { limit: 1, clauseSet: '2014' })] },
      'vehicles[0].commercial.noDeductibleRider',
    ],
    ['the ratio', { vehicles: [{ id: 'A', fault: 'main' as const, compulsory: { insured: true } }] }, 'vehicles[0].ratio'],
    [
      'the group of a compulsory advance',
      { vehicles: [car('main', 0.7, { limit: 1 })], advances: [{ by: 'compulsory' as const, victim: 'v1', vehicle: 'A', amount: 1 }] },
      'advances[0].group',
    ],
    [
      'the sum of drugs',
      { vehicles: [car('main', 0.7, { limit: 1, nonInsuredDrugs: [{ basis: 'agreed', reason: 'x' }] })] },
      'vehicles[0].commercial.nonInsuredDrugs[0].amount',
    ],
  ])('%s', (_name, changes, path) => {
    expect(problems(plainCase(changes))).toContain(`settle.missing-input ${path}`);
  });
});
