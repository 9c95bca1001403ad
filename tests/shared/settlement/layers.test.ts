import { describe, expect, it } from 'vitest';
import type { CaseInput } from '../../../shared/settlement/input/case-input.ts';
import { plainCase, settled, victimWith } from './read-case.ts';

const car = (id: string, changes: Partial<CaseInput['vehicles'][number]> = {}): CaseInput['vehicles'][number] => ({
  id,
  fault: 'equal',
  ratio: 0.5,
  compulsory: { insured: true },
  ...changes,
});

const shares = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    settled(value).pools.flatMap((pool) =>
      pool.shares.map((share) => [`${pool.vehicle} ${pool.group} ${share.victim}`, share.amount.yuan]),
    ),
  );

const payers = (value: unknown): Record<string, string> =>
  Object.fromEntries(settled(value).payers.map((payer) => [`${payer.payer}`, payer.total.yuan]));

describe('limits of compulsory cover', () => {
  it.each([
    ['2006-07-01', 'equal', '8000.00', '50000.00', '2000.00'],
    ['2008-01-31', 'none', '1600.00', '10000.00', '400.00'],
    ['2008-02-01', 'equal', '10000.00', '110000.00', '2000.00'],
    ['2020-09-18', 'none', '1000.00', '11000.00', '100.00'],
    ['2020-09-19', 'equal', '18000.00', '180000.00', '2000.00'],
    ['2024-01-01', 'none', '1800.00', '18000.00', '100.00'],
  ] as const)('follow the accident date %s, fault %s', (on, fault, medical, death, property) => {
    const result = settled(
      plainCase({
        accident: { on },
        filedOn: '2021-06-01',
        vehicles: [car('A', { fault, ratio: 0 })],
        ...(on > '2021' ? { filedOn: '2024-06-01' } : {}),
      }),
    );
    expect(result.pools.map((pool) => pool.limit.yuan)).toEqual([medical, death, property]);
  });

  it('never lend to each other: medical cost above its limit is not paid from a free limit', () => {
    const result = settled(
      plainCase({ vehicles: [car('A', { ratio: 0 })], victims: [victimWith('v', { medical: 50_000, deathDisability: 10_000 })] }),
    );
    expect(result.victims[0]?.compulsoryTotal.yuan).toBe('28000.00');
  });
});

describe('several injured people', () => {
  it('share a pool by their own losses in that group, and the last one takes the rounding remainder', () => {
    const victims = [
      victimWith('a', { deathDisability: 100_000 }),
      victimWith('b', { deathDisability: 100_000 }),
      victimWith('c', { deathDisability: 100_000 }),
    ];
    const vehicles = [car('A', { compulsory: { insured: true, used: { deathDisability: 80_000 } } })];
    expect(shares(plainCase({ vehicles, victims }))).toEqual({
      'A deathDisability a': '33333.33',
      'A deathDisability b': '33333.33',
      'A deathDisability c': '33333.34',
    });
  });

  it('leave room for a person whose share the court fixed', () => {
    const vehicles = [car('A', { compulsory: { insured: true, given: [{ victim: 'a', group: 'deathDisability', amount: 60_000 }] } })];
    const victims = [victimWith('a', { deathDisability: 200_000 }), victimWith('b', { deathDisability: 300_000 })];
    expect(shares(plainCase({ vehicles, victims }))).toEqual({ 'A deathDisability a': '60000.00', 'A deathDisability b': '120000.00' });
  });

  it('share one commercial limit in proportion to what is owed to each', () => {
    const vehicles = [car('A', { fault: 'full', ratio: 1, commercial: { limit: 100_000 } })];
    const victims = [victimWith('a', { outside: 100_000 }), victimWith('b', { outside: 300_000 })];
    const result = settled(plainCase({ vehicles, victims }));
    expect(result.victims.map((victim) => victim.liabilities[0]?.commercial.yuan)).toEqual(['25000.00', '75000.00']);
    expect(result.victims.map((victim) => victim.liabilities[0]?.person.yuan)).toEqual(['75000.00', '225000.00']);
  });
});

