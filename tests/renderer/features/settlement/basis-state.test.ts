import { describe, expect, it } from 'vitest';
import { decidedBasis, rebasedBasis, type Base } from '../../../../renderer/features/settlement/basis/basis-state.ts';
import { leavesApart } from '../../../../renderer/features/settlement/basis/leaves-apart.ts';
import { draftEdits, draftOfBills, rebasedBills } from '../../../../renderer/features/settlement/bills/bills-state.ts';
import { billRow } from '../../../../renderer/features/settlement/bills/bill-rows.ts';
import { applyEdits } from '../../../../renderer/ui/grid/sheet.ts';
import type { Bill } from '../../../../shared/settlement/bill-model.ts';

const car = (ratio: number) => [{ id: 'car', fault: 'main', ratio }];
const base: Base = { values: { case: { vehicles: car(0.7), note: 'a' }, party: { age: 40 } }, seen: { case: 5, party: 3 } };
const stored = (values: object, rev: number): Base => ({
  values: { case: { ...base.values.case, ...values }, party: base.values.party },
  seen: { case: rev, party: 3 },
});

describe('a basis that is stored elsewhere while it is open', () => {
  it('takes the new values of fields that were not touched', () => {
    const now = { case: { ...base.values.case, note: 'mine' }, party: base.values.party };
    const next = rebasedBasis({ now, base }, stored({ vehicles: car(0.8) }, 9));
    expect(next.now.case).toEqual({ vehicles: car(0.8), note: 'mine' });
    expect(next.base.seen.case).toBe(9);
  });

  it('keeps what was typed over the same field, and the state it was typed over', () => {
    const now = { case: { ...base.values.case, vehicles: car(0.6) }, party: base.values.party };
    const next = rebasedBasis({ now, base }, stored({ vehicles: car(0.8), note: 'theirs' }, 9));
    expect(next.now.case).toEqual({ vehicles: car(0.6), note: 'theirs' });
    expect(next.base.seen.case).toBe(5);
    const clash = { part: 'case', field: 'vehicles', rev: 9, byName: null } as const;
    expect(decidedBasis(next, clash, null)).toMatchObject({ now: { case: { vehicles: car(0.6) } }, base: { seen: { case: 9 } } });
    const theirs = decidedBasis(next, clash, { value: car(0.8) });
    expect(theirs.now.case['vehicles']).toEqual(theirs.base.values.case['vehicles']);
  });

  it('a field that was emptied stays empty', () => {
    const now = { case: { vehicles: car(0.7) }, party: base.values.party };
    expect(rebasedBasis({ now, base }, stored({}, 9)).now.case).toEqual({ vehicles: car(0.7) });
  });

  it('names the single values that differ', () => {
    expect(leavesApart(car(0.6), car(0.8), 'vehicles')).toEqual([{ path: 'vehicles.0.ratio', mine: '0.6', theirs: '0.8' }]);
  });
});

const bill = (id: string, changes: Partial<Bill> = {}): Bill =>
  ({
    id,
    partyId: 'p',
    kind: 'medical',
    number: id,
    amountFen: 100,
    rev: 1,
    voidReason: null,
    lines: null,
    allowed: null,
    ...changes,
  }) as never;

describe('bills that are stored elsewhere while they are open', () => {
  const first = [bill('b1'), bill('b2')];
  const rows = first.map(billRow);
  const typed = applyEdits(rows, [{ op: 'set', rowId: 'b1', column: 'amountFen', value: 250 }]).rows;

  it('come under what is being typed; the same cell keeps the state it was typed over', () => {
    const next = rebasedBills({ rows: typed, stored: first }, [
      bill('b1', { amountFen: 300, hospital: '市二院', rev: 7 }),
      bill('b2', { amountFen: 120, rev: 8 }),
      bill('b3', { rev: 9 }),
    ]);
    expect(next.rows.map(({ id, cells }) => [id, cells['amountFen'], cells['hospital'] ?? null])).toEqual([
      ['b1', 250, '市二院'],
      ['b2', 120, null],
      ['b3', 100, null],
    ]);
    expect(next.stored.map(({ rev }) => rev)).toEqual([1, 8, 9]);
  });

  it('a draft holds what differs, and brings it back as one step', () => {
    const draft = draftOfBills({ rows: typed.filter(({ id }) => id !== 'b2'), stored: first });
    expect(draft).toMatchObject({ removed: ['b2'], seen: { b1: 1 } });
    const back = applyEdits(rows, draftEdits(rows, draft!)).rows;
    expect(back.map(({ id, cells }) => [id, cells['amountFen']])).toEqual([['b1', 250]]);
    expect(draftOfBills({ rows, stored: first })).toBeNull();
  });
});
