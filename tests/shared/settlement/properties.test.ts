import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseInput } from '../../../shared/settlement/input/case-input.ts';
import { settleCase } from '../../../shared/settlement/settle.ts';
import type { Settlement } from '../../../shared/settlement/result.ts';
import { settled, victimWith } from './read-case.ts';

const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 150), seed: Number(process.env['PROPERTY_SEED'] ?? 20_260_101) };

const yuan = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((fen) => (fen / 100).toFixed(2));
const sums = fc.record({ medical: yuan(60_000), deathDisability: yuan(400_000), property: yuan(5_000), outside: yuan(3_000) });

const accidentOn = fc.constantFrom('2007-05-01', '2015-05-01', '2020-09-18', '2020-09-19', '2024-05-01');
const reserve = fc.option(fc.constantFrom({ deathDisability: { share: 0.5 } }, { medical: { share: '1/3' } }), { nil: undefined });
const commercial = fc.option(
  fc.record({
    limit: fc.constantFrom(50_000, 300_000, 1_000_000),
    absoluteDeductibles: fc.constantFrom<(number | string)[]>([], ['5%'], [0.1, 0.05]),
  }),
  { nil: undefined },
);

const vehicle = fc.record({
  fault: fc.constantFrom('equal' as const, 'minor' as const, 'none' as const),
  insured: fc.boolean(),
  reserve,
  commercial,
});

const builtCase = fc
  .record({
    on: accidentOn,
    vehicles: fc.array(vehicle, { minLength: 1, maxLength: 3 }),
    victims: fc.array(fc.record({ sums, seat: fc.boolean() }), { minLength: 1, maxLength: 4 }),
    advances: fc.array(
      fc.record({
        by: fc.constantFrom('compulsory' as const, 'person' as const, 'fund' as const),
        vehicle: fc.nat(2),
        victim: fc.nat(3),
        amount: yuan(60_000),
        group: fc.constantFrom('medical' as const, 'deathDisability' as const),
      }),
      { maxLength: 3 },
    ),
    order: fc.constantFrom('first' as const, 'proportional' as const),
  })
  .map(({ on, vehicles, victims, advances, order }): CaseInput => ({
    accident: { on },
    filedOn: '2024-06-01',
    conventions: { noFaultOrder: order },
    vehicles: vehicles.map((entry, index) => ({
      id: `car${index}`,
      fault: entry.fault,
      ratio: entry.fault === 'none' ? 0 : 0.3,
      compulsory: { insured: entry.insured, ...(entry.reserve === undefined ? {} : { reserve: entry.reserve }) },
      ...(entry.commercial === undefined ? {} : { commercial: entry.commercial }),
      seat: { passengerLimit: 10_000, driverLimit: 10_000 },
    })),
    victims: victims.map((entry, index) => {
      const base = {
        ...victimWith(`person${index}`, {}),
        items: { other: Object.entries(entry.sums).map(([group, amount]) => ({ label: group, group: group as 'medical', amount })) },
      };
      return entry.seat ? { ...base, position: 'passenger' as const, inVehicle: 'car0' } : base;
    }),
    advances: advances.map((entry) => ({
      by: entry.by,
      vehicle: `car${entry.vehicle % vehicles.length}`,
      victim: `person${entry.victim % victims.length}`,
      amount: entry.amount,
      group: entry.group,
    })),
  }));

const everyFen = (value: unknown): number[] => {
  if (Array.isArray(value)) return value.flatMap(everyFen);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (typeof inner === 'number' && /fen$/i.test(key) ? [inner] : everyFen(inner)));
};

const facts = ({ victims, pools, payers, summary }: Settlement) => ({ victims, pools, payers, summary });
const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);

