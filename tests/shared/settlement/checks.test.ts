import { describe, expect, it } from 'vitest';
import reference from '../../../resources/reference-periods/ga-t-1193-2014.json' with { type: 'json' };
import { reviewFindings, type ReviewRows } from '../../../shared/settlement/checks/review-findings.ts';
import type { PeriodEntry } from '../../../shared/doctors/reference-periods.ts';
import type { Diagnosis, TreatmentEvent } from '../../../shared/doctors/model.ts';
import { billRow, itemRow, partyBasisRow, walkerCase } from '../../support/settlement.ts';

const periods = reference.entries as unknown as readonly PeriodEntry[];
const { party, ...walker } = walkerCase();
const made = { at: '2026-01-01T00:00:00.000Z', voidReason: null };
const stay = (id: string, fromOn: string, untilOn: string | null, kind = 'stay') =>
  ({ ...made, id, partyId: party.id, kind, fromOn, untilOn }) as TreatmentEvent;
const injury = (id: string, icd10: string) => ({ ...made, id, partyId: party.id, icd10, mode: 'written', oldIllness: false }) as Diagnosis;
const days = (kind: 'lostIncome' | 'nursing' | 'hospitalMeals', values: object) => ({
  days: null,
  fromOn: null,
  untilOn: null,
  ...itemRow(party.id, kind),
  ...values,
});

const found = (changes: Partial<ReviewRows>) =>
  reviewFindings({ ...walker, items: [], treatments: [], diagnoses: [], periods, ...changes } as ReviewRows);
const codes = (changes: Partial<ReviewRows>) => found(changes).map(({ code }) => code);

describe('bills', () => {
  it('of the same number are the same bill, however the number was typed', () => {
    const bills = [billRow(party.id, { number: 'A-001', amountFen: 100 }), billRow(party.id, { number: 'a 001', amountFen: 100 })];
    expect(found({ bills })).toMatchObject([{ code: 'bill.double', billIds: bills.map(({ id }) => id) }]);
  });

  it('of one day and amount may be the same, unless two numbers say otherwise', () => {
    const same = { billedOn: '2023-08-01', amountFen: 5_000 };
    expect(codes({ bills: [billRow(party.id, same), billRow(party.id, { ...same, number: '7' })] })).toEqual(['bill.maybe-double']);
    expect(codes({ bills: [billRow(party.id, { ...same, number: '6' }), billRow(party.id, { ...same, number: '7' })] })).toEqual([]);
    expect(codes({ bills: [billRow(party.id, same), billRow(party.id, { ...same, allowed: false })] })).toEqual([]);
  });

  it('outside every stay and visit are found, and lines of their lists too', () => {
    const treatments = [stay('s', '2023-07-19', '2023-08-10'), stay('c', '2023-09-01', null, 'clinic')];
    const line = { label: 'x', price: null, quantity: null, amountFen: 1, listClass: null, allowedFen: null, reason: '' };
    const bills = [
      billRow(party.id, {
        billedOn: '2023-08-10',
        lines: [
          { ...line, on: '2023-08-09' },
          { ...line, on: '2023-08-12' },
        ],
      }),
      billRow(party.id, { billedOn: '2023-09-01' }),
      billRow(party.id, { billedOn: '2023-09-02' }),
    ];
    expect(found({ bills, treatments }).map(({ code, lines, billIds }) => [code, lines, billIds[0]])).toEqual([
      ['bill.lines-outside-stay', [1], bills[0]?.id],
      ['bill.outside-stay', [], bills[2]?.id],
    ]);
    expect(codes({ bills: [billRow(party.id, { billedOn: '2023-09-02' })] })).toEqual([]);
  });

  it('before the accident, and lines that do not add up, are found', () => {
    const line = { label: 'x', on: null, price: null, quantity: null, amountFen: 60, listClass: null, allowedFen: null, reason: '' };
    expect(codes({ bills: [billRow(party.id, { billedOn: '2023-07-18', amountFen: 100, lines: [line] })] })).toEqual([
      'bill.before-accident',
      'bill.lines-differ',
    ]);
  });

  it('stay quick with five thousand of them', () => {
    const bills = Array.from({ length: 5_000 }, (_, n) =>
      billRow(party.id, { number: String(n % 4_999), billedOn: '2023-08-01', amountFen: n }),
    );
    expect(codes({ bills }).filter((code) => code === 'bill.double').length).toBe(1);
  });
});

describe('stays', () => {
  it('that overlap by more than the day of a transfer are found', () => {
    expect(codes({ treatments: [stay('a', '2023-07-19', '2023-08-10'), stay('b', '2023-08-10', '2023-08-20')] })).toEqual([]);
    expect(found({ treatments: [stay('a', '2023-07-19', '2023-08-10'), stay('b', '2023-08-08', null)] })).toMatchObject([
      { code: 'stay.overlap', treatmentIds: ['a', 'b'], facts: { days: 3 } },
    ]);
  });

  it('limit the days of hospital meals, each day counted once', () => {
    const treatments = [stay('a', '2023-07-19', '2023-07-28'), stay('b', '2023-07-28', '2023-07-30')];
    expect(codes({ treatments, items: [days('hospitalMeals', { inputs: { dailyRate: 100, days: 12 } })] })).toEqual([]);
    expect(found({ treatments, items: [days('hospitalMeals', { inputs: { dailyRate: 100, days: 13 } })] })[0]).toMatchObject({
      code: 'days.over-stay',
      facts: { days: 13, stayDays: 12 },
    });
  });
});

describe('days', () => {
  const diagnoses = [injury('d', 'S42.0')];
  it('beyond the reference period are found, in the claim and in the rule alike', () => {
    expect(codes({ diagnoses, items: [days('lostIncome', { days: 120 })] })).toEqual([]);
    expect(codes({ diagnoses, items: [days('lostIncome', { days: 121 })] })).toEqual(['days.beyond-period']);
    const lines = [
      { dailyRate: 80, days: 100 },
      { dailyRate: 80, fromOn: '2024-01-01', untilOn: '2024-01-30' },
    ];
    expect(found({ diagnoses, items: [days('lostIncome', { inputs: { lines } })] })[0]?.facts).toMatchObject({ days: 130, max: 120 });
  });

  it('that add up the periods of two injuries are named as that', () => {
    const two = [...diagnoses, injury('e', 'S52.5')];
    const maxima = [120, 180];
    expect(codes({ diagnoses: two, items: [days('lostIncome', { days: maxima[0]! + maxima[1]! })] })).toContain('days.added');
  });

  it('past the day before the grading, by date or by number, and above 24 months are found', () => {
    const partyBases = [partyBasisRow(party.id, { gradedOn: '2024-01-10' })];
    expect(codes({ partyBases, items: [days('lostIncome', { fromOn: '2023-07-19', untilOn: '2024-01-09' })] })).toEqual([]);
    expect(codes({ partyBases, items: [days('lostIncome', { fromOn: '2023-07-19', untilOn: '2024-01-10' })] })).toEqual([
      'days.past-grading',
    ]);
    expect(codes({ partyBases, items: [days('lostIncome', { days: 176 })] })).toEqual(['days.past-grading']);
    expect(codes({ items: [days('nursing', { days: 731 })] })).toEqual(['days.over-730']);
  });
});