describe('several vehicles', () => {
  it('pay in proportion to their limits when the loss fits, and up to their limits when it does not', () => {
    const vehicles = [car('A'), car('B')];
    expect(shares(plainCase({ vehicles, victims: [victimWith('v', { deathDisability: 200_000 })] }))).toEqual({
      'A deathDisability v': '100000.00',
      'B deathDisability v': '100000.00',
    });
    expect(shares(plainCase({ vehicles, victims: [victimWith('v', { deathDisability: 500_000 })] }))).toEqual({
      'A deathDisability v': '180000.00',
      'B deathDisability v': '180000.00',
    });
  });

  it('without fault pay by their own limits, in proportion or first as asked', () => {
    const vehicles = [car('A', { fault: 'full', ratio: 1 }), car('B', { fault: 'none', ratio: 0 })];
    const victims = [victimWith('v', { deathDisability: 99_000 })];
    expect(shares(plainCase({ vehicles, victims }))).toEqual({ 'A deathDisability v': '90000.00', 'B deathDisability v': '9000.00' });
    expect(shares(plainCase({ vehicles, victims, conventions: { noFaultOrder: 'first' } }))).toEqual({
      'A deathDisability v': '81000.00',
      'B deathDisability v': '18000.00',
    });
  });

  it('let a person inside one vehicle claim on the other vehicles only', () => {
    const victims = [{ ...victimWith('v', { deathDisability: 500_000 }), position: 'passenger' as const, inVehicle: 'A' }];
    expect(shares(plainCase({ vehicles: [car('A'), car('B')], victims }))).toEqual({ 'B deathDisability v': '180000.00' });
  });

  it('divide equally between an insured tractor and an insured trailer, and use the trailer only once for the ratio', () => {
    const vehicles = [
      car('tractor', { fault: 'full', ratio: 1 }),
      car('trailer', { kind: 'trailer', tractor: 'tractor', fault: 'full', ratio: 0 }),
    ];
    const input = plainCase({ vehicles, victims: [victimWith('v', { deathDisability: 100_000, outside: 10_000 })] });
    expect(shares(input)).toEqual({ 'tractor deathDisability v': '50000.00', 'trailer deathDisability v': '50000.00' });
    expect(payers(input)['person:tractor']).toBe('10000.00');
    expect(payers(input)['person:trailer']).toBeUndefined();
  });

  it('divide commercial cover of tractor and trailer by limits, together not above the tractor’s limit', () => {
    const vehicles = [
      car('tractor', { fault: 'full', ratio: 1, commercial: { limit: 300_000 } }),
      { id: 'trailer', kind: 'trailer' as const, tractor: 'tractor', fault: 'full' as const, commercial: { limit: 100_000 } },
    ];
    const input = plainCase({ vehicles, victims: [victimWith('v', { outside: 500_000 })] });
    expect(payers(input)).toMatchObject({
      'commercial:tractor': '225000.00',
      'commercial:trailer': '75000.00',
      'person:tractor': '200000.00',
    });
    expect(payers({ ...input, conventions: { trailerCover: 'added' } })).toMatchObject({
      'commercial:tractor': '300000.00',
      'commercial:trailer': '100000.00',
      'person:tractor': '100000.00',
    });
  });
});

describe('an uninsured vehicle', () => {
  it('owes the compulsory part in person without ratio, and the rest by ratio', () => {
    const result = settled(
      plainCase({ vehicles: [car('A', { compulsory: { insured: false } })], victims: [victimWith('v', { deathDisability: 200_000 })] }),
    );
    expect(result.victims[0]?.payments.map((payment) => [payment.payer, payment.layer, payment.due.yuan])).toEqual([
      ['person:A', 'uninsuredCompulsory', '180000.00'],
      ['person:A', 'person', '10000.00'],
    ]);
  });

  it('comes after insured vehicles, who may recover what they paid above their own share', () => {
    const vehicles = [car('A'), car('B', { compulsory: { insured: false } })];
    const result = settled(plainCase({ vehicles, victims: [victimWith('v', { deathDisability: 200_000 })] }));
    expect(result.payers.map((payer) => [payer.payer, payer.total.yuan])).toEqual([
      ['compulsory:A', '180000.00'],
      ['person:B', '20000.00'],
    ]);
    expect(result.recourse).toEqual([
      { from: 'compulsory:A', to: 'person:B', amount: { fen: 8_000_000, yuan: '80000.00' }, reason: 'uninsured-vehicle' },
    ]);
  });

  it('with an insurer that pays for a drunk driver leaves property unpaid and notes the recourse', () => {
    const vehicles = [car('A', { fault: 'full', ratio: 1, compulsory: { insured: true, recourse: 'drunk' } })];
    const result = settled(plainCase({ vehicles, victims: [victimWith('v', { deathDisability: 50_000, property: 1_000 })] }));
    expect(result.recourse[0]).toMatchObject({ from: 'compulsory:A', to: 'person:A', amount: { yuan: '50000.00' }, reason: 'drunk' });
    expect(result.payers.find((payer) => payer.payer === 'person:A')?.total.yuan).toBe('1000.00');
  });
});

