import { describe, expect, test } from 'vitest';
import {
  appendBlock,
  clearBlock,
  copyBlock,
  fillBlock,
  fillDown,
  pasteBlock,
  turnYesNo,
  typeInto,
  type Block,
} from '../../../../renderer/ui/grid/block-edits.ts';
import type { CellContent, GridColumn, GridRow, SheetEdit } from '../../../../renderer/ui/grid/model.ts';

const columns: GridColumn[] = [
  { key: 'name', title: 'Name', width: 100, kind: 'text', max: 10 },
  { key: 'claimed', title: 'Claimed', width: 100, kind: 'amount' },
  { key: 'sum', title: 'Sum', width: 100, kind: 'amount', readOnly: true },
  { key: 'on', title: 'On', width: 100, kind: 'date' },
  {
    key: 'list',
    title: 'List',
    width: 100,
    kind: 'choice',
    options: [
      { value: 'a', label: '甲类' },
      { value: 'b', label: '乙类' },
    ],
  },
  { key: 'fair', title: 'Fair', width: 60, kind: 'yesNo' },
];

const row = (id: string, cells: GridRow['cells'] = {}, more: Partial<GridRow> = {}): GridRow => ({ id, label: id, cells, ...more });
const block = (...rows: GridRow[]): Block => ({ rows, columns, words: { yes: '是', no: '否' } });
const range = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });
const sets = (edits: readonly SheetEdit[]): [string, string, CellContent][] =>
  edits.flatMap((edit) => (edit.op === 'set' ? [[edit.rowId, edit.column, edit.value]] : []));

describe('pasting', () => {
  test('a block from Excel is read cell by cell by the kind of its column', () => {
    const { edits, locked, beyond } = pasteBlock(
      block(row('1'), row('2')),
      range(0, 0),
      '西药\t1,234.5\t\t2026/3/5\t乙类\t是\r\n"两行\r\n字"\t１２．３０\t\t20260306\ta\tno\r\n',
    );
    expect(sets(edits)).toEqual([
      ['1', 'name', '西药'],
      ['1', 'claimed', 123_450],
      ['1', 'on', '2026-03-05'],
      ['1', 'list', 'b'],
      ['1', 'fair', 'yes'],
      ['2', 'name', '两行\n字'],
      ['2', 'claimed', 1_230],
      ['2', 'on', '2026-03-06'],
      ['2', 'list', 'a'],
      ['2', 'fair', 'no'],
    ]);
    expect([locked, beyond]).toEqual([0, []]);
  });

  test('what cannot be read stays in the cell with the reason', () => {
    const { edits } = pasteBlock(block(row('1')), range(0, 1), '-5\t\tmorgen\t丙类');
    expect(sets(edits)).toEqual([
      ['1', 'claimed', { raw: '-5', code: 'amount.negative' }],
      ['1', 'on', { raw: 'morgen', code: 'invalid' }],
      ['1', 'list', { raw: '丙类', code: 'invalid' }],
    ]);
  });

  test('read-only columns and locked rows keep their values and are counted', () => {
    const rows = block(row('1', { sum: 100 }), row('2', { claimed: 5 }, { locked: true }));
    const { edits, locked } = pasteBlock(rows, range(0, 1), '7\t8\r\n9\t10');
    expect(sets(edits)).toEqual([['1', 'claimed', 700]]);
    expect(locked).toBe(3);
  });

  test('one value fills the whole selection, a block that fits is repeated, another begins at the corner', () => {
    const rows = block(row('1'), row('2'), row('3'), row('4'));
    expect(sets(pasteBlock(rows, range(0, 1, 2, 1), '5').edits)).toEqual([
      ['1', 'claimed', 500],
      ['2', 'claimed', 500],
      ['3', 'claimed', 500],
    ]);
    expect(sets(pasteBlock(rows, range(0, 1, 3, 1), '5\n6').edits).map(([, , value]) => value)).toEqual([500, 600, 500, 600]);
    expect(sets(pasteBlock(rows, range(0, 1, 2, 1), '5\n6').edits).map(([id, , value]) => [id, value])).toEqual([
      ['1', 500],
      ['2', 600],
    ]);
  });

  test('lines past the last row are answered, and get rows where the page makes some', () => {
    const { edits, beyond } = pasteBlock(block(row('1')), range(0, 0), 'a\t1\nb\t2\nc\t3');
    expect(sets(edits)).toHaveLength(2);
    expect(beyond).toEqual([
      ['b', '2'],
      ['c', '3'],
    ]);
    expect(appendBlock(block(row('1')), { lines: beyond, left: 0, fresh: [row('n1'), row('n2')] })).toEqual([
      { op: 'insert', index: 1, row: expect.objectContaining({ id: 'n1', cells: { name: 'b', claimed: 200 } }) },
      { op: 'insert', index: 2, row: expect.objectContaining({ id: 'n2', cells: { name: 'c', claimed: 300 } }) },
    ]);
  });

  test('pasting what is there already changes nothing, so undo has no empty step', () => {
    expect(pasteBlock(block(row('1', { claimed: 500 })), range(0, 1), '5.00').edits).toEqual([]);
  });
});

