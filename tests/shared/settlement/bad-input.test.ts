import { describe, expect, it } from 'vitest';
import type { CaseInput } from '../../../shared/settlement/input/case-input.ts';
import { plainCase, problems, settled, victimWith } from './read-case.ts';

const withVictim = (victim: object): unknown => ({ ...plainCase(), victims: [{ id: 'v', items: {}, ...victim }] });
const withVehicle = (vehicle: object): unknown => ({
  ...plainCase(),
  vehicles: [{ id: 'A', fault: 'main', ratio: 0.7, compulsory: { insured: true }, ...vehicle }],
});

describe('bad input names the path in the file', () => {
  it.each([
    ['death before the accident', withVictim({ diedOn: '2024-02-29' }), 'settle.impossible-date victims[0].diedOn'],
    [
      'grading before treatment ends',
      withVictim({ treatmentEndedOn: '2024-08-01', gradedOn: '2024-07-31' }),
      'settle.impossible-date victims[0].gradedOn',
    ],
    ['birth after the accident', withVictim({ bornOn: '2024-03-02' }), 'settle.impossible-date victims[0].bornOn'],
    ['30 February', withVictim({ gradedOn: '2024-02-30' }), 'settle.impossible-date victims[0].gradedOn'],
    ['an accident before there were rules', { ...plainCase(), accident: { on: '1990-01-01' } }, 'settle.rule-set-unknown accident.on'],
    ['filing before the accident', { ...plainCase(), filedOn: '2023-01-01' }, 'settle.impossible-date filedOn'],
    [
      'grade 0',
      withVictim({ items: { disabilityCompensation: { grades: [0] } } }),
      'settle.grade-out-of-range victims[0].items.disabilityCompensation.grades[0]',
    ],
    [
      'grade 11',
      withVictim({ items: { disabilityCompensation: { grades: [9, 11] } } }),
      'settle.grade-out-of-range victims[0].items.disabilityCompensation.grades[1]',
    ],
    ['a ratio above 100 %', withVehicle({ ratio: 1.2 }), 'settle.ratio-out-of-range vehicles[0].ratio'],
    ['a ratio written as 70', withVehicle({ ratio: 70 }), 'settle.ratio-out-of-range vehicles[0].ratio'],
    ['a ratio of 120 %', withVehicle({ ratio: '120%' }), 'settle.ratio-out-of-range vehicles[0].ratio'],
    [
      '21 supporters',
      withVictim({ items: { dependantsLiving: { people: [{ age: 5, supporters: 21 }] } } }),
      'settle.too-many-supporters victims[0].items.dependantsLiving.people[0].supporters',
    ],
    ['age 130', withVictim({ age: 130 }), 'settle.age-out-of-range victims[0].age'],
    ['a birth date that makes 130', withVictim({ bornOn: '1893-01-01' }), 'settle.age-out-of-range victims[0].bornOn'],
    [
      'limits of another time',
      withVehicle({ compulsory: { insured: true, limits: { deathDisability: 110_000 } } }),
      'settle.limits-contradict-accident vehicles[0].compulsory.limits.deathDisability',
    ],
    [
      'a reserve above the limit',
      withVehicle({ compulsory: { insured: true, reserve: { medical: { amount: 20_000 } } } }),
      'settle.reserve-over-limit vehicles[0].compulsory.reserve.medical',
    ],
    ['an unknown field', withVictim({ items: { medicine: 5 } }), 'settle.unknown-field victims[0].items'],
    [
      'a misspelt field inside an item',
      withVictim({ items: { nursing: { dailyrate: 120, days: 3 } } }),
      'settle.unknown-field victims[0].items.nursing',
    ],
    ['a negative amount', withVictim({ items: { transport: -5 } }), 'settle.schema victims[0].items.transport'],
    ['an amount with misplaced separators', withVictim({ items: { transport: '1,00' } }), 'settle.schema victims[0].items.transport'],
    ['a missing ratio', withVehicle({ ratio: undefined }), 'settle.missing-input vehicles[0].ratio'],
    [
      'a vehicle without fault above ten percent',
      withVehicle({ fault: 'none', ratio: 0.2 }),
      'settle.ratio-out-of-range vehicles[0].ratio',
    ],
    [
      'a motor vehicle that says nothing about compulsory cover',
      withVehicle({ compulsory: undefined }),
      'settle.missing-input vehicles[0].compulsory',
    ],
    [
      'an advance for nobody',
      { ...plainCase(), advances: [{ by: 'fund', victim: 'nobody', amount: 5 }] },
      'settle.unknown-victim advances[0].victim',
    ],
    [
      'a seat in no vehicle of the file',
      withVictim({ position: 'passenger', inVehicle: 'Z' }),
      'settle.unknown-vehicle victims[0].inVehicle',
    ],
    [
      '2014 clauses without the rider question',
      withVehicle({ commercial: { limit: 100, clauseSet: '2014' } }),
      'settle.missing-input vehicles[0].commercial.noDeductibleRider',
    ],
    [
      'an age that contradicts the birth date',
      withVictim({ bornOn: '1980-01-01', age: 30, gradedOn: '2024-06-01', items: { disabilityCompensation: { grades: [10] } } }),
      'settle.age-contradicts-birth victims[0].age',
    ],
    ['a victims list that is no list', { ...plainCase(), victims: {} }, 'settle.schema victims'],
    ['no accident', { vehicles: plainCase().vehicles, victims: plainCase().victims }, 'settle.missing-input accident'],
    ['no object at all', 'case', 'settle.schema $'],
  ])('%s', (_name, input, expected) => {
    expect(problems(input)).toContain(expected);
  });

  it('reports every problem of a file at once', () => {
    expect(problems(withVictim({ age: 130, items: { disabilityCompensation: { grades: [11] } } }))).toHaveLength(2);
    expect(problems(withVictim({ items: { disabilityCompensation: { grades: [8, 9] }, nursing: {} }, gradedOn: '2024-08-01' }))).toEqual([
      'settle.missing-input victims[0].items.nursing.dailyRate',
      'settle.missing-input victims[0].items.nursing.days',
      'settle.missing-input victims[0].items.disabilityCompensation.method',
      'settle.missing-input victims[0].age',
    ]);
  });

  it('ratios of two vehicles above the whole', () => {
    const vehicles: CaseInput['vehicles'] = ['A', 'B'].map((id) => ({ id, fault: 'main', ratio: 0.7, compulsory: { insured: true } }));
    expect(problems(plainCase({ vehicles }))).toEqual(['settle.ratio-sum-over-one vehicles']);
  });

  it('limits the court fixed against the date pass with a reason and stay visible', () => {
    const result = settled(
      withVehicle({
        compulsory: { insured: true, limits: { deathDisability: 110_000 }, limitsReason: 'policy of 2019, as the court held' },
      }),
    );
    expect(result.remarks.map((remark) => remark.code)).toContain('limits-given');
    expect(result.pools.find((pool) => pool.group === 'deathDisability')?.limit.yuan).toBe('110000.00');
  });
});

describe('large cases', () => {
  it('200 injured people share the pools exactly', () => {
    const victims = Array.from({ length: 200 }, (_, index) =>
      victimWith(`p${index}`, { medical: 100 + index, deathDisability: 5_000 + 7 * index }),
    );
    const result = settled(plainCase({ victims }));
    for (const pool of result.pools.slice(0, 2)) expect(pool.left.fen).toBe(0);
    expect(result.summary.loss.fen).toBe(
      result.summary.compulsory.fen + result.summary.commercial.fen + result.summary.person.fen + result.summary.ownShare.fen,
    );
  });

  it('5,000 bill lines add up exactly', () => {
    const bills = Array.from({ length: 5_000 }, () => ({ amount: '0.10' }));
    expect(settled(plainCase({ victims: [{ id: 'v', items: { medical: { bills } } }] })).summary.loss.yuan).toBe('500.00');
  });
});
