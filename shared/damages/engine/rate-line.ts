import { z } from 'zod';
import { daysOfPeriod } from './calendar.ts';
import { exact, show, sumExact, zero, type Exact } from './exact.ts';
import { figureChoiceSchema, findFigure } from './figures.ts';
import { articleOf, given, type Draft, type ItemContext } from './item-context.ts';
import type { WorkingInput } from './ledger.ts';
import { countSchema, dateSchema, daysSchema, textSchema, yuanSchema } from './parts.ts';

/** One period at one rate. Exactly one way of giving the rate and one of giving the time, or a plain amount. */
export const rateShape = {
  label: textSchema.optional(),
  lineAmount: yuanSchema.optional().describe('A fixed sum for this period, for example an invoice'),
  dailyRate: yuanSchema.optional(),
  monthlyRate: yuanSchema.optional(),
  monthDays: z.number().min(1).max(31).optional().describe('Days of a month when a monthly rate meets days: 30, 21.75 …'),
  annualRate: yuanSchema.optional().describe('Yearly wage, divided by yearDays'),
  yearDays: z
    .union([z.literal(360), z.literal(365), z.literal(366), z.literal(250)])
    .optional()
    .describe('Default 365'),
  industry: figureChoiceSchema
    .optional()
    .describe('Industry wage from the standards pack: {"series": "居民服务", "region": "全国", "year": 2023}'),
  incomes: z.array(yuanSchema).min(1).max(3).optional().describe('Yearly incomes of the last (up to three) years; their average is used'),
  income: yuanSchema.optional().describe('Income earned over `overDays` days'),
  overDays: daysSchema.optional(),
  dailyRounding: z.enum(['none', '0.01', '0.1', '1']).optional().describe('Courts sometimes round the daily rate first; default none'),
  days: daysSchema.optional(),
  months: countSchema.optional(),
  fromOn: dateSchema.optional().describe('First day; with untilOn instead of days, both days count'),
  untilOn: dateSchema.optional(),
  excludedDays: daysSchema.optional().describe('Days not allowed (挂床 and the like)'),
  carers: z.number().min(0).max(10).optional().describe('Number of carers; default 1'),
  received: yuanSchema.optional().describe('Pay that went on in this period'),
};
export const rateLineSchema = z.strictObject(rateShape);
export type RateLine = z.infer<typeof rateLineSchema>;

/** Items built from periods: the fields of one line directly, or several `lines`. */
export const ratedShape = { ...rateShape, lines: z.array(rateLineSchema).min(1).max(200).optional() };
type RatedInput = RateLine & { lines?: RateLine[] | undefined };

/** A daily rate as fraction, so that "annual ÷ 365 × days" divides last and stays exact. */
type Rate = { readonly above: Exact; readonly below: Exact; readonly text: string; readonly input: WorkingInput };

const fixedRates = (line: RateLine, path: string): Rate | undefined => {
  const one = exact(1);
  if (line.dailyRate !== undefined) {
    return {
      above: exact(line.dailyRate),
      below: one,
      text: String(line.dailyRate),
      input: given('dailyRate', line.dailyRate, `${path}.dailyRate`),
    };
  }
  if (line.annualRate !== undefined) {
    const below = exact(line.yearDays ?? 365);
    return {
      above: exact(line.annualRate),
      below,
      text: `${line.annualRate} ÷ ${show(below)}`,
      input: given('annualRate', line.annualRate, `${path}.annualRate`),
    };
  }
  if (line.incomes !== undefined) {
    const below = exact((line.yearDays ?? 365) * line.incomes.length);
    const text = `(${line.incomes.join(' + ')}) ÷ ${line.incomes.length} ÷ ${line.yearDays ?? 365}`;
    return { above: sumExact(line.incomes.map(exact)), below, text, input: given('incomes', line.incomes.join(', '), `${path}.incomes`) };
  }
  return undefined;
};

const findRate = (line: RateLine, ctx: ItemContext, path: string): Rate | undefined => {
  const fixed = fixedRates(line, path);
  if (fixed !== undefined) return fixed;
  if (line.income !== undefined) {
    if (line.overDays === undefined || line.overDays === 0) return ctx.ledger.fail('settle.missing-input', `${path}.overDays`);
    return {
      above: exact(line.income),
      below: exact(line.overDays),
      text: `${line.income} ÷ ${line.overDays}`,
      input: given('income', line.income, `${path}.income`),
    };
  }
  if (line.monthlyRate !== undefined) {
    if (line.monthDays === undefined) return ctx.ledger.fail('settle.missing-input', `${path}.monthDays`, { suggestion: '30' });
    const input = given('monthlyRate', line.monthlyRate, `${path}.monthlyRate`);
    return { above: exact(line.monthlyRate), below: exact(line.monthDays), text: `${line.monthlyRate} ÷ ${line.monthDays}`, input };
  }
  if (line.industry === undefined) return ctx.ledger.fail('settle.missing-input', `${path}.dailyRate`, dailySuggestion(ctx));
  const figure = findFigure(ctx.figures, 'industryWage', { choice: line.industry, path: `${path}.industry` });
  if (figure === undefined) return undefined;
  const input = { name: 'industryWage', value: show(figure.value), source: figure.source, mark: figure.mark, path: figure.path };
  return { above: figure.value, below: exact(365), text: `${show(figure.value)} ÷ 365`, input };
};

