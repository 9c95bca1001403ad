import { z } from 'zod';
import { exact, type Exact } from './exact.ts';
import type { Ledger, Mark } from './ledger.ts';
import { dateSchema, textSchema, yuanSchema } from './parts.ts';
import type { RuleSet } from './rule-sets.ts';
import type { Figure, FigureKind, StandardsPack } from './standards-pack.ts';

const yearSchema = z.number().int().min(1985).max(2100);

export const figureChoiceSchema = z
  .union([
    yuanSchema,
    z.strictObject({
      amount: yuanSchema.optional().describe('The figure itself, yuan a year; without it the standards pack is asked'),
      year: yearSchema.optional(),
      region: z.string().optional(),
      series: z.string().optional(),
      source: textSchema.optional(),
    }),
  ])
  .meta({ id: 'figure', description: 'A yearly figure: an amount in yuan, or where to find it in the standards pack' });
export type FigureChoice = z.infer<typeof figureChoiceSchema>;

export const statisticsShape = {
  forumRegion: z.string().optional().describe('Province or separately planned city of the court (or of the settlement), in Chinese: 山西'),
  standardRegion: z
    .strictObject({ region: z.string(), reason: textSchema })
    .optional()
    .describe('Domicile or habitual residence with the higher income figure (art. 18); used for income and consumption only'),
  year: yearSchema.optional().describe('Statistics year (上一年度) for figures without their own year'),
  debateEndedOn: dateSchema.optional().describe('End of the first-instance debate; the year before it is the statistics year'),
  income: figureChoiceSchema.optional(),
  consumption: figureChoiceSchema.optional(),
  wage: figureChoiceSchema.optional().describe('Annual average wage for the funeral'),
  livingCost: figureChoiceSchema.optional().describe('CN-1992: average living cost a year'),
  urbanForAll: z
    .strictObject({ applies: z.boolean(), source: textSchema })
    .optional()
    .describe('Provincial pilot of the single urban standard before 2022-05-01'),
  acceptUnverified: z.boolean().optional().describe('Allows figures marked [U]; each stays visibly marked'),
};
export const statisticsSchema = z.strictObject(statisticsShape).meta({ id: 'statistics' });
export type StatisticsInput = z.infer<typeof statisticsSchema>;

export type FigureName = 'income' | 'consumption' | 'wage' | 'livingCost' | 'industryWage';

/** A figure found, ready for a working. */
export type FoundFigure = {
  readonly value: Exact;
  readonly source: string;
  readonly mark: Mark;
  readonly path: string;
  readonly year: number | null;
};

/** Everything a figure is looked up with; built once per injured person. */
export type Figures = {
  readonly pack: StandardsPack;
  readonly rules: RuleSet;
  readonly caseLevel: StatisticsInput;
  readonly casePath: string;
  readonly personLevel: StatisticsInput;
  readonly personPath: string;
  readonly residence: 'urban' | 'rural' | undefined;
  readonly accidentOn: string;
  readonly settledOn: string | undefined;
  readonly ledger: Ledger;
};

type Asked = { choice: Exclude<FigureChoice, number | string>; path: string };

const asObject = (choice: FigureChoice): Exclude<FigureChoice, number | string> =>
  typeof choice === 'object' ? choice : { amount: choice };

/** The item's own choice of a figure, and its path in the file. */
export type OwnChoice = { readonly choice: FigureChoice | undefined; readonly path: string };

const askedFor = (figures: Figures, name: FigureName, own: OwnChoice): Asked => {
  if (own.choice !== undefined) return { choice: asObject(own.choice), path: own.path };
  if (name === 'industryWage') return { choice: {}, path: own.path };
  const person = figures.personLevel[name];
  if (person !== undefined) return { choice: asObject(person), path: `${figures.personPath}.${name}` };
  const general = figures.caseLevel[name];
  return { choice: general === undefined ? {} : asObject(general), path: `${figures.casePath}.${name}` };
};

