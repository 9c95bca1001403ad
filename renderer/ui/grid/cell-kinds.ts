import { formatFen } from '../../../shared/kernel/money.ts';
import type { ProblemCode } from '../../../shared/kernel/problem.ts';
import { tidyCode, toHalfWidth } from '../../../shared/kernel/text.ts';
import { parseAmount, parseInteger, parseText, readDate } from '../form/parse.ts';
import { isUnread, optionsOf, type CellContent, type CellOption, type CellValue, type GridColumn, type SheetRow } from './model.ts';

/** Words of the page's language that a cell is written and read with. */
export type CellWords = { readonly yes: string; readonly no: string };

/** One cell with what is needed to read and write it. */
export type CellPlace = { readonly column: GridColumn; readonly row: SheetRow; readonly words: CellWords };

const yesWords = ['y', 'yes', 'true', '1', '是', '√', '✓', '对'];
const noWords = ['n', 'no', 'false', '0', '否', '×', '✗', '不是'];

const unread = (raw: string, code: ProblemCode): CellContent => ({ raw, code });

const same = (a: string, b: string): boolean => toHalfWidth(a).trim().toLowerCase() === toHalfWidth(b).trim().toLowerCase();

/** By key, by label, or by the beginning of exactly one label. */
const readChoice = (text: string, options: readonly CellOption[]): CellContent => {
  const exact = options.find((one) => same(one.label, text)) ?? options.find((one) => same(one.value, text));
  if (exact !== undefined) return exact.value;
  const wanted = toHalfWidth(text).trim().toLowerCase();
  const begun = options.filter((one) => toHalfWidth(one.label).toLowerCase().startsWith(wanted));
  return begun.length === 1 && begun[0] !== undefined ? begun[0].value : unread(text, 'invalid');
};

const readYesNo = (text: string, words: CellWords): CellContent => {
  if (same(text, words.yes) || yesWords.some((word) => same(word, text))) return 'yes';
  return same(text, words.no) || noWords.some((word) => same(word, text)) ? 'no' : unread(text, 'invalid');
};

const readDecimal = (text: string): CellContent => {
  const plain = tidyCode(text).replaceAll(',', '');
  if (!/^\d{1,11}(\.\d{1,8})?$/.test(plain)) return unread(text, 'amount.not-a-number');
  const [whole = '0', fraction = ''] = plain.split('.');
  const kept = fraction.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${kept === '' ? '' : `.${kept}`}`;
};

/** Reads what was typed or pasted. Blank text empties the cell; what cannot be read stays, with the reason. */
export const readCell = (text: string, { column, row, words }: CellPlace): CellContent => {
  if (text.trim() === '') return null;
  const parsedBy = (parse: typeof parseAmount): CellContent => {
    const parsed = parse(text);
    return parsed.ok ? (parsed.value as CellValue) : unread(text, parsed.code);
  };
  switch (column.kind) {
    case 'text':
      return parsedBy(parseText(column.max ?? 2_000));
    case 'amount':
      return parsedBy(parseAmount);
    case 'integer':
      return parsedBy(parseInteger(0, column.max ?? 999_999));
    case 'decimal':
      return readDecimal(text);
    case 'date':
      return readDate(text) ?? unread(text, 'invalid');
    case 'choice':
      return readChoice(text, optionsOf(column, row));
    case 'yesNo':
      return readYesNo(text, words);
  }
};

/** The cell as plain text: what is copied, and what stands in the editor. */
export const textOfCell = ({ column, row, words }: CellPlace): string => {
  const content = row.cells[column.key];
  if (content === null || content === undefined) return '';
  if (isUnread(content)) return content.raw;
  if (column.kind === 'amount' && typeof content === 'number') return formatFen(content).replaceAll(',', '');
  if (column.kind === 'yesNo') return { yes: words.yes, no: words.no }[String(content)] ?? String(content);
  if (column.kind === 'choice') return optionsOf(column, row).find((one) => one.value === content)?.label ?? String(content);
  return String(content);
};

/** The cell as it is shown; amounts with their thousands. */
export const shownOfCell = (place: CellPlace): string => {
  const content = place.row.cells[place.column.key];
  return place.column.kind === 'amount' && typeof content === 'number' ? formatFen(content) : textOfCell(place);
};

const turn: Record<string, CellValue> = { yes: 'no', no: null };
/** Space walks a yes/no cell: yes, no, open. */
export const nextYesNo = (content: CellContent | undefined): CellValue =>
  typeof content === 'string' && content in turn ? (turn[content] ?? null) : 'yes';