const dailySuggestion = (ctx: ItemContext): Record<string, string> => {
  const region = ctx.figures.personLevel.forumRegion ?? ctx.figures.caseLevel.forumRegion ?? '';
  const item = ctx.path.split('.').at(-1) ?? '';
  const found = ctx.pack.practice.find((entry) => entry.topic === 'dailyRate' && entry.region === region && entry.key === item);
  return found === undefined ? {} : { suggestion: `${found.value} [${found.mark}] ${found.source}` };
};

/** Days of a line: counted, or from first to last day, less days not allowed. */
export const daysOfLine = (line: RateLine, ctx: ItemContext, path: string): Exact | undefined => {
  const excluded = line.excludedDays ?? 0;
  if (line.days === undefined && (line.fromOn === undefined || line.untilOn === undefined)) {
    return ctx.ledger.fail('settle.missing-input', `${path}.days`);
  }
  if (line.fromOn !== undefined && line.untilOn !== undefined && line.untilOn < line.fromOn) {
    return ctx.ledger.fail('settle.impossible-date', `${path}.untilOn`, { before: 'fromOn' });
  }
  const days = line.days ?? daysOfPeriod(line.fromOn ?? '', line.untilOn ?? '');
  if (excluded > days) return ctx.ledger.fail('settle.contradiction', `${path}.excludedDays`, { days });
  return exact(days).minus(excluded);
};

type LineResult = { amount: Exact; values: string; inputs: WorkingInput[] };
export type CapRate = (above: Exact, below: Exact) => { above: Exact; below: Exact };

const roundedRate = (rate: Rate, line: RateLine): Rate => {
  if (line.dailyRounding === undefined || line.dailyRounding === 'none') return rate;
  const places = { '0.01': 2, '0.1': 1, '1': 0 }[line.dailyRounding];
  const above = rate.above.div(rate.below).toDecimalPlaces(places);
  return { ...rate, above, below: exact(1), text: `${rate.text} → ${show(above)}` };
};

const lessReceived = (line: RateLine, gross: LineResult, path: string): LineResult => {
  if (line.received === undefined) return gross;
  const net = gross.amount.minus(line.received);
  return {
    amount: net.lt(0) ? zero : net,
    values: `${gross.values} − ${line.received}`,
    inputs: [...gross.inputs, given('received', line.received, `${path}.received`)],
  };
};

type Site = { readonly ctx: ItemContext; readonly path: string };

const grossOf = (line: RateLine, { ctx, path }: Site, capRate: CapRate): LineResult | undefined => {
  if (line.lineAmount !== undefined) {
    return {
      amount: exact(line.lineAmount),
      values: String(line.lineAmount),
      inputs: [given('lineAmount', line.lineAmount, `${path}.lineAmount`)],
    };
  }
  const carers = exact(line.carers ?? 1);
  const carersText = carers.eq(1) ? '' : ` × ${show(carers)}`;
  if (line.months !== undefined && line.monthlyRate !== undefined) {
    const gross = exact(line.monthlyRate).times(line.months).times(carers);
    const inputs = [given('monthlyRate', line.monthlyRate, `${path}.monthlyRate`), given('months', line.months, `${path}.months`)];
    return { amount: gross, values: `${line.monthlyRate} × ${line.months}${carersText}`, inputs };
  }
  const found = findRate(line, ctx, path);
  const days = daysOfLine(line, ctx, path);
  if (found === undefined || days === undefined) return undefined;
  const rate = roundedRate({ ...found, ...capRate(found.above, found.below) }, line);
  const gross = rate.above.times(days).times(carers).div(rate.below);
  return {
    amount: gross,
    values: `${rate.text} × ${show(days)}${carersText}`,
    inputs: [rate.input, given('days', show(days), `${path}.days`)],
  };
};

const computeLine = (line: RateLine, site: Site, capRate: CapRate): LineResult | undefined => {
  const gross = grossOf(line, site, capRate);
  return gross === undefined ? undefined : lessReceived(line, gross, site.path);
};

/** The lines of a rated item with their paths. */
export const linesOf = (input: RatedInput, path: string): { line: RateLine; path: string }[] =>
  input.lines === undefined ? [{ line: input, path }] : input.lines.map((line, index) => ({ line, path: `${path}.lines[${index}]` }));

/** Σ rate × days × carers − received, each line exact; nothing is rounded before the item. */
export const computeRated = (
  input: RatedInput,
  ctx: ItemContext,
  { item, capRate = (above, below) => ({ above, below }) }: { item: string; capRate?: CapRate },
): Draft | undefined => {
  const results = linesOf(input, ctx.path).map(({ line, path }) => computeLine(line, { ctx, path }, capRate));
  if (results.some((result) => result === undefined)) return undefined;
  const known = results.filter((result) => result !== undefined);
  return {
    amount: sumExact(known.map((result) => result.amount)),
    formula: 'Σ rate × days × carers − received',
    values: known.map((result) => result.values).join(' + '),
    article: articleOf(ctx, item),
    inputs: known.flatMap((result) => result.inputs),
  };
};
