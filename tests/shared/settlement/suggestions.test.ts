import type { Bill } from '../../../shared/settlement/bill-model.ts';
import { classTotals } from '../../../shared/settlement/file/class-totals.ts';
import type { BasisValues } from '../../../shared/settlement/file/overlay.ts';
import { drugsSuggestion } from '../../../shared/settlement/suggest/drugs-suggestion.ts';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../shared/facts/model.ts';
import type { TreatmentEvent } from '../../../shared/doctors/model.ts';
import { liveSettlement } from '../../../shared/settlement/file/live.ts';
import { settlementSuggestions, type SuggestionRows } from '../../../shared/settlement/suggest/suggestions.ts';
import { basisRow, itemRow, testPack, walkerCase } from '../../support/settlement.ts';

const pack = testPack();
const { party, ...walker } = walkerCase();
const made = { at: '2026-01-01T00:00:00.000Z', voidReason: null };
const fact = (topic: string, value: object, source = 'injured') =>
  ({ ...made, id: `f-${topic}`, partyId: party.id, topic, value, source, saidAt: '2026-01-01T00:00:00.000Z' }) as unknown as Fact;
const head = {
  ...walker.case,
  plate: '晋A12345',
  policyNumber: null,
  driverName: '王司机',
  accidentPlace: '山西省太原市迎泽大街',
  liabilityFinding: 'primary' as const,
  liabilityShare: null,
  commercialLimitFen: 100_000_000,
};
const person = { ...party, roadRole: 'e-bike' as const, dischargedOn: '2023-08-10', treatmentEnded: true };
const rows = (changes: object = {}): SuggestionRows =>
  ({
    ...walker,
    case: head,
    parties: [person],
    items: [],
    bases: [],
    partyBases: [],
    treatments: [],
    facts: [],
    ...changes,
  }) as SuggestionRows;
const found = (changes: object = {}) => settlementSuggestions(rows(changes), { pack, today: '2026-06-01' });
const by = (changes: object, field: string, kind: string | null = null) =>
  found(changes).find((one) => one.field === field && one.kind === kind);

describe('suggestions for the basis', () => {
  it('make the own vehicle from the case, and mark what nobody has verified', () => {
    const vehicles = by({}, 'vehicles');
    expect(vehicles?.value).toMatchObject([{ id: 'own', fault: 'main', ratio: '0.7', commercial: { limit: 1_000_000 }, person: '王司机' }]);
    expect(vehicles?.sources['vehicles.0.ratio']).toMatchObject({ mark: 'J' });
    expect(vehicles?.sources['vehicles.0.compulsory.insured']).toMatchObject({ mark: 'U' });
    expect(by({ case: { ...head, policyNumber: 'P1' } }, 'vehicles')?.sources['vehicles.0.compulsory.insured']).toMatchObject({
      mark: 'input',
    });
  });

  it('take the share that was entered before any practice, and guess no ratio elsewhere', () => {
    expect(by({ case: { ...head, liabilityShare: 65 } }, 'vehicles')?.value).toMatchObject([{ ratio: 0.65 }]);
    expect(by({ case: { ...head, accidentPlace: '河北省石家庄市' } }, 'vehicles')?.value).not.toHaveProperty('0.ratio');
    expect(by({ case: { ...head, liabilityFinding: 'undetermined' } }, 'vehicles')).toBeUndefined();
  });

  it('name region and the last year with both figures, never as a fact', () => {
    expect(by({}, 'statistics.forumRegion')).toMatchObject({ value: '山西', sources: { 'statistics.forumRegion': { mark: 'U' } } });
    expect(by({}, 'statistics.year')).toMatchObject({ value: 2025, reason: 'last-published-year' });
  });

  it('ask for a settlement day only before May 2022', () => {
    expect(by({}, 'settledOn')).toBeUndefined();
    expect(by({ case: { ...head, accidentAt: '2021-05-01T02:00:00.000Z' } }, 'settledOn')?.value).toBe('2026-06-01');
  });

  it('are never used by themselves', () => {
    const live = liveSettlement(rows(), pack);
    expect(live.settlement).toBeNull();
    expect(live.errors.map(({ place }) => place.field)).toContain('vehicles');
  });

  it('fall silent where the basis speaks', () => {
    expect(found({ bases: walker.bases }).filter(({ entity }) => entity === 'calculationBasis')).toEqual([]);
    const year = by({ bases: [basisRow({ statistics: { forumRegion: '北京' } })] }, 'statistics.year');
    expect(year?.value).toBe(2023);
  });
});

