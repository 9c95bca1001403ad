import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleCase } from '../../../../shared/settlement/file/assemble.ts';
import { computedByItem } from '../../../../shared/settlement/file/computed.ts';
import { liveSettlement } from '../../../../shared/settlement/file/live.ts';
import type { SettlementRows } from '../../../../shared/settlement/file/rows.ts';
import { effectOfValues } from '../../../../shared/settlement/effect.ts';
import { parseCase } from '../../../../shared/settlement/input/parse-case.ts';
import { basisRow, billRow, itemRow, partyBasisRow, testPack, walkerCase } from '../../../support/settlement.ts';

const pack = testPack();
const settled = (rows: SettlementRows) => {
  const live = liveSettlement(rows, pack);
  expect(live.errors).toEqual([]);
  if (live.settlement === null) throw new Error('not settled');
  return live.settlement;
};

describe('the case file in the engine’s words', () => {
  it('settles a whole case from its rows', () => {
    const settlement = settled(walkerCase());
    expect(settlement.ruleSet.id).toBe('CN-2022');
    expect(settlement.victims[0]?.totals.total.yuan).toBe('170683.94');
    expect(settlement.summary.compulsory.yuan).toBe('147944.80');
  });

  it('takes what was allowed before what the rule gives, and what was claimed only where there is neither', () => {
    const { party, ...rows } = walkerCase();
    const items = [
      itemRow(party.id, 'transport', { claimedFen: 50_000 }),
      itemRow(party.id, 'hospitalMeals', { claimedFen: 600_000, allowedFen: 400_000, inputs: { dailyRate: 100, days: 54 } }),
    ];
    const amounts = (mode: 'review' | 'computed' | 'claimed') =>
      liveSettlement({ ...rows, items }, pack, mode).items.map(({ head }) => [head.key, head.amountFen]);
    expect(amounts('review')).toEqual([
      ['hospitalMeals', 400_000],
      ['transport', 50_000],
    ]);
    expect(amounts('computed')[0]).toEqual(['hospitalMeals', 540_000]);
    expect(amounts('claimed')[0]).toEqual(['hospitalMeals', 600_000]);
  });

  it('adds up bills and cuts of their lines into the medical item, and leads back to each bill', () => {
    const { party, ...rows } = walkerCase();
    const line = { label: '药', on: null, price: null, quantity: null, listClass: null };
    const cut = { ...line, amountFen: 10_000, allowedFen: 4_000, reason: '无医嘱' };
    const bills = [
      billRow(party.id, { amountFen: 100_000, lines: [cut, { ...line, amountFen: 90_000, allowedFen: null, reason: '' }] }),
      billRow(party.id, { amountFen: 50_000, allowed: false, billedOn: '2023-08-01' }),
      billRow(party.id, { lines: [{ ...line, amountFen: 7_000, allowedFen: null, reason: '' }], paidByInsuranceFen: 2_000 }),
    ];
    const live = liveSettlement({ ...rows, bills }, pack);
    const medical = live.items.find(({ head }) => head.key === 'medical');
    expect(medical?.head.computedFen).toBe(3_233_914 + 100_000 - 6_000 + 5_000);
  });

  it('names the field of a problem in a bill', () => {
    const { party, ...rows } = walkerCase();
    const bills = [billRow(party.id, { amountFen: 100_000, billedOn: '2023-13-01' })];
    const [error] = liveSettlement({ ...rows, bills }, pack).errors;
    expect(error).toMatchObject({ code: 'settle.impossible-date', place: { entity: 'bill', id: bills[0]?.id, field: 'billedOn' } });
  });

  it('merges two rows of a kind and names the row of each line', () => {
    const { party, ...rows } = walkerCase();
    const second = itemRow(party.id, 'nursing', { inputs: { dailyRate: 130, days: -1 }, at: '2026-02-01T00:00:00.000Z' });
    const live = liveSettlement({ ...rows, items: [...rows.items, second] }, pack);
    expect(live.errors[0]?.place).toMatchObject({ entity: 'damageItem', id: second.id, field: 'inputs.days' });
    const good = { ...second, inputs: { dailyRate: 130, days: 10 } };
    const computed = computedByItem({ ...rows, items: [...rows.items, good] }, pack);
    expect(computed.get(second.id)).toBe(130_000);
    const nursing = settled({ ...rows, items: [...rows.items, good] }).victims[0]?.items.find(({ key }) => key === 'nursing');
    expect(nursing?.amountFen).toBe(1_000_000 + 216_000 + 130_000);
  });

  it('does not lose the case when two rows cannot be merged, but says which one stands outside', () => {
    const { party, ...rows } = walkerCase();
    const second = itemRow(party.id, 'disabilityCompensation', { inputs: { grades: [9] }, at: '2026-02-01T00:00:00.000Z' });
    const live = liveSettlement({ ...rows, items: [...rows.items, second] }, pack);
    expect(live.settlement).toBeNull();
    expect(live.errors).toMatchObject([{ code: 'settle.contradiction', place: { id: second.id, field: 'kind' } }]);
  });
});

