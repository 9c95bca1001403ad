import { toHalfWidth } from '../../../../shared/kernel/text.ts';
import { readDate } from '../../../ui/form/parse.ts';
import { isUnread, type CellContent, type CellKind, type GridColumn, type SheetRow } from '../../../ui/grid/model.ts';
import type { Inputs } from '../review/review-cells.ts';
import type { InputField, InputList, InputSpec } from './input-specs.ts';

const plain = (text: string): string => toHalfWidth(text).replaceAll(/[,，\s]/g, '');
const asNumber = (text: string): number | string => (/^\d+(\.\d+)?$/.test(plain(text)) ? Number(plain(text)) : text.trim());
const asList = (text: string): string[] =>
  toHalfWidth(text)
    .split(/[,，、;；\s]+/)
    .filter((part) => part !== '');

const isShare = (text: string): boolean => /[%/]/.test(text);

/** What is kept back: a share of the limit (30%, 1/3) or an amount. */
const readReserve = (text: string): unknown => {
  const typed = plain(text)
    .replace('％', '%')
    .replace(/[¥￥元]/g, '');
  return isShare(typed) ? { share: typed } : { amount: typed };
};

/** A share given as a plain number reads as per cent, or it would look like an amount. */
const showReserve = ({ share, amount }: { share?: string | number; amount?: string | number }): string => {
  if (share === undefined) return String(amount ?? '');
  return isShare(String(share)) ? String(share) : `${Number((Number(share) * 100).toFixed(6))}%`;
};

const readers: Record<InputField['type'], (text: string) => unknown> = {
  yuan: (text) => plain(text).replace(/[¥￥元]/g, ''),
  number: asNumber,
  integer: asNumber,
  date: (text) => readDate(text) ?? text.trim(),
  ratio: (text) => plain(text).replace('％', '%'),
  text: (text) => text.trim(),
  choice: (text) => (text === 'death' || !/^\d{1,2}$/.test(text) ? text : Number(text)),
  yes: (text) => text === 'yes',
  grades: (text) => asList(text).map(asNumber),
  ratios: asList,
  amounts: asList,
  many: asList,
  figure: (text) => plain(text),
  reserve: readReserve,
};

/** What was typed as the engine reads it; what makes no sense stays as typed, so that the engine can say so and nothing is lost. */
export const readInput = (field: InputField, text: string): unknown => {
  if (text.trim() === '') return undefined;
  // Names of the file stay text, also when a vehicle is called 1.
  return field.labels === undefined ? readers[field.type](text) : text;
};

/** An input as text for its field. */
export const showInput = (field: InputField, value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field.type === 'figure' && typeof value === 'object') {
    const { amount, region, year, series } = value as { amount?: string | number; region?: string; year?: number; series?: string };
    return amount === undefined ? [region, year, series].filter(Boolean).join(' ') : String(amount);
  }
  if (field.type === 'reserve' && typeof value === 'object') return showReserve(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** Inputs with one value set, or taken out when it is empty; null when nothing is left. */
export const withInput = (inputs: Inputs | null, name: string, value: unknown): Inputs | null => {
  const { [name]: _old, ...rest } = inputs ?? {};
  const next = value === undefined ? rest : { ...rest, [name]: value };
  return Object.keys(next).length === 0 ? null : next;
};

const isRate = (spec: InputSpec): boolean => spec.list?.name === 'lines' && spec.list.fields.some(({ name }) => name === 'dailyRate');

/** The entries of the rule's list. A rate that stands in the item itself is shown as its one line. */
export const entriesOf = (spec: InputSpec, inputs: Inputs | null): Inputs[] => {
  const { list } = spec;
  if (list === null || inputs === null) return [];
  const own = inputs[list.name];
  if (Array.isArray(own)) return own as Inputs[];
  if (!isRate(spec)) return [];
  const names = new Set(list.fields.map(({ name }) => name));
  const direct = Object.fromEntries(Object.entries(inputs).filter(([name]) => names.has(name)));
  return Object.keys(direct).length === 0 ? [] : [direct];
};

/** Inputs with these entries as the rule's list. */
export const withEntries = (spec: InputSpec, inputs: Inputs | null, entries: readonly Inputs[]): Inputs | null => {
  const { list } = spec;
  if (list === null) return inputs;
  const names = new Set(isRate(spec) ? list.fields.map(({ name }) => name) : []);
  const beside = Object.fromEntries(Object.entries(inputs ?? {}).filter(([name]) => !names.has(name)));
  return withInput(beside, list.name, entries.length === 0 ? undefined : entries);
};

const kinds: Record<InputField['type'], CellKind> = {
  yuan: 'decimal',
  number: 'decimal',
  integer: 'integer',
  date: 'date',
  ratio: 'text',
  text: 'text',
  choice: 'choice',
  yes: 'yesNo',
  grades: 'text',
  ratios: 'text',
  amounts: 'text',
  many: 'text',
  figure: 'text',
  reserve: 'text',
};
const widths: Partial<Record<CellKind, number>> = { date: 100, text: 120, choice: 90, yesNo: 70, integer: 70, decimal: 82 };

export type ColumnWords = { title: (name: string) => string; option: (field: string, value: string) => string };

export const listColumns = (list: InputList, words: ColumnWords): GridColumn[] =>
  list.fields.map((field): GridColumn => {
    const kind = kinds[field.type];
    return {
      key: field.name,
      title: words.title(field.name),
      kind,
      width: widths[kind] ?? 90,
      ...(field.name === 'label' || field.name === 'reason' ? { grow: 1 } : {}),
      ...(field.options === undefined
        ? {}
        : { options: field.options.map((value) => ({ value, label: field.labels?.[value] ?? words.option(field.name, value) })) }),
    };
  });

const cellOf = (field: InputField, value: unknown): CellContent => {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field.type === 'integer' && typeof value === 'number') return value;
  return String(value);
};

export const listRow = (list: InputList, entry: Inputs, index: number): SheetRow => ({
  id: String(index),
  cells: Object.fromEntries(list.fields.map((field) => [field.name, cellOf(field, entry[field.name])])),
});

/** One entry from a row of the list; cells that could not be read keep what was typed. */
export const entryOf = (list: InputList, row: SheetRow): Inputs =>
  Object.fromEntries(
    list.fields.flatMap((field): [string, unknown][] => {
      const content = row.cells[field.name] ?? null;
      if (content === null) return [];
      return [[field.name, readInput(field, isUnread(content) ? content.raw : String(content))]];
    }),
  );
