import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SheetEdit, SheetRow } from '../../../../renderer/ui/grid/model.ts';
import { fillTarget, moved, tabbed } from '../../../../renderer/ui/grid/moves.ts';
import { createSheet } from '../../../../renderer/ui/grid/sheet.ts';
import { fromTsv, toTsv } from '../../../../renderer/ui/grid/tsv.ts';

const rows: SheetRow[] = [
  { id: 'a', cells: { x: 1, y: null } },
  { id: 'b', cells: { x: 2, y: 'two' } },
];

describe('the sheet', () => {
  test('undo and redo walk whole batches, rows that came and went included', () => {
    const sheet = createSheet(rows);
    const steps: SheetEdit[][] = [
      [
        { op: 'set', rowId: 'a', column: 'x', value: 9 },
        { op: 'set', rowId: 'b', column: 'y', value: null },
      ],
      [{ op: 'insert', index: 1, row: { id: 'c', cells: { x: 3 } } }],
      [
        { op: 'set', rowId: 'c', column: 'x', value: 4 },
        { op: 'remove', rowId: 'a' },
      ],
    ];
    const states = [sheet.rows()];
    for (const step of steps) {
      sheet.apply(step);
      states.push(sheet.rows());
    }
    expect(sheet.rows()).toEqual([
      { id: 'c', cells: { x: 4 } },
      { id: 'b', cells: { x: 2, y: null } },
    ]);
    for (const state of states.toReversed().slice(1)) {
      expect(sheet.undo()).toBe(true);
      expect(sheet.rows()).toEqual(state);
    }
    expect(sheet.undo()).toBe(false);
    for (const state of states.slice(1)) {
      expect(sheet.redo()).toBe(true);
      expect(sheet.rows()).toEqual(state);
    }
    expect(sheet.redo()).toBe(false);
  });

  test('a new edit after an undo forgets what was taken back', () => {
    const sheet = createSheet(rows);
    sheet.apply([{ op: 'set', rowId: 'a', column: 'x', value: 5 }]);
    sheet.undo();
    sheet.apply([{ op: 'set', rowId: 'a', column: 'x', value: 6 }]);
    expect(sheet.redo()).toBe(false);
    expect(sheet.rows()[0]?.cells['x']).toBe(6);
  });

  test('any run of edits can be taken back to the beginning', () => {
    const edit = fc.oneof(
      fc.record({
        op: fc.constant('set' as const),
        rowId: fc.constantFrom('a', 'b', 'c'),
        column: fc.constantFrom('x', 'y'),
        value: fc.nat(9),
      }),
      fc.record({ op: fc.constant('remove' as const), rowId: fc.constantFrom('a', 'b') }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 5 }), { maxLength: 20 }), (batches) => {
        const sheet = createSheet(rows);
        for (const batch of batches) sheet.apply(batch);
        while (sheet.undo());
        expect(sheet.rows()).toEqual(rows);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  test('listeners hear every change once', () => {
    const sheet = createSheet(rows);
    let heard = 0;
    const stop = sheet.subscribe(() => (heard += 1));
    sheet.apply([{ op: 'set', rowId: 'a', column: 'x', value: 5 }]);
    sheet.undo();
    stop();
    sheet.redo();
    expect(heard).toBe(2);
  });
});

describe('the clipboard', () => {
  test('a line break at the end makes no row, quotes inside a word are plain', () => {
    expect(fromTsv('a\t5" pipe\r\n')).toEqual([['a', '5" pipe']]);
    expect(fromTsv('"a ""b"""\t"x\ny"')).toEqual([['a "b"', 'x\ny']]);
    expect(fromTsv('"open\tb')).toEqual([['"open', 'b']]);
    expect(fromTsv('\t\n')).toEqual([['', '']]);
  });

  test('what is copied is read back the same', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '中', ' ') });
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));
    fc.assert(
      fc.property(block, (lines) => {
        expect(fromTsv(`${toTsv(lines)}\r\n`)).toEqual(lines);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('moving', () => {
  const size = { rows: 4, columns: 3 };
  const at = (row: number, column: number) => ({ row, column });

  test('arrows stop at the edge, with Ctrl they go there', () => {
    expect(moved(at(0, 0), { key: 'ArrowUp', ctrl: false }, size)).toEqual(at(0, 0));
    expect(moved(at(1, 1), { key: 'ArrowRight', ctrl: true }, size)).toEqual(at(1, 2));
    expect(moved(at(1, 1), { key: 'End', ctrl: true }, size)).toEqual(at(3, 2));
    expect(moved(at(2, 1), { key: 'Home', ctrl: false }, size)).toEqual(at(2, 0));
    expect(moved(at(2, 1), { key: 'x', ctrl: false }, size)).toBeNull();
  });

  test('Tab walks line by line and leaves at the ends', () => {
    expect(tabbed(at(0, 2), false, size)).toEqual(at(1, 0));
    expect(tabbed(at(1, 0), true, size)).toEqual(at(0, 2));
    expect(tabbed(at(3, 2), false, size)).toBeNull();
    expect(tabbed(at(0, 0), true, size)).toBeNull();
  });

  test('the fill handle grows one way only', () => {
    const source = { top: 1, bottom: 2, left: 1, right: 1 };
    expect(fillTarget(source, at(5, 2))).toEqual({ top: 1, bottom: 5, left: 1, right: 1 });
    expect(fillTarget(source, at(0, 1))).toEqual({ top: 0, bottom: 2, left: 1, right: 1 });
    expect(fillTarget(source, at(1, 3))).toEqual({ top: 1, bottom: 2, left: 1, right: 3 });
    expect(fillTarget(source, at(2, 1))).toEqual(source);
  });
});