describe('properties of every settlement', () => {
  it('never produces a negative or fractional fen', () => {
    fc.assert(
      fc.property(builtCase, (input) => {
        for (const fen of everyFen(facts(settled(input)))) expect(Number.isSafeInteger(fen) && fen >= 0).toBe(true);
      }),
      runs,
    );
  });

  it('never lets a sub-limit, a commercial limit or a seat pay above itself', () => {
    fc.assert(
      fc.property(builtCase, (input) => {
        const result = settled(input);
        for (const pool of result.pools)
          expect(sum(pool.shares.map((share) => share.amount.fen)) + pool.used.fen + pool.reserve.fen).toBeLessThanOrEqual(pool.limit.fen);
        for (const payer of result.payers.filter((entry) => entry.layer === 'commercial')) {
          const limit = Number(input.vehicles.find((entry) => entry.id === payer.vehicle)?.commercial?.limit);
          expect(payer.total.fen).toBeLessThanOrEqual(limit * 100);
        }
        for (const payment of result.victims.flatMap((victim) => victim.payments).filter((entry) => entry.layer === 'seat'))
          expect(payment.due.fen).toBeLessThanOrEqual(1_000_000);
      }),
      runs,
    );
  });

  it('sums its parts exactly to the loss, for every person and for the case', () => {
    fc.assert(
      fc.property(builtCase, (input) => {
        const result = settled(input);
        for (const victim of result.victims) {
          expect(victim.awarded.fen + victim.ownShare.fen).toBe(victim.totals.total.fen);
          expect(victim.compulsoryTotal.fen + victim.excess.fen).toBe(victim.totals.total.fen);
          expect(sum(victim.items.map((item) => item.compulsory.fen))).toBe(victim.compulsoryTotal.fen);
          expect(sum(victim.compulsory.map((share) => share.amount.fen))).toBe(victim.compulsoryTotal.fen);
          expect(victim.alreadyPaid.fen + victim.refunded.fen + victim.receives.fen).toBe(victim.awarded.fen);
          for (const liability of victim.liabilities) {
            expect(liability.commercial.fen + liability.seat.fen + liability.person.fen + liability.self.fen).toBe(liability.amount.fen);
          }
        }
        expect(sum(result.payers.map((payer) => payer.total.fen)) + result.summary.ownShare.fen).toBe(result.summary.loss.fen);
      }),
      runs,
    );
  });

  it('uses a sub-limit up to the fen when the losses that may claim on it are larger', () => {
    let exhausted = 0;
    fc.assert(
      fc.property(builtCase, (input) => {
        const result = settled(input);
        for (const pool of result.pools) {
          const unmet = result.victims
            .filter((victim) => input.victims.find((entry) => entry.id === victim.id)?.inVehicle !== pool.vehicle)
            .map((victim) => sum(victim.items.filter((item) => item.group === pool.group).map((item) => item.excess.fen)));
          if (unmet.every((fen) => fen === 0)) continue;
          exhausted += 1;
          expect(pool.left.fen).toBe(0);
        }
      }),
      runs,
    );
    expect(exhausted).toBeGreaterThan(20);
  });

  it('does not depend on the order of victims, vehicles, items and advances', () => {
    const byKey = (result: Settlement) => ({
      victims: Object.fromEntries(
        result.victims.map((victim) => [
          victim.id,
          [victim.awarded.fen, victim.receives.fen, victim.ownShare.fen, victim.compulsoryTotal.fen],
        ]),
      ),
      payers: Object.fromEntries(result.payers.map((payer) => [`${payer.payer} ${payer.layer}`, [payer.total.fen, payer.refunds.fen]])),
    });
    fc.assert(
      fc.property(builtCase, (input) => {
        const turned: CaseInput = {
          ...input,
          vehicles: [...input.vehicles].reverse(),
          victims: [...input.victims]
            .reverse()
            .map((victim) => ({ ...victim, items: { ...victim.items, other: [...(victim.items.other ?? [])].reverse() } })),
          advances: [...(input.advances ?? [])].reverse(),
        };
        expect(byKey(settled(turned))).toEqual(byKey(settled(input)));
      }),
      runs,
    );
  });

  it('replays to the fen from its own record, with only the figures it used', () => {
    fc.assert(
      fc.property(builtCase, (input) => {
        const first = settled(input);
        const record = JSON.parse(JSON.stringify(first.record)) as Settlement['record'];
        const again = settleCase(record.input, record.pack);
        expect(again.ok && facts(again.value)).toEqual(facts(first));
      }),
      { ...runs, numRuns: 40 },
    );
  });

  it('awards never less for a higher ratio, more days or a higher income', () => {
    const award = (ratio: number, days: number, income: number): number =>
      settled({
        accident: { on: '2024-03-01' },
        statistics: { income },
        vehicles: [{ id: 'A', fault: 'main', ratio, compulsory: { insured: true }, commercial: { limit: 2_000_000 } }],
        victims: [
          {
            id: 'v',
            age: 40,
            gradedOn: '2024-12-01',
            items: { medical: 50_000, lostIncome: { dailyRate: '123.45', days }, disabilityCompensation: { grades: [9] } },
          },
        ],
      }).summary.receives.fen;
    const point = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 270 }), fc.integer({ min: 10_000, max: 100_000 }));
    fc.assert(
      fc.property(point, point, (a, b) => {
        const low = award(Math.min(a[0], b[0]) / 100, Math.min(a[1], b[1]), Math.min(a[2], b[2]));
        const high = award(Math.max(a[0], b[0]) / 100, Math.max(a[1], b[1]), Math.max(a[2], b[2]));
        expect(high).toBeGreaterThanOrEqual(low);
      }),
      runs,
    );
  });
});