export const setting = <Key extends keyof StatisticsInput>(figures: Figures, key: Key): StatisticsInput[Key] =>
  figures.personLevel[key] ?? figures.caseLevel[key];

/** Art. 22: the year before the end of the first-instance debate. A year that was given wins, and a difference is remarked. */
const statisticsYear = (figures: Figures, path: string): number | undefined => {
  const year = setting(figures, 'year');
  const debate = setting(figures, 'debateEndedOn');
  const byDebate = debate === undefined ? undefined : Number(debate.slice(0, 4)) - 1;
  if (year !== undefined && byDebate !== undefined && year !== byDebate)
    figures.ledger.note('statistics-year-differs', `${figures.casePath}.year`, { given: year, byDebate });
  if (year !== undefined || byDebate !== undefined) return year ?? byDebate;
  const hint = figures.settledOn === undefined ? '' : String(Number(figures.settledOn.slice(0, 4)) - 1);
  return figures.ledger.fail('settle.missing-statistics-year', `${figures.casePath}.year`, { neededBy: path, suggestion: hint });
};

const regionFor = (figures: Figures, name: FigureName, path: string): string | undefined => {
  const standard = setting(figures, 'standardRegion');
  if (standard !== undefined && (name === 'income' || name === 'consumption')) return standard.region;
  const forum = setting(figures, 'forumRegion');
  return forum ?? figures.ledger.fail('settle.missing-input', `${figures.casePath}.forumRegion`, { neededBy: path });
};

/** Urban or rural population: one standard since CN-2022, a pilot before it, else the person's residence. */
const kindFor = (figures: Figures, name: FigureName): FigureKind | undefined => {
  if (name !== 'income' && name !== 'consumption') return name;
  const [urban, rural]: [FigureKind, FigureKind] =
    name === 'income' ? ['urbanIncome', 'ruralIncome'] : ['urbanConsumption', 'ruralConsumption'];
  if (figures.rules.base === 'urban' || setting(figures, 'urbanForAll')?.applies === true) return urban;
  if (figures.residence === 'urban') return urban;
  if (figures.residence === 'rural') return rural;
  const path = figures.personPath.replace(/\.statistics$/, '.residence');
  const forum = figureRegion(setting(figures, 'forumRegion') ?? '');
  const pilot = figures.pack.practice.find(
    (entry) => entry.topic === 'urbanPilot' && entry.region === forum && figures.accidentOn >= entry.key,
  );
  return figures.ledger.fail('settle.missing-input', path, {
    neededBy: name,
    suggestion: pilot === undefined ? '' : `${figures.casePath}.urbanForAll: ${pilot.source}`,
  });
};

/** "山西省" and "山西" are the same region. */
export const figureRegion = (region: string): string => {
  const text = region.trim();
  // Most regions are plain already; looking at the last character costs less than the expression.
  return '省市区'.includes(text.at(-1) ?? '-') ? text.replace(/(省|市|维吾尔自治区|壮族自治区|回族自治区|自治区)$/, '') : text;
};

const pickFigure = (
  figures: Figures,
  wanted: { kind: FigureKind; region: string; year: number; series: string | undefined },
  path: string,
): Figure | undefined => {
  const region = figureRegion(wanted.region);
  const sameRegion = figures.pack.figures.filter((figure) => figure.region === region && figure.kind === wanted.kind);
  const found = sameRegion.filter(
    (figure) => figure.year === wanted.year && (wanted.series === undefined || figure.series === wanted.series),
  );
  if (found.length > 1) return figures.ledger.fail('settle.figure-ambiguous', path, { series: found.map((figure) => figure.series) });
  const [only] = found;
  if (only !== undefined) return only;
  const years = [...new Set(sameRegion.map((figure) => figure.year))].sort((a, b) => a - b);
  return figures.ledger.fail('settle.figure-not-found', path, {
    figure: wanted.kind,
    region: wanted.region,
    year: wanted.year,
    available: years,
  });
};

