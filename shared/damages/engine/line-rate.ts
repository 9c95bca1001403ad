import { z } from 'zod';
import { exact, one, show, sumExact, type Exact } from './exact.ts';
import { figureChoiceSchema, findFigure } from './figures.ts';
import { given, type ItemContext } from './item-context.ts';
import type { WorkingInput } from './ledger.ts';
import { dailyPractice } from './practice.ts';
import { daysSchema, yuanSchema } from './parts.ts';

/** How a rate may be given; exactly one way in one line. */
export const lineRateShape = {
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
};
export type RateInput = z.infer<z.ZodObject<typeof lineRateShape>>;

export const rateNames = ['dailyRate', 'monthlyRate', 'annualRate', 'industry', 'incomes', 'income'] as const;

/** The rate of a line before the time is known: a sum per day, month or year, or over `overDays` days. */
export type FoundRate = {
  readonly amount: Exact;
  readonly per: 'day' | 'month' | 'year' | 'days';
  readonly text: string;
  readonly input: WorkingInput;
};

type Place = { readonly ctx: ItemContext; readonly path: string };

const plain = (line: RateInput, path: string): FoundRate | undefined => {
  const named = (name: 'dailyRate' | 'monthlyRate' | 'annualRate', per: FoundRate['per']): FoundRate | undefined => {
    const value = line[name];
    if (value === undefined) return undefined;
    return { amount: exact(value), per, text: String(value), input: given(name, value, `${path}.${name}`) };
  };
  return named('dailyRate', 'day') ?? named('monthlyRate', 'month') ?? named('annualRate', 'year');
};

const average = (incomes: readonly (number | string)[], path: string): FoundRate => ({
  amount: sumExact(incomes.map(exact)).div(incomes.length),
  per: 'year',
  text: incomes.length === 1 ? String(incomes[0]) : `(${incomes.join(' + ')}) ÷ ${incomes.length}`,
  input: given('incomes', incomes.join(', '), `${path}.incomes`),
});

const byIndustry = (line: RateInput, { ctx, path }: Place): FoundRate | undefined => {
  const figure = findFigure(ctx.figures, 'industryWage', { choice: line.industry, path: `${path}.industry` });
  if (figure === undefined) return undefined;
  const input = { name: 'industryWage', value: show(figure.value), source: figure.source, mark: figure.mark, path: figure.path };
  return { amount: figure.value, per: 'year', text: show(figure.value), input };
};

/** The one rate of a line. Two rates contradict each other, none is asked for with the local practice as suggestion. */
export const findRate = (line: RateInput, { ctx, path }: Place): FoundRate | undefined => {
  const [name, second] = rateNames.filter((key) => line[key] !== undefined);
  if (name === undefined) return ctx.ledger.fail('settle.missing-input', `${path}.dailyRate`, dailyPractice(ctx));
  if (second !== undefined) return ctx.ledger.fail('settle.contradiction', `${path}.${second}`, { reason: 'two-rates', other: name });
  if (name === 'industry') return byIndustry(line, { ctx, path });
  if (name === 'incomes') return average(line.incomes ?? [], path);
  if (name !== 'income') return plain(line, path);
  if (line.overDays === undefined || line.overDays === 0) return ctx.ledger.fail('settle.missing-input', `${path}.overDays`);
  const income = line.income ?? 0;
  const text = `${income} ÷ ${line.overDays}`;
  return { amount: exact(income), per: 'days', text, input: given('income', income, `${path}.income`) };
};

/** A rate as fraction above ÷ below, so that "annual ÷ 365 × days" divides last and stays exact. */
export type Fraction = { readonly above: Exact; readonly below: Exact; readonly text: string };

/** The rate for one day. */
export const perDay = (rate: FoundRate, line: RateInput, { ctx, path }: Place): Fraction | undefined => {
  const { amount, text } = rate;
  if (rate.per === 'day') return { above: amount, below: one, text };
  if (rate.per === 'days') return { above: amount, below: exact(line.overDays ?? 1), text };
  if (rate.per === 'year') return { above: amount, below: exact(line.yearDays ?? 365), text: `${text} ÷ ${line.yearDays ?? 365}` };
  if (line.monthDays === undefined) return ctx.ledger.fail('settle.missing-input', `${path}.monthDays`, { suggestion: '30' });
  return { above: amount, below: exact(line.monthDays), text: `${text} ÷ ${line.monthDays}` };
};

/** The rate for one month: a yearly rate gives a twelfth; from days nothing follows, so the days are asked for. */
export const perMonth = (rate: FoundRate, { ctx, path }: Place): Fraction | undefined => {
  if (rate.per === 'month') return { above: rate.amount, below: one, text: rate.text };
  if (rate.per === 'year') return { above: rate.amount, below: exact(12), text: `${rate.text} ÷ 12` };
  return ctx.ledger.fail('settle.missing-input', `${path}.days`, { reason: 'daily-rate-needs-days' });
};

/** The rate for one year: 365 days, or twelve months. */
export const perYear = (rate: FoundRate, line: RateInput): Fraction => {
  if (rate.per === 'year') return { above: rate.amount, below: one, text: rate.text };
  if (rate.per === 'month') return { above: rate.amount.times(12), below: one, text: `${rate.text} × 12` };
  const below = rate.per === 'day' ? one : exact(line.overDays ?? 1);
  return { above: rate.amount.times(365), below, text: `${rate.text} × 365` };
};