describe('commercial and seat cover', () => {
  const lossOf = (commercial: NonNullable<CaseInput['vehicles'][number]['commercial']>): Record<string, string> =>
    payers(
      plainCase({ vehicles: [car('A', { fault: 'main', ratio: 0.7, commercial })], victims: [victimWith('v', { outside: 100_000 })] }),
    );

  it('takes the 2014 fault deductible only without the rider, and absolute deductibles on top', () => {
    expect(lossOf({ limit: 1_000_000, clauseSet: '2014', noDeductibleRider: true })['commercial:A']).toBe('70000.00');
    expect(lossOf({ limit: 1_000_000, clauseSet: '2014', noDeductibleRider: false })['commercial:A']).toBe('59500.00');
    expect(lossOf({ limit: 1_000_000, clauseSet: '2014', noDeductibleRider: false, absoluteDeductibles: ['10%'] })).toMatchObject({
      'commercial:A': '53550.00',
      'person:A': '16450.00',
    });
    expect(lossOf({ limit: 50_000, clauseSet: '2014', noDeductibleRider: false })['commercial:A']).toBe('42500.00');
  });

  it('pays by the ratio of its clause when that is lower, and leaves the difference to the person', () => {
    expect(lossOf({ limit: 1_000_000, ratio: 0.5 })).toEqual({ 'commercial:A': '50000.00', 'person:A': '20000.00' });
  });

  it('is all there is before compulsory cover existed', () => {
    const input = plainCase({
      accident: { on: '2006-06-30' },
      filedOn: '2007-01-05',
      vehicles: [{ id: 'A', fault: 'main', ratio: 0.7, commercial: { limit: 100_000 } }],
    });
    expect(payers(input)).toEqual({ 'commercial:A': '35000.00' });
  });

  it('is no cover when it is a mutual scheme or refused', () => {
    expect(lossOf({ limit: 1_000_000, mutualScheme: true })).toEqual({ 'person:A': '70000.00' });
    expect(lossOf({ limit: 1_000_000, refused: { reason: 'no licence' } })).toEqual({ 'person:A': '70000.00' });
  });

  it('leaves an explained exclusion to the person at fault, and ignores one that was not explained', () => {
    const input = (explained: boolean): CaseInput =>
      plainCase({
        vehicles: [
          car('A', {
            fault: 'main',
            ratio: 0.7,
            commercial: { limit: 1_000_000, exclusions: [{ item: 'mentalDistress', reason: 'art. 26', explained }] },
          }),
        ],
        victims: [{ id: 'v', items: { mentalDistress: 20_000, other: [{ label: 'rest', group: 'deathDisability', amount: 260_000 }] } }],
        conventions: { mentalDistress: 'last' },
      });
    expect(payers(input(true))).toMatchObject({ 'commercial:A': '56000.00', 'person:A': '14000.00' });
    expect(payers(input(false))).toMatchObject({ 'commercial:A': '70000.00' });
    expect(settled(input(false)).remarks.map((remark) => remark.code)).toContain('exclusion-unexplained');
  });

  it('puts mental distress first inside compulsory cover, so that the exclusion finds nothing', () => {
    const input = plainCase({
      vehicles: [
        car('A', {
          fault: 'main',
          ratio: 0.7,
          commercial: { limit: 1_000_000, exclusions: [{ item: 'mentalDistress', reason: 'art. 26', explained: true }] },
        }),
      ],
      victims: [{ id: 'v', items: { mentalDistress: 20_000, other: [{ label: 'rest', group: 'deathDisability', amount: 260_000 }] } }],
    });
    expect(payers(input)).toEqual({ 'compulsory:A': '180000.00', 'commercial:A': '70000.00' });
  });

  it('cuts drugs outside the list from the commercial part only', () => {
    const input = plainCase({
      vehicles: [
        car('A', {
          fault: 'main',
          ratio: 0.7,
          commercial: { limit: 1_000_000, nonInsuredDrugs: [{ basis: 'agreed', amount: 10_000, reason: 'agreed in mediation' }] },
        }),
      ],
      victims: [{ id: 'v', items: { medical: 38_000 } }],
    });
    expect(payers(input)).toEqual({ 'compulsory:A': '18000.00', 'commercial:A': '7000.00', 'person:A': '7000.00' });
  });

  it('pays a driver’s own side from the driver’s seat and leaves the rest to the driver', () => {
    const vehicles = [
      car('A', { fault: 'main', ratio: 0.7, seat: { driverLimit: 10_000, deductible: '10%' } }),
      car('B', { fault: 'minor', ratio: 0.3, commercial: { limit: 500_000 } }),
    ];
    const victims = [{ ...victimWith('v', { deathDisability: 280_000 }), position: 'driver' as const, inVehicle: 'A' }];
    const result = settled(plainCase({ vehicles, victims }));
    expect(result.payers.map((payer) => [payer.payer, payer.total.yuan])).toEqual([
      ['compulsory:B', '180000.00'],
      ['commercial:B', '30000.00'],
      ['seat:A', '9000.00'],
    ]);
    expect(result.victims[0]?.ownShare.yuan).toBe('61000.00');
  });

  it('cuts what the own side owes for a gratuitous lift', () => {
    const victims = [
      {
        ...victimWith('v', { deathDisability: 50_000 }),
        position: 'passenger' as const,
        inVehicle: 'A',
        lift: { reduction: 0.2, reason: 'no fare' },
      },
    ];
    const result = settled(plainCase({ vehicles: [car('A', { fault: 'full', ratio: 1 })], victims }));
    expect(result.victims[0]).toMatchObject({ liableTotal: { yuan: '40000.00' }, ownShare: { yuan: '10000.00' } });
  });
});