const fromPack = (figures: Figures, name: FigureName, asked: Asked): FoundFigure | undefined => {
  const kind = kindFor(figures, name);
  const region = asked.choice.region ?? regionFor(figures, name, asked.path);
  const year = asked.choice.year ?? statisticsYear(figures, asked.path);
  if (kind === undefined || region === undefined || year === undefined) return undefined;
  const figure = pickFigure(figures, { kind, region, year, series: asked.choice.series }, asked.path);
  if (figure === undefined) return undefined;
  if (figure.mark === 'U') {
    if (setting(figures, 'acceptUnverified') !== true) {
      return figures.ledger.fail('settle.figure-unverified', asked.path, { figure: kind, region, year, value: figure.value });
    }
    figures.ledger.note('figure-unverified-accepted', asked.path, { figure: kind, region, year, value: figure.value });
  }
  figures.ledger.use({
    path: asked.path,
    figure: kind,
    region,
    year,
    series: figure.series,
    value: figure.value,
    source: figure.source,
    mark: figure.mark,
  });
  const source = `${figures.pack.id}@${figures.pack.version} ${region} ${year} ${kind}${figure.series === '' ? '' : ` (${figure.series})`}: ${figure.source}`;
  return { value: exact(figure.value), source, mark: figure.mark, path: asked.path, year };
};

/** Income and consumption of different years are allowed, but a reader must see it (D05). */
const compareYears = (figures: Figures): void => {
  const uses = figures.ledger.figures.filter((use) => use.year !== null && /Income|Consumption/.test(use.figure));
  if (uses.every((use) => use.year === uses[0]?.year)) return;
  const years = uses.map((use) => Number(use.year));
  figures.ledger.note('figure-years-differ', figures.casePath, { years: [...new Set(years)] });
};

/** Finds a figure: the item's own, the person's, the case's, then the standards pack. A missing year is asked for, never guessed. */
export const findFigure = (figures: Figures, name: FigureName, own: OwnChoice): FoundFigure | undefined => {
  const asked = askedFor(figures, name, own);
  if (asked.choice.amount === undefined) {
    const found = fromPack(figures, name, asked);
    compareYears(figures);
    return found;
  }
  const value = exact(asked.choice.amount);
  const { region = '', year = null, series = '', source = '' } = asked.choice;
  figures.ledger.use({ path: asked.path, figure: name, region, year, series, value: value.toFixed(), source, mark: 'input' });
  return { value, source: source === '' ? asked.path : source, mark: 'input', path: asked.path, year };
};

/** Art. 18 allows the place of residence only when its income figure is higher; the comparison is shown when both are known. */
export const checkStandardRegion = (figures: Figures): void => {
  const standard = setting(figures, 'standardRegion');
  const forum = setting(figures, 'forumRegion');
  if (standard === undefined || forum === undefined) return;
  const year = setting(figures, 'year') ?? Number((setting(figures, 'debateEndedOn') ?? '0').slice(0, 4)) - 1;
  const incomeOf = (region: string): number | undefined => {
    const figure = figures.pack.figures.find(
      (entry) => entry.kind === 'urbanIncome' && entry.region === figureRegion(region) && entry.year === year,
    );
    return figure === undefined ? undefined : Number(figure.value);
  };
  const [there, here] = [incomeOf(standard.region), incomeOf(forum)];
  if (there !== undefined && here !== undefined && there <= here) {
    figures.ledger.note('standard-region-lower', `${figures.casePath}.standardRegion`, { region: standard.region, forum });
  }
  figures.ledger.choose({
    key: 'standardRegion',
    path: `${figures.casePath}.standardRegion`,
    value: standard.region,
    given: true,
    suggestion: forum,
    reason: standard.reason,
    source: 'art. 18',
    mark: 'P',
  });
};
