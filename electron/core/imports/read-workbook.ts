import { read, SSF, utils, write, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { maxRows, noValueMark, type Sheet } from '../../../shared/imports/table.ts';
import type { ParseProblem } from './parse-problem.ts';

/** Lines that may stand above the heading and still leave room for every row. */
const spareLines = 100;
/** Sheets and columns a list may have; the rest is not read. */
const maxSheets = 20;
const maxColumns = 200;

/** Reads all sheets of a workbook as text. Its container has been inspected before. */
export const readWorkbook = (bytes: Uint8Array): Result<Sheet[], ParseProblem> => {
  try {
    const book = read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: true,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      sheetRows: maxRows + spareLines,
    });
    return ok(book.SheetNames.slice(0, maxSheets).map((name) => sheetOf(book, name)));
  } catch (error) {
    return err(error instanceof Error && /password|encrypt/i.test(error.message) ? 'import.password' : 'import.not-a-table');
  }
};

type DenseSheet = WorkSheet & { '!data'?: (CellObject | undefined)[][] };

const sheetOf = (book: WorkBook, name: string): Sheet => {
  const sheet = book.Sheets[name] as DenseSheet | undefined;
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const data = sheet?.['!data'] ?? [];
  const rows: string[][] = Array.from({ length: data.length }, () => []);
  data.forEach((cells, row) => {
    rows[row] = Array.from(cells ?? [], (cell) => (cell ? textOf(cell, date1904) : '')).slice(0, maxColumns);
  });
  fillMerges(rows, sheet?.['!merges'] ?? []);
  return { name, rows };
};

/** The value of a merged range holds for every cell of it. Ranges reach at most as far as there are rows. */
const fillMerges = (rows: string[][], merges: readonly { s: { r: number; c: number }; e: { r: number; c: number } }[]): void => {
  for (const { s, e } of merges) {
    const value = rows[s.r]?.[s.c] ?? '';
    if (value === '') continue;
    for (let row = s.r; row <= Math.min(e.r, rows.length - 1); row += 1) {
      const cells = rows[row];
      if (!cells) continue;
      const last = Math.min(e.c, maxColumns - 1);
      while (cells.length <= last) cells.push('');
      for (let column = s.c; column <= last; column += 1) cells[column] = value;
    }
  }
};

/** A cell as a person reads it: dates by their number and format, not by the display text of some country. */
const textOf = (cell: CellObject, date1904: boolean): string => {
  if (cell.t === 'e' || cell.t === 'z' || cell.v === undefined || cell.v === null) return cell.f === undefined ? '' : noValueMark;
  if (cell.t === 'n' && typeof cell.v === 'number' && typeof cell.z === 'string' && SSF.is_date(cell.z)) return dateText(cell.v, date1904);
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
  return typeof cell.v === 'number' ? numberText(cell.v) : String(cell.v);
};

/** A number with more digits than a spreadsheet keeps is written in the form that says so. */
const numberText = (value: number): string =>
  Number.isSafeInteger(value) || Math.abs(value) < 1e15 ? String(value) : value.toExponential();

const two = (value: number): string => String(value).padStart(2, '0');

const dateText = (serial: number, date1904: boolean): string => {
  const parts = SSF.parse_date_code(serial, { date1904 }) as { y: number; m: number; d: number; H: number; M: number; S: number } | null;
  if (!parts) return String(serial);
  return `${parts.y}-${two(parts.m)}-${two(parts.d)} ${two(parts.H)}:${two(parts.M)}:${two(Math.floor(parts.S))}`;
};

/** Writes rows as a workbook with one sheet; every cell is text, so that no number is rounded and no formula runs. */
export const writeWorkbook = (rows: readonly (readonly string[])[], sheetName: string): Uint8Array => {
  const sheet = utils.aoa_to_sheet(
    rows.map((row) => row.map((v): CellObject => ({ t: 's', v }))),
    { dense: true },
  );
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, sheetName);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
};
