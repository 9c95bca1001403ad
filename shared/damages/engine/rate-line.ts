import { z } from 'zod';
import { daysOfPeriod } from './calendar.ts';
import { exact, one, show, sumExact, zero, type Exact } from './exact.ts';
import { articleOf, given, type Draft, type ItemContext } from './item-context.ts';
import type { WorkingInput } from './ledger.ts';
import { findRate, lineRateShape, perDay, perMonth, perYear, rateNames, type Fraction } from './line-rate.ts';
import { countSchema, dateSchema, daysSchema, textSchema, yearsSchema, yuanSchema } from './parts.ts';

const timeShape = {
  days: daysSchema.optional(),
  months: countSchema.optional(),
  years: yearsSchema.optional(),
  fromOn: dateSchema.optional().describe('First day; with untilOn instead of days, both days count'),
  untilOn: dateSchema.optional(),
  excludedDays: daysSchema.optional().describe('Days not allowed (挂床 and the like)'),
};

/** One period at one rate. Exactly one way of giving the rate and one of giving the time, or a plain amount. */
export const rateShape = {
  label: textSchema.optional(),
  lineAmount: yuanSchema.optional().describe('A fixed sum for this period, for example an invoice'),
  ...lineRateShape,
  ...timeShape,
  dailyRounding: z.enum(['none', '0.01', '0.1', '1']).optional().describe('Courts sometimes round the daily rate first; default none'),
  carers: z.number().min(0).max(10).optional().describe('Number of carers; default 1'),
  received: yuanSchema.optional().describe('Pay that went on in this period'),
};
export const rateLineSchema = z.strictObject(rateShape).meta({ id: 'rateLine' });
export type RateLine = z.infer<typeof rateLineSchema>;

/** Items built from periods: the fields of one line directly, or several `lines`. */
export const ratedShape = {
  ...rateShape,
  lines: z
    .array(rateLineSchema)
    .min(1)
    .max(200)
    .optional()
    .describe('Several periods; a rate, carers and rounding given beside `lines` hold for every line without its own'),
};
export type RatedInput = RateLine & { lines?: RateLine[] | undefined };
export type PlacedLine = { readonly line: RateLine; readonly path: string };

type Site = { readonly ctx: ItemContext; readonly path: string };

/** Days of a line: counted, or from first to last day, less days not allowed. Counted days win, and a difference is remarked. */
export const daysOfLine = (line: RateLine, ctx: ItemContext, path: string): Exact | undefined => {
  const { fromOn, untilOn } = line;
  const excluded = line.excludedDays ?? 0;
  if (line.days === undefined && (fromOn === undefined || untilOn === undefined)) {
    return ctx.ledger.fail('settle.missing-input', `${path}.${line.days === undefined && fromOn !== undefined ? 'untilOn' : 'days'}`);
  }
  const period = fromOn === undefined || untilOn === undefined ? undefined : daysOfPeriod(fromOn, untilOn);
  if (period !== undefined && period < 1) {
    return ctx.ledger.fail('settle.impossible-date', `${path}.untilOn`, {
      date: untilOn ?? '',
      notBefore: fromOn ?? '',
      notBeforeField: 'fromOn',
    });
  }
  const days = line.days ?? period ?? 0;
  if (line.days !== undefined && period !== undefined && line.days !== period - excluded && line.days !== period)
    ctx.ledger.note('days-differ-from-period', `${path}.days`, { given: line.days, period });
  if (excluded > days) return ctx.ledger.fail('settle.contradiction', `${path}.excludedDays`, { days });
  return excluded === 0 ? exact(days) : exact(days).minus(excluded);
};

export type CapRate = (above: Exact, below: Exact) => { above: Exact; below: Exact };
type LineResult = { amount: Exact; values: string; inputs: WorkingInput[] };

const rounded = (rate: Fraction, line: RateLine): Fraction => {
  if (line.dailyRounding === undefined || line.dailyRounding === 'none') return rate;
  const places = { '0.01': 2, '0.1': 1, '1': 0 }[line.dailyRounding];
  const above = rate.above.div(rate.below).toDecimalPlaces(places);
  return { above, below: one, text: `${rate.text} → ${show(above)}` };
};

const lessReceived = (received: number | string | undefined, gross: LineResult, path: string): LineResult => {
  if (received === undefined) return gross;
  const net = gross.amount.minus(received);
  return {
    amount: net.lt(0) ? zero : net,
    values: `${gross.values} − ${received}`,
    inputs: [...gross.inputs, given('received', received, `${path}.received`)],
  };
};

type Timed = { readonly rate: Fraction; readonly time: Exact; readonly unit: 'days' | 'months' | 'years'; readonly input: WorkingInput };

const timesOf = (line: RateLine): ('days' | 'months' | 'years')[] => [
  ...(line.days !== undefined || line.fromOn !== undefined || line.untilOn !== undefined ? (['days'] as const) : []),
  ...(line.months === undefined ? [] : (['months'] as const)),
  ...(line.years === undefined ? [] : (['years'] as const)),
];

