import { expect, it } from 'vitest';
import { linesFromCells } from '../../../shared/settlement/bill-sheet.ts';
import { maxBillLines } from '../../../shared/settlement/bill-model.ts';

it('reads cells pasted without a heading in the order of the grid', () => {
  const { lines, bad, sumFen } = linesFromCells([['头孢曲松', '12.5', '2', '', '甲类'], ['护理费', '', '', '１，０００．５０元', ''], []]);
  expect(bad).toEqual([]);
  expect(lines.map(({ amountFen, listClass }) => [amountFen, listClass])).toEqual([
    [2_500, 'A'],
    [100_050, null],
  ]);
  expect(sumFen).toBe(102_550);
});

it.each([
  [['', '1', '1', '1', '甲'], 'label'],
  [['药', '一元', '1', '1', '甲'], 'price'],
  [['药', '1', '两盒', '1', '甲'], 'quantity'],
  [['药', '1', '', '', '甲'], 'amount'],
  [['药', '1', '1', '1.234', '甲'], 'amount'],
  [['药', '1', '1', '-5', '甲'], 'amount'],
  [['药', '1', '1', '1', '特殊'], 'class'],
])('names what it cannot read in %j', (row, problem) => {
  expect(linesFromCells([row])).toMatchObject({ lines: [], bad: [{ line: 1, problem }] });
});

it('multiplies exactly and rounds half up once', () => {
  const of = (price: string, quantity: string) => linesFromCells([['x', price, quantity, '', '']]).lines[0]?.amountFen;
  expect([of('0.005', '1'), of('1.005', '1'), of('0.004999', '1'), of('33.333333', '3')]).toEqual([1, 101, 0, 10_000]);
});

it('stops at five thousand lines and says which ones stay outside', () => {
  const rows = Array.from({ length: maxBillLines + 2 }, (_, n) => [`药${n}`, '', '', '1', '']);
  const { lines, bad } = linesFromCells(rows);
  expect(lines.length).toBe(maxBillLines);
  expect(bad.map(({ line, problem }) => [line, problem])).toEqual([
    [5_001, 'too-many'],
    [5_002, 'too-many'],
  ]);
});
