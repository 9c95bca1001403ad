import { figureRegion } from '../damages/engine/figures.ts';
import { figureKinds, type Figure, type FigureKind } from '../damages/engine/standards-pack.ts';
import type { Sheet } from '../imports/table.ts';
import { tidyText, toHalfWidth } from '../kernel/text.ts';
import type { FigureRowProblem } from './errors.ts';

export const figureColumns = ['region', 'year', 'kind', 'series', 'value', 'mark', 'source'] as const;
export type FigureColumn = (typeof figureColumns)[number];

/** Headings and kinds as lists write them, in both languages; the first is what the template says. */
const headings: Readonly<Record<FigureColumn, readonly string[]>> = {
  region: ['地区', 'region', '省份', '省市'],
  year: ['年度', 'year', '统计年度', '年份'],
  kind: ['指标', 'figure', 'kind', '项目'],
  series: ['口径', 'series', '系列', '行业'],
  value: ['数值', 'value', '金额', '元/年', '数值（元/年）'],
  mark: ['标记', 'mark', '核实标记'],
  source: ['来源', 'source', '出处'],
};
const kindNames: Readonly<Record<FigureKind, readonly string[]>> = {
  urbanIncome: ['城镇居民人均可支配收入', 'urban income'],
  urbanConsumption: ['城镇居民人均消费支出', '城镇居民人均消费性支出', 'urban consumption'],
  ruralIncome: ['农村居民人均纯收入', '农村居民人均可支配收入', 'rural income'],
  ruralConsumption: ['农村居民人均生活消费支出', '农村居民人均年生活消费支出', 'rural consumption'],
  wage: ['职工平均工资', '在岗职工平均工资', 'average wage'],
  industryWage: ['行业平均工资', 'industry wage'],
  livingCost: ['平均生活费', 'average living cost'],
};

const plain = (text: string): string => tidyText(toHalfWidth(text)).toLowerCase();
const matches = (names: readonly string[], text: string): boolean => names.some((name) => plain(name) === plain(text));

export const columnHeading = (column: FigureColumn, chinese: boolean): string => headings[column][chinese ? 0 : 1] ?? column;
export const kindName = (kind: FigureKind, chinese: boolean): string => kindNames[kind][chinese ? 0 : kindNames[kind].length - 1] ?? kind;

const kindOf = (text: string): FigureKind | undefined =>
  figureKinds.find((kind) => plain(kind) === plain(text) || matches(kindNames[kind], text));

type Columns = Readonly<Partial<Record<FigureColumn, number>>>;

const columnsIn = (cells: readonly string[]): Columns =>
  Object.fromEntries(
    figureColumns.flatMap((column) => {
      const index = cells.findIndex((cell) => matches(headings[column], cell));
      return index < 0 ? [] : [[column, index] as const];
    }),
  );

const needed: readonly FigureColumn[] = ['region', 'year', 'kind', 'value', 'mark', 'source'];

export type FigureRow = { readonly line: number; readonly figure: Figure };
export type BadFigureRow = { readonly line: number; readonly problem: FigureRowProblem; readonly cell: string };
export type ReadFigures = { readonly rows: readonly FigureRow[]; readonly bad: readonly BadFigureRow[] };

const amountOf = (text: string): string | null => {
  const digits = plain(text).replaceAll(/[,\s元]/g, '');
  return /^\d{1,9}(\.\d{1,4})?$/.test(digits) && Number(digits) > 0 ? digits : null;
};

const yearOf = (text: string): number | null => {
  const year = Number(plain(text).replace(/年.*$/, ''));
  return Number.isInteger(year) && year >= 1985 && year <= 2100 ? year : null;
};

const readRow = (cells: readonly string[], columns: Columns): Figure | { problem: FigureRowProblem; cell: string } => {
  const at = (column: FigureColumn): string => tidyText(toHalfWidth(cells[columns[column] ?? -1] ?? ''));
  const [year, kind, value] = [yearOf(at('year')), kindOf(at('kind')), amountOf(at('value'))];
  const mark = at('mark').replaceAll(/[[\]]/g, '').toUpperCase();
  const wrong = (problem: FigureRowProblem): { problem: FigureRowProblem; cell: string } => ({
    problem,
    cell: problem === 'double' ? '' : at(problem),
  });
  if (at('region') === '') return wrong('region');
  if (year === null) return wrong('year');
  if (kind === undefined) return wrong('kind');
  if (value === null) return wrong('value');
  if (mark !== 'P' && mark !== 'J' && mark !== 'S' && mark !== 'U') return wrong('mark');
  if (at('source') === '') return wrong('source');
  if (kind === 'industryWage' && at('series') === '') return wrong('series');
  return { region: figureRegion(at('region')), year, kind, series: at('series'), value, mark, source: at('source') };
};

/** A figure is named by place, year, kind and series; two rows of one name would leave open which one counts. */
export const figureKey = ({ region, year, kind, series }: Figure): string => `${region} ${year} ${kind} ${series}`;

const readSheet = (sheet: Sheet): ReadFigures | null => {
  const heading = sheet.rows.findIndex((cells) => needed.every((column) => columnsIn(cells)[column] !== undefined));
  if (heading < 0) return null;
  const columns = columnsIn(sheet.rows[heading] ?? []);
  const rows: FigureRow[] = [];
  const bad: BadFigureRow[] = [];
  const seen = new Set<string>();
  sheet.rows.slice(heading + 1).forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    const line = heading + index + 2;
    const read = readRow(cells, columns);
    if ('problem' in read) bad.push({ line, ...read });
    else if (seen.has(figureKey(read))) bad.push({ line, problem: 'double', cell: figureKey(read) });
    else {
      seen.add(figureKey(read));
      rows.push({ line, figure: read });
    }
  });
  return { rows, bad };
};

/** Figures of the first sheet that has the needed headings; null when none has. Every figure brings its mark and its source. */
export const readFigures = (sheets: readonly Sheet[]): ReadFigures | null => {
  for (const sheet of sheets) {
    const read = readSheet(sheet);
    if (read !== null) return read;
  }
  return null;
};

/** The figures of a pack as a list to be completed and read again. */
export const figureRows = (figures: readonly Figure[], chinese: boolean): string[][] => [
  figureColumns.map((column) => columnHeading(column, chinese)),
  ...figures.map(({ region, year, kind, series, value, mark, source }) => [
    region,
    String(year),
    kindName(kind, chinese),
    series,
    value,
    mark,
    source,
  ]),
];
