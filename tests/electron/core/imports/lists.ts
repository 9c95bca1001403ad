import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import { openTestCore, type TestCore } from '../../../support/core.ts';
import { findParseWorker, threadParser } from '../../../../electron/core/imports/parser.ts';
import type { ImportPorts } from '../../../../electron/core/imports/read-list.ts';
import { createShelf } from '../../../../electron/core/imports/shelf.ts';

export type Desk = TestCore & { ports: ImportPorts };

/** An open core with the real parse worker. */
export const openDesk = async (undo: (work: () => void) => void, changes: Parameters<typeof openTestCore>[1] = {}): Promise<Desk> => {
  const test = await openTestCore(undo, changes);
  return { ...test, ports: { shelf: createShelf(), parser: threadParser(findParseWorker()) } };
};

export const fileOf = (bytes: Uint8Array | string, name: string): File =>
  new File([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)], name);

export type Cell = string | number | null | CellObject;

export const sheetOf = (rows: Cell[][]): WorkSheet => utils.aoa_to_sheet(rows as unknown[][]);

export const xlsxOf = (sheets: Record<string, WorkSheet>, name = '清单.xlsx'): File => {
  const book = utils.book_new();
  for (const [sheetName, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, sheetName);
  return fileOf(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer), name);
};

export const headings = [
  '报案号',
  '保单号',
  '车牌号',
  '被保险人',
  '联系电话',
  '出险时间',
  '出险地点',
  '出险原因',
  '伤者人数',
  '就诊医院',
  '查勘员',
];

export const rowOf = (number: string, changes: Record<number, Cell> = {}): Cell[] => {
  const row: Cell[] = [
    number,
    'P20260001',
    '京A12345',
    '张三',
    '13800001234',
    '2026-02-20 16:10',
    '中山路与解放路路口',
    '追尾',
    '2',
    '市第一医院',
    '周岚',
  ];
  for (const [index, value] of Object.entries(changes)) row[Number(index)] = value;
  return row;
};

/** Everything a subscription tells, to its end. */
export const drain = async <T>(events: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const event of events) all.push(event);
  return all;
};