describe('advances', () => {
  const advanced = (advances: NonNullable<CaseInput['advances']>) =>
    settled(
      plainCase({
        vehicles: [car('A', { fault: 'main', ratio: 0.7, commercial: { limit: 10_000 } })],
        victims: [victimWith('v', { medical: 48_000 })],
        advances,
      }),
    ).victims[0];

  it('by the person net against the own debt first, then come back from commercial and compulsory cover', () => {
    const victim = advanced([{ by: 'person', vehicle: 'A', victim: 'v', amount: 25_000, group: 'medical' }]);
    expect(victim).toMatchObject({
      awarded: { yuan: '39000.00' },
      alreadyPaid: { yuan: '11000.00' },
      refunded: { yuan: '14000.00' },
      receives: { yuan: '14000.00' },
    });
    expect(victim?.payments.flatMap((payment) => payment.refunds.map((refund) => [payment.payer, refund.amount.yuan]))).toEqual([
      ['compulsory:A', '4000.00'],
      ['commercial:A', '10000.00'],
    ]);
  });

  it('are refunded only out of their own item group in compulsory cover', () => {
    const victim = advanced([{ by: 'person', vehicle: 'A', victim: 'v', amount: 25_000, group: 'deathDisability' }]);
    expect(victim?.surplus).toEqual([{ payer: 'person:A', amount: { fen: 400_000, yuan: '4000.00' } }]);
  });

  it('by the rescue fund are deducted so that the fund is repaid', () => {
    const victim = advanced([{ by: 'fund', victim: 'v', amount: 12_000, group: 'medical' }]);
    expect(victim).toMatchObject({ refunded: { yuan: '12000.00' }, receives: { yuan: '27000.00' } });
  });

  it('that the bills leave out use up the sub-limit but are not deducted again', () => {
    const victim = advanced([{ by: 'compulsory', vehicle: 'A', victim: 'v', amount: 10_000, group: 'medical', inClaim: false }]);
    expect(victim).toMatchObject({ compulsoryTotal: { yuan: '8000.00' }, alreadyPaid: { yuan: '0.00' } });
  });

  it('above everything owed are reported as surplus to be returned', () => {
    const victim = advanced([{ by: 'person', vehicle: 'A', victim: 'v', amount: 50_000 }]);
    expect(victim).toMatchObject({ receives: { yuan: '0.00' }, surplus: [{ payer: 'person:A', amount: { yuan: '11000.00' } }] });
  });
});