/** The rate in the unit in which the time is given. */
const timed = (line: RateLine, site: Site): Timed | undefined => {
  const { ctx, path } = site;
  const found = findRate(line, site);
  const [unit = 'days', second] = timesOf(line);
  if (second !== undefined) return ctx.ledger.fail('settle.contradiction', `${path}.${second}`, { reason: 'two-periods', other: unit });
  const time = unit === 'days' ? daysOfLine(line, ctx, path) : exact(line[unit] ?? 0);
  if (found === undefined || time === undefined) return undefined;
  const rate = { days: () => perDay(found, line, site), months: () => perMonth(found, site), years: () => perYear(found, line) }[unit]();
  return rate === undefined ? undefined : { rate, time, unit, input: found.input };
};

/** The cap speaks of a day, so a monthly or yearly rate is compared as its part of 365 days. */
const capped = ({ rate, unit }: Timed, capRate: CapRate | undefined): Fraction => {
  if (capRate === undefined) return rate;
  const days = exact(365).div({ days: 365, months: 12, years: 1 }[unit]);
  const limited = capRate(rate.above, rate.below.times(days));
  return { ...rate, above: limited.above, below: limited.below.div(days) };
};

const grossOf = (line: RateLine, site: Site, capRate: CapRate | undefined): LineResult | undefined => {
  if (line.lineAmount !== undefined) {
    const { lineAmount } = line;
    return {
      amount: exact(lineAmount),
      values: String(lineAmount),
      inputs: [given('lineAmount', lineAmount, `${site.path}.lineAmount`)],
    };
  }
  const found = timed(line, site);
  if (found === undefined) return undefined;
  const { unit, time } = found;
  const limited = capped(found, capRate);
  const rate = unit === 'days' ? rounded(limited, line) : limited;
  const { carers = 1 } = line;
  const product = carers === 1 ? rate.above.times(time) : rate.above.times(time).times(carers);
  return {
    amount: rate.below === one ? product : product.div(rate.below),
    values: `${rate.text} × ${show(time)}${carers === 1 ? '' : ` × ${carers}`}`,
    inputs: [found.input, given(unit, show(time), `${site.path}.${unit}`)],
  };
};

const inheritedNames = ['carers', 'dailyRounding', 'monthDays', 'yearDays', 'overDays', ...rateNames] as const;
const onlyInLines = ['lineAmount', 'days', 'months', 'years', 'fromOn', 'untilOn', 'excludedDays'] as const;

/** What stands beside `lines` holds for every line that has no rate or carers of its own. */
const withDefaults = (input: RatedInput, line: RateLine): RateLine => {
  if (inheritedNames.every((name) => input[name] === undefined)) return line;
  const hasRate = line.lineAmount !== undefined || rateNames.some((name) => line[name] !== undefined);
  const names = inheritedNames.filter(
    (name) => line[name] === undefined && input[name] !== undefined && !(hasRate && rateNames.some((rate) => rate === name)),
  );
  return { ...Object.fromEntries(names.map((name) => [name, input[name]])), ...line };
};

/** The lines of a rated item with their paths. */
export const linesOf = (input: RatedInput, path: string): PlacedLine[] =>
  input.lines === undefined
    ? [{ line: input, path }]
    : input.lines.map((line, index) => ({ line: withDefaults(input, line), path: `${path}.lines[${index}]` }));

const strayField = (input: RatedInput): string | undefined =>
  input.lines === undefined ? undefined : onlyInLines.find((name) => input[name] !== undefined);

/** Σ rate × days × carers − received, each line exact; nothing is rounded before the item. */
export const computeRated = (
  input: RatedInput,
  ctx: ItemContext,
  { item, capRate }: { item: string; capRate?: CapRate | undefined },
): Draft | undefined => {
  const stray = strayField(input);
  if (stray !== undefined) return ctx.ledger.fail('settle.contradiction', `${ctx.path}.${stray}`, { reason: 'beside-lines' });
  const compute = ({ line, path }: PlacedLine): LineResult | undefined => {
    const gross = grossOf(line, { ctx, path }, capRate);
    return gross === undefined ? undefined : lessReceived(line.received, gross, path);
  };
  const rest = { formula: 'Σ rate × days × carers − received', article: articleOf(ctx, item) };
  if (input.lines === undefined) {
    const single = compute({ line: input, path: ctx.path });
    return single === undefined ? undefined : { ...single, ...rest };
  }
  const results = linesOf(input, ctx.path).map(compute);
  const known = results.filter((result) => result !== undefined);
  if (known.length < results.length) return undefined;
  const sum: LineResult = {
    amount: sumExact(known.map((result) => result.amount)),
    values: known.map((result) => result.values).join(' + '),
    inputs: known.flatMap((result) => result.inputs),
  };
  return { ...lessReceived(input.received, sum, ctx.path), ...rest };
};