describe('filling', () => {
  test('Ctrl+D takes the first selected row into the others, or the row above into the selected one', () => {
    const rows = block(row('1', { name: 'x', claimed: 100 }), row('2'), row('3'));
    expect(sets(fillDown(rows, range(0, 0, 2, 1)).edits)).toEqual([
      ['2', 'name', 'x'],
      ['2', 'claimed', 100],
      ['3', 'name', 'x'],
      ['3', 'claimed', 100],
    ]);
    expect(sets(fillDown(rows, range(1, 1)).edits)).toEqual([['2', 'claimed', 100]]);
    expect(fillDown(rows, range(0, 1)).edits).toEqual([]);
  });

  test('the handle repeats a pattern downwards and upwards', () => {
    const rows = block(row('1'), row('2', { claimed: 100 }), row('3', { claimed: 200 }), row('4'), row('5'));
    const down = fillBlock(rows, range(1, 1, 2, 1), range(1, 1, 4, 1)).edits;
    expect(sets(down)).toEqual([
      ['4', 'claimed', 100],
      ['5', 'claimed', 200],
    ]);
    expect(sets(fillBlock(rows, range(1, 1, 2, 1), range(0, 1, 2, 1)).edits)).toEqual([['1', 'claimed', 200]]);
  });
});

test('clearing empties open cells only', () => {
  const { edits, locked } = clearBlock(block(row('1', { name: 'x', sum: 5, claimed: 7 })), range(0, 0, 0, 2));
  expect(sets(edits)).toEqual([
    ['1', 'name', null],
    ['1', 'claimed', null],
  ]);
  expect(locked).toBe(1);
});

test('copying gives Excel plain amounts, labels of choices, and what could not be read as it was typed', () => {
  const rows = block(row('1', { name: 'a\tb', claimed: 123_450, list: 'a', fair: 'no', on: { raw: '??', code: 'invalid' } }));
  expect(copyBlock(rows, range(0, 0, 0, 5))).toBe('"a\tb"\t1234.50\t\t??\t甲类\t否');
});

test('Space walks yes, no, open', () => {
  const turned = (fair: string | null) => sets(turnYesNo(block(row('1', { fair })), { row: 0, column: 5 }))[0]?.[2];
  expect([turned(null), turned('yes'), turned('no')]).toEqual(['yes', 'no', null]);
  expect(turnYesNo(block(row('1', {}, { locked: true })), { row: 0, column: 5 })).toEqual([]);
});

test('a choice is read by the beginning of exactly one label', () => {
  expect(sets(typeInto(block(row('1')), { row: 0, column: 4 }, '甲'))).toEqual([['1', 'list', 'a']]);
  expect(sets(typeInto(block(row('1')), { row: 0, column: 0 }, 'longer than ten'))).toEqual([
    ['1', 'name', { raw: 'longer than ten', code: 'too-long' }],
  ]);
});
