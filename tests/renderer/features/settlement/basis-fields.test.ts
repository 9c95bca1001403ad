import { describe, expect, it } from 'vitest';
import { drugsList, exclusionList, oneOf, compulsoryFields } from '../../../../renderer/features/settlement/basis/basis-specs.ts';
import { labelOf } from '../../../../renderer/features/settlement/basis/label-of.ts';
import { at, put } from '../../../../renderer/features/settlement/basis/paths.ts';
import { entryOf, listRow, readInput, showInput } from '../../../../renderer/features/settlement/item/input-values.ts';
import { parseCase } from '../../../../shared/settlement/input/parse-case.ts';

const reserve = compulsoryFields.find(({ name }) => name === 'compulsory.reserve.medical')!;
const car = { id: 'car', fault: 'main', ratio: 0.7, compulsory: { insured: true }, commercial: { limit: 1_000_000 } };
const caseOf = (vehicle: object, victim: object = {}) => ({
  accident: { on: '2023-07-19' },
  vehicles: [vehicle],
  victims: [{ id: 'p1', items: { medical: 1000 }, ...victim }],
});
const pathsOf = (input: object): string[] => {
  const parsed = parseCase(input);
  return parsed.ok ? [] : parsed.error.map(({ path }) => path);
};

describe('fields of the basis', () => {
  it.each([
    ['30%', { share: '30%' }, '30%'],
    ['30％', { share: '30%' }, '30%'],
    ['1/3', { share: '1/3' }, '1/3'],
    ['5 万', { amount: '5万' }, '5万'],
    ['¥50,000', { amount: '50000' }, '50000'],
  ])('reads %j as what is kept back', (typed, value, shown) => {
    expect(readInput(reserve, typed)).toEqual(value);
    expect(showInput(reserve, value)).toBe(shown);
  });

  it('shows a stored share as per cent', () => {
    expect([showInput(reserve, { share: 0.07 }), showInput(reserve, { share: '0.3' }), showInput(reserve, undefined)]).toEqual([
      '7%',
      '30%',
      '',
    ]);
  });

  it('keeps the name of a vehicle as text, and offers one that is gone', () => {
    const field = oneOf('ownVehicle', { 1: '1 · 货车' }, 'old');
    expect(field.options).toEqual(['1', 'old']);
    expect(readInput(field, '1')).toBe('1');
  });

  it('gives each part its own word', () => {
    expect(['lift.reason', 'participation.reason', 'compulsory.used.medical', 'statistics.year'].map(labelOf)).toEqual([
      'lift_reason',
      'participation_reason',
      'compulsory_used_medical',
      'year',
    ]);
  });

  it('writes exclusions, drugs and reserves as the engine reads them, and takes an empty part out', () => {
    const excluded = { item: 'medical', reason: '非医保', explained: true, amount: '200' };
    const drugs = { basis: 'flatRate', rate: '10%', reason: '双方同意', victim: 'p1' };
    const rows = [
      listRow(exclusionList('exclusions', { p1: '甲' }, { medical: '医疗费' }), excluded, 0),
      listRow(drugsList({ p1: '甲' }), drugs, 0),
    ];
    const again = [entryOf(exclusionList('exclusions', {}, {}), rows[0]!), entryOf(drugsList({}), rows[1]!)];
    expect(again).toEqual([excluded, drugs]);
    const full = put(
      put(put(car, 'commercial.exclusions', [again[0]]), 'commercial.nonInsuredDrugs', [again[1]]),
      reserve.name,
      readInput(reserve, '30%'),
    );
    expect(pathsOf(caseOf(full, { lift: { reduction: '20%', reason: '顺路' } }))).toEqual([]);
    expect(put(full, reserve.name, undefined)['compulsory']).toEqual({ insured: true });
    expect(at(full, 'commercial.exclusions')).toEqual([excluded]);
  });

  it.each([
    [
      'an exclusion nobody says was explained',
      put(car, 'commercial.exclusions', [{ reason: '条款' }]),
      'vehicles[0].commercial.exclusions[0].explained',
    ],
    [
      'drugs without a basis',
      put(car, 'commercial.nonInsuredDrugs', [{ reason: '条款' }]),
      'vehicles[0].commercial.nonInsuredDrugs[0].basis',
    ],
    ['a sum that is no sum', put(car, 'compulsory.used.medical', '5万'), 'vehicles[0].compulsory.used.medical'],
  ])('%s is said at its field', (_what, vehicle, path) => {
    expect(pathsOf(caseOf(vehicle))).toContain(path);
  });

  it('a reserve that is no sum and a participation without a reason are said at their fields', () => {
    const wrong = put(car, reserve.name, { amount: 'viel' });
    expect(pathsOf(caseOf(wrong)).some((path) => path.startsWith('vehicles[0].compulsory.reserve.medical'))).toBe(true);
    expect(pathsOf(caseOf(car, { participation: { applies: true } }))).toContain('victims[0].participation.reason');
  });
});
