import { readMoment } from '../imports/cell-values.ts';
import { noValueMark, type Sheet } from '../imports/table.ts';
import { chinaDateOf } from '../kernel/dates.ts';
import { maxAmountFen, parseAmountFen } from '../kernel/money.ts';
import { tidyText, toHalfWidth } from '../kernel/text.ts';
import { maxBillLines, type BillLine, type ListClass } from './bill-model.ts';

export const billRowProblems = ['label', 'date', 'price', 'quantity', 'amount', 'class', 'too-many'] as const;
export type BillRowProblem = (typeof billRowProblems)[number];
export type BadBillRow = { readonly line: number; readonly problem: BillRowProblem; readonly cell: string };
export type ReadBill = { readonly lines: readonly BillLine[]; readonly bad: readonly BadBillRow[]; readonly sumFen: number };

const columns = ['label', 'on', 'price', 'quantity', 'amount', 'listClass'] as const;
type Column = (typeof columns)[number];
type Columns = Readonly<Partial<Record<Column, number>>>;

/** Headings as hospitals print their daily lists. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  label: ['名称', '项目名称', '药品名称', '费用名称', '收费项目', '项目', '品名', 'item', 'name', 'drug'],
  on: ['日期', '费用日期', '收费日期', '记账日期', 'date'],
  price: ['单价', '单价(元)', 'price', 'unit price'],
  quantity: ['数量', 'quantity', 'qty'],
  amount: ['金额', '金额(元)', '费用', '总额', '小计', 'amount', 'total'],
  listClass: ['类别', '医保类别', '医保等级', '费用等级', '甲乙类', '自付类别', 'class', 'list class'],
};
const classNames: Readonly<Record<ListClass, readonly string[]>> = {
  A: ['甲', '甲类', 'a'],
  B: ['乙', '乙类', 'b'],
  C: ['丙', '丙类', 'c'],
  self: ['自费', '全自费', '自费药', 'self'],
};

const plain = (text: string | undefined): string => tidyText(toHalfWidth((text ?? '').replaceAll(noValueMark, '')));
const matches = (names: readonly string[], text: string): boolean => names.includes(plain(text).toLowerCase());

const columnsIn = (cells: readonly string[]): Columns =>
  Object.fromEntries(
    columns.flatMap((column) => {
      const index = cells.findIndex((cell) => matches(headings[column], cell));
      return index < 0 ? [] : [[column, index] as const];
    }),
  );

/** Without a heading, cells stand in the order of the grid: name, price, quantity, amount, class. */
const pastedOrder: Columns = { label: 0, price: 1, quantity: 2, amount: 3, listClass: 4 };

const decimal = /^\d{1,9}(\.\d{1,6})?$/;
const bare = (text: string): string => text.replaceAll(/[,¥元\s]/g, '');

/** Half-up from price × quantity in whole numbers, so that 12.3456 × 3 is 37.04 on every machine. */
const product = (price: string, quantity: string): number | null => {
  const scaled = (text: string): bigint => {
    const [whole = '', fraction = ''] = text.split('.');
    return BigInt(whole + fraction.padEnd(6, '0'));
  };
  const fen = (scaled(price) * scaled(quantity) + 5_000_000_000n) / 10_000_000_000n;
  return fen > BigInt(maxAmountFen) ? null : Number(fen);
};

const classOf = (text: string): ListClass | null | undefined => {
  if (text === '') return null;
  return (Object.keys(classNames) as ListClass[]).find((one) => matches(classNames[one], text));
};

const amountOf = (text: string, price: string, quantity: string): number | null => {
  if (text === '') return price === '' || quantity === '' ? null : product(price, quantity);
  const read = parseAmountFen(text);
  return read.ok ? read.value : null;
};

const readRow = (cells: readonly string[], at: Columns): BillLine | { problem: BillRowProblem; cell: string } => {
  const cell = (column: Column): string => plain(cells[at[column] ?? -1]);
  const [label, price, quantity] = [cell('label'), bare(cell('price')), bare(cell('quantity'))];
  const moment = cell('on') === '' ? null : readMoment(cell('on'));
  const listClass = classOf(cell('listClass'));
  if (label === '' || label.length > 200) return { problem: 'label', cell: label.slice(0, 60) };
  if (cell('on') !== '' && moment === null) return { problem: 'date', cell: cell('on') };
  if (price !== '' && !decimal.test(price)) return { problem: 'price', cell: cell('price') };
  if (quantity !== '' && (!decimal.test(quantity) || Number(quantity) > 1_000_000)) return { problem: 'quantity', cell: cell('quantity') };
  const amountFen = amountOf(cell('amount'), price, quantity);
  if (amountFen === null) return { problem: 'amount', cell: cell('amount') };
  if (listClass === undefined) return { problem: 'class', cell: cell('listClass') };
  return {
    label,
    on: moment === null ? null : chinaDateOf(moment),
    price: price === '' ? null : price,
    quantity: quantity === '' ? null : Number(quantity),
    amountFen,
    listClass,
    allowedFen: null,
    reason: '',
  };
};

const isTotal = (cells: readonly string[]): boolean => cells.some((cell) => /^(合计|总计|小计|共计|total)[:：]?$/i.test(plain(cell)));

/** Lines of a daily list from cells of a sheet or the clipboard. Totals at the foot are left out; what cannot be read is named. */
export const linesFromCells = (rows: readonly (readonly string[])[]): ReadBill => {
  const heading = rows.findIndex((cells) => {
    const found = columnsIn(cells);
    return found.label !== undefined && (found.amount !== undefined || found.price !== undefined);
  });
  const at = heading < 0 ? pastedOrder : columnsIn(rows[heading] ?? []);
  const lines: BillLine[] = [];
  const bad: BadBillRow[] = [];
  rows.slice(heading + 1).forEach((cells, index) => {
    if (cells.every((cell) => plain(cell) === '') || isTotal(cells)) return;
    const line = heading + index + 2;
    const read = readRow(cells, at);
    if ('problem' in read) bad.push({ line, ...read });
    else if (lines.length >= maxBillLines) bad.push({ line, problem: 'too-many', cell: read.label });
    else lines.push(read);
  });
  return { lines, bad, sumFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0) };
};

/** The sheet with the most readable lines. */
export const linesFromSheets = (sheets: readonly Sheet[]): ReadBill => {
  const read = sheets.map(({ rows }) => linesFromCells(rows));
  return read.toSorted((a, b) => b.lines.length - a.lines.length)[0] ?? { lines: [], bad: [], sumFen: 0 };
};