describe('suggestions for a person', () => {
  it('come from the person, the facts and the doctor step, with who said it', () => {
    const treatments = [
      { ...made, id: 't', partyId: party.id, kind: 'stay', fromOn: '2023-07-19', untilOn: '2023-08-11' } as TreatmentEvent,
    ];
    const facts = [
      fact('household', { kind: 'choice', choice: 'rural' }),
      fact('incomeMonthly', { kind: 'money', amountFen: 650_000 }, 'paper'),
    ];
    const changes = { treatments, facts, bases: walker.bases };
    expect(by(changes, 'position')?.value).toBe('nonMotor');
    expect(by(changes, 'residence')).toMatchObject({
      value: 'rural',
      sources: { residence: { mark: 'U', source: 'fact:f-household (injured)' } },
    });
    expect(by(changes, 'treatmentEndedOn')).toMatchObject({ value: '2023-08-11', reason: 'last-stay' });
    expect(by(changes, 'inputs', 'hospitalMeals')?.value).toEqual({ days: 24, dailyRate: 100 });
    expect(by(changes, 'inputs', 'lostIncome')).toMatchObject({ value: { monthlyRate: 6_500 }, sources: { inputs: { mark: 'input' } } });
    expect(by(changes, 'inputs', 'nutrition')).toMatchObject({ value: { dailyRate: 50 }, reason: 'local-practice' });
  });

  it('name dependants as they were named, and leave capacity to people', () => {
    const dependants = [
      { name: '小明', relation: '儿子', bornOn: '2015-01-01', supporters: 2 },
      { name: '', relation: '父亲', bornOn: null, supporters: 4 },
    ];
    expect(by({ facts: [fact('dependants', { kind: 'dependants', dependants })] }, 'inputs', 'dependantsLiving')?.value).toEqual({
      people: [
        { label: '小明', relation: 'child', bornOn: '2015-01-01', supporters: 2 },
        { label: '父亲', relation: 'parent', supporters: 4 },
      ],
    });
  });

  it('do not lend the daily rates of one province to another, nor overwrite inputs', () => {
    const elsewhere = [basisRow({ statistics: { forumRegion: '河北', year: 2023 } })];
    expect(by({ bases: elsewhere }, 'inputs', 'nursing')).toBeUndefined();
    const items = [itemRow(party.id, 'nursing', { inputs: { dailyRate: 1, days: 1 } })];
    expect(by({ bases: walker.bases, items }, 'inputs', 'nursing')).toBeUndefined();
  });
});

describe('drugs outside of the list', () => {
  const line = (listClass: 'A' | 'B' | 'C' | 'self' | null, amountFen: number, allowedFen: number | null = null) =>
    ({ label: 'x', on: null, price: null, quantity: null, amountFen, listClass, allowedFen, reason: '' }) as const;
  const bill = (lines: unknown, changes: object = {}) =>
    ({
      id: 'b',
      partyId: 'p1',
      kind: 'medical',
      amountFen: 100_000,
      allowed: null,
      voidReason: null,
      lines,
      ...changes,
    }) as unknown as Bill;
  const bills = [
    bill([line('A', 10_000), line('B', 2_000), line('C', 30_000, 25_000), line('self', 4_050), line(null, 700)]),
    bill(null),
    bill([line('C', 99_999)], { allowed: false }),
  ];
  const car = { id: 'car', fault: 'main' as const, ratio: 0.7, commercial: { limit: 1_000_000 } };
  const basis = { vehicles: [car], ownVehicle: 'car' } as unknown as BasisValues;

  it('are added up by class, and bills without a list are said', () => {
    expect(classTotals(bills)).toEqual({
      byClass: [
        { listClass: 'A', fen: 10_000 },
        { listClass: 'B', fen: 2_000 },
        { listClass: 'C', fen: 25_000 },
        { listClass: 'self', fen: 4_050 },
        { listClass: null, fen: 700 },
      ],
      unlistedFen: 100_000,
    });
  });

  it('are proposed with reason and source, never taken by themselves', () => {
    const [one] = drugsSuggestion({ id: 'p1', name: '甲' }, bills, basis);
    expect(one).toMatchObject({
      field: 'vehicles',
      reason: 'non-listed-lines',
      shown: '290.50',
      value: [{ commercial: { nonInsuredDrugs: [{ basis: 'agreed', amount: '290.50', victim: 'p1' }] } }],
      sources: { vehicles: { source: '保险法解释(三) art. 19', mark: 'U' } },
    });
    const taken = { ...basis, vehicles: one?.value } as unknown as BasisValues;
    expect(drugsSuggestion({ id: 'p1', name: '甲' }, bills, taken)).toEqual([]);
    expect(drugsSuggestion({ id: 'p1', name: '甲' }, bills, { ...basis, ownVehicle: null })).toEqual([]);
  });
});