describe('while something is missing', () => {
  it('computes the other items and names the field', () => {
    const { party: _party, ...rows } = walkerCase();
    const live = liveSettlement({ ...rows, bases: [] }, pack);
    expect(live.settlement).toBeNull();
    expect(live.errors.map(({ place }) => place.field)).toContain('vehicles');
    expect(live.items.find(({ head }) => head.key === 'nursing')?.head.computedFen).toBe(1_216_000);
    expect(live.errors.find(({ code }) => code === 'settle.missing-input' || code === 'settle.missing-statistics-year')).toBeDefined();
  });

  it('asks for the statistics year and never guesses it', () => {
    const { party: _party, ...rows } = walkerCase();
    const bases = [...rows.bases, basisRow({ statistics: { forumRegion: '山西' }, at: '2027-01-01T00:00:00.000Z' })];
    const live = liveSettlement({ ...rows, bases }, pack);
    expect(live.errors[0]).toMatchObject({
      code: 'settle.missing-statistics-year',
      place: { entity: 'calculationBasis', field: 'statistics.year' },
    });
  });

  it.each([
    ['grade 0', { grades: [0] }, 'settle.grade-out-of-range', 'inputs.grades.0'],
    ['grade 11', { grades: [11] }, 'settle.grade-out-of-range', 'inputs.grades.0'],
    ['a coefficient above one', { coefficient: 1.2 }, 'settle.ratio-out-of-range', 'inputs.coefficient'],
  ])('%s is shown at its field', (_name, inputs, code, field) => {
    const { party, ...rows } = walkerCase();
    const items = rows.items.map((row) => (row.kind === 'disabilityCompensation' ? { ...row, inputs } : row));
    const live = liveSettlement({ ...rows, items }, pack);
    expect(live.errors[0]).toMatchObject({ code, place: { entity: 'damageItem', partyId: party.id, field } });
    expect(live.items.length).toBe(6);
  });

  it('finds 21 supporters, a person of 130, a death before the accident and limits of another time', () => {
    const { party, ...rows } = walkerCase();
    const find = (changed: Partial<SettlementRows>) =>
      liveSettlement({ ...rows, ...changed }, pack).errors.map(({ code, place }) => [code, place.entity, place.field]);
    const dependants = itemRow(party.id, 'dependantsLiving', { inputs: { people: [{ age: 5, supporters: 21 }] } });
    expect(find({ items: [...rows.items, dependants] })).toContainEqual([
      'settle.too-many-supporters',
      'damageItem',
      'inputs.people.0.supporters',
    ]);
    expect(find({ parties: [{ ...party, bornOn: '1893-01-01' }] })).toContainEqual(['settle.age-out-of-range', 'injuredParty', 'bornOn']);
    expect(find({ partyBases: [partyBasisRow(party.id, { diedOn: '2023-01-01' })] })).toContainEqual([
      'settle.impossible-date',
      'partyBasis',
      'diedOn',
    ]);
    const old = { medical: 10_000, deathDisability: 110_000, property: 2_000 };
    const vehicles = [{ id: 'car', fault: 'full' as const, compulsory: { insured: true, limits: old } }];
    expect(find({ bases: [basisRow({ vehicles, statistics: { forumRegion: '山西', year: 2023 } })] })[0]).toMatchObject([
      'settle.limits-contradict-accident',
      'calculationBasis',
      expect.stringMatching(/^vehicles\.0\.compulsory\.limits/),
    ]);
  });
});

describe('properties', () => {
  it('rows in any order give the same case and the same fen', () => {
    const { party, ...rows } = walkerCase();
    const bills = [1, 2, 3].map((n) => billRow(party.id, { amountFen: n * 10_001, at: `2026-01-0${n}T00:00:00.000Z` }));
    const all = { ...rows, bills };
    const first = JSON.stringify(assembleCase(all).input);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rows.items as never[], { minLength: rows.items.length }),
        fc.shuffledSubarray(bills, { minLength: 3 }),
        (items, mixed) => {
          expect(JSON.stringify(assembleCase({ ...all, items, bills: mixed }).input)).toBe(first);
        },
      ),
      { numRuns: 50, seed: 7 },
    );
  });

  it('what is assembled is a valid case file', () => {
    expect(parseCase(assembleCase(walkerCase()).input).ok).toBe(true);
  });

  it('200 injured people in one accident stay fast enough to type in', () => {
    const base = walkerCase();
    const parties = Array.from({ length: 200 }, (_, n) => ({
      ...base.party,
      id: `${base.party.id.slice(0, -3)}${String(n).padStart(3, '0')}`,
    }));
    const items = parties.flatMap(({ id }) =>
      base.items.map((row) => ({ ...row, id: `${row.id}${id}`, partyId: id as typeof row.partyId })),
    );
    const partyBases = parties.map(({ id }) => partyBasisRow(id, { gradedOn: '2024-01-10' }));
    const live = liveSettlement({ ...base, parties, items, partyBases }, pack);
    expect(live.settlement?.victims.length).toBe(200);
    expect(live.items.length).toBe(200 * base.items.length);
  });
});

describe('the effect of one value', () => {
  it('is the difference of the whole case', () => {
    const { input } = assembleCase(walkerCase());
    const effect = effectOfValues(input, pack, [{ path: 'victims[0].items.lostIncome.dailyRate', value: 100 }]);
    if (!effect.ok) throw new Error(effect.error[0]?.code);
    expect(effect.value.lossFen).toBe(340_000);
    expect(input.victims[0]?.items.lostIncome).toMatchObject({ dailyRate: 80 });
  });

  it('names the path of a value that is not possible', () => {
    const { input } = assembleCase(walkerCase());
    const effect = effectOfValues(input, pack, [{ path: 'victims[0].items.lostIncome.days', value: -1 }]);
    expect(!effect.ok && effect.error[0]?.path).toBe('victims[0].items.lostIncome.days');
  });
});
