import { expect, it } from 'vitest';
import { billColumns } from '../../../../renderer/features/settlement/bills/bill-columns.ts';
import { sumNote } from '../../../../renderer/features/settlement/bills/bill-notes.ts';
import type { SheetRow } from '../../../../renderer/ui/grid/model.ts';

const lines = [123_456, 4].map((amountFen) => ({ label: '西药', amountFen, allowedFen: null, reason: null }));
const bill = (amountFen: number | null, listed: object[] | null): SheetRow => ({
  id: 'b1',
  cells: { amountFen, lines: listed === null ? null : JSON.stringify(listed) },
});
const shown = (row: SheetRow) =>
  billColumns(((key: string) => key) as never)
    .find(({ key }) => key === 'amountFen')
    ?.render?.({ ...row, label: '' });
const noteOf = (row: SheetRow) => sumNote(((key: string, facts: object) => `${key} ${JSON.stringify(facts)}`) as never, row)['amountFen'];

it('a bill without a total shows the sum of its lines, marked as one', () => {
  expect(shown(bill(null, lines))).toBe('Σ 1,234.60');
  expect(noteOf(bill(null, lines))).toEqual({ tone: 'info', text: 'settlement.bills.sumOfLines {"sum":"1,234.60"}' });
});

it('a bill with a total, or without lines, shows what stands on it', () => {
  for (const row of [bill(100, lines), bill(0, lines), bill(null, null), bill(null, [])]) {
    expect([shown(row), noteOf(row)]).toEqual([undefined, undefined]);
  }
});
