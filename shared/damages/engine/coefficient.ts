import { z } from 'zod';
import { exact, exactRatio, show, sumExact, type Exact } from './exact.ts';
import type { Ledger } from './ledger.ts';
import { gradeSchema, ratioSchema } from './parts.ts';

export const coefficientMethods = ['GB18667-B', 'SHANXI-2020', 'PLUS-1-PER-10', 'MANUAL'] as const;

export const coefficientShape = {
  grades: z.array(gradeSchema).min(1).max(20).optional().describe('All grades of the person, each 1-10, in any order'),
  method: z.enum(coefficientMethods).optional().describe('How several grades are combined; needed when there is more than one'),
  additions: z.array(ratioSchema).max(20).optional().describe('GB18667-B: additional index of each further injury, each ≤ 10 %'),
  coefficient: ratioSchema.optional().describe('MANUAL: the coefficient itself, with a reason'),
};

export type CoefficientInput = {
  grades?: number[] | undefined;
  method?: (typeof coefficientMethods)[number] | undefined;
  additions?: (number | string)[] | undefined;
  coefficient?: number | string | undefined;
  reason?: string | undefined;
};

/** Where a problem is reported. */
export type Place = { readonly ledger: Ledger; readonly path: string };

export type FoundCoefficient = {
  readonly value: Exact;
  readonly working: string;
  readonly source: string;
  readonly mark: 'P' | 'J' | 'S' | 'input';
};

const gradeShares = ['1', '0.9', '0.8', '0.7', '0.6', '0.5', '0.4', '0.3', '0.2', '0.1'].map(exact);
const singleGrade = (grade: number): Exact => gradeShares[grade - 1] ?? exact(0);
const percent = (value: Exact): string => `${show(value.times(100))}%`;

/** Shanxi guide 2020: what a further injury of grade 2-10 adds; grade 1 leaves nothing to add. Source: sheet of 2026-03-25 [S], judgments [J]. */
const shanxiAddition = (grade: number): Exact => exact(12 - Math.max(2, grade)).div(100);

const cap = (base: Exact, additions: readonly Exact[], additionsCap: Exact | null): Exact => {
  const sum = sumExact(additions);
  const added = additionsCap !== null && sum.gt(additionsCap) ? additionsCap : sum;
  const total = base.plus(added);
  return total.gt(1) ? exact(1) : total;
};

type Combine = (sorted: readonly number[], input: CoefficientInput, place: Place) => FoundCoefficient | undefined;

const byShanxi: Combine = ([highest = 10, ...others]) => {
  const additions = others.map(shanxiAddition);
  const value = cap(singleGrade(highest), additions, exact('0.1'));
  return { value, working: [singleGrade(highest), ...additions].map(percent).join(' + '), source: 'Shanxi guide 2020', mark: 'J' };
};

const byPlusOne: Combine = ([highest = 10, ...others], _input, { ledger, path }) => {
  const other = others.find((grade) => grade !== 10);
  if (other !== undefined) return ledger.fail('settle.contradiction', `${path}.method`, { method: 'PLUS-1-PER-10', grade: other });
  const additions = others.map(() => exact('0.01'));
  const value = cap(singleGrade(highest), additions, null);
  return {
    value,
    working: [singleGrade(highest), ...additions].map(percent).join(' + '),
    source: 'Jiangsu published cases 2012–2016',
    mark: 'J',
  };
};

const byStandard: Combine = ([highest = 10, ...others], input, { ledger, path }) => {
  const additions = (input.additions ?? []).map(exactRatio);
  if (additions.length !== others.length) {
    return ledger.fail('settle.missing-input', `${path}.additions`, { needed: others.length, found: additions.length });
  }
  const over = additions.findIndex((addition) => addition.gt('0.1'));
  if (over >= 0) return ledger.fail('settle.additions-over-limit', `${path}.additions[${over}]`, { limit: 0.1 });
  const value = cap(singleGrade(highest), additions, exact('0.1'));
  return { value, working: [singleGrade(highest), ...additions].map(percent).join(' + '), source: 'GB 18667-2002 annex B', mark: 'S' };
};

const combiners: Record<Exclude<(typeof coefficientMethods)[number], 'MANUAL'>, Combine> = {
  'GB18667-B': byStandard,
  'SHANXI-2020': byShanxi,
  'PLUS-1-PER-10': byPlusOne,
};

/** What the grades alone would give, when that needs no choice of the reader. */
const byGrades = ({ grades = [], method }: CoefficientInput, place: Place): Exact | undefined => {
  const sorted = [...grades].sort((a, b) => a - b);
  if (sorted.length === 1) return singleGrade(sorted[0] ?? 10);
  const isOpen = method === undefined || method === 'MANUAL' || method === 'GB18667-B';
  return sorted.length === 0 || isOpen ? undefined : combiners[method](sorted, {}, place)?.value;
};

const manual = (input: CoefficientInput, { ledger, path }: Place): FoundCoefficient | undefined => {
  if (input.coefficient === undefined) return ledger.fail('settle.missing-input', `${path}.coefficient`);
  const value = exactRatio(input.coefficient);
  const expected = byGrades(input, { ledger, path });
  if (expected !== undefined && !expected.eq(value))
    ledger.note('coefficient-differs', `${path}.coefficient`, { given: percent(value), byGrades: percent(expected) });
  ledger.choose({
    key: 'coefficient',
    path: `${path}.coefficient`,
    value: percent(value),
    given: true,
    suggestion: (input.grades ?? []).length === 1 ? percent(singleGrade(input.grades?.[0] ?? 10)) : '',
    reason: input.reason ?? '',
    source: 'settlement §2.1',
    mark: 'input',
  });
  return { value, working: percent(value), source: input.reason ?? `${path}.coefficient`, mark: 'input' };
};

/**
 * Disability coefficient (伤残系数): one grade by the standard (4.4), several by the named method, or typed with a reason.
 * Source: 人体损伤致残程度分级 4.1 and 4.4; settlement.md §2.1.
 */
export const findCoefficient = (input: CoefficientInput, { ledger, path }: Place): FoundCoefficient | undefined => {
  const { method } = input;
  if (input.coefficient !== undefined || method === 'MANUAL') return manual(input, { ledger, path });
  const sorted = [...(input.grades ?? [])].sort((a, b) => a - b);
  const [highest] = sorted;
  if (highest === undefined) return ledger.fail('settle.missing-input', `${path}.grades`);
  if (sorted.length === 1) {
    const value = singleGrade(highest);
    return { value, working: percent(value), source: '人体损伤致残程度分级 4.4', mark: 'P' };
  }
  if (method === undefined) {
    const shanxi = byShanxi(sorted, input, { ledger, path });
    const suggestion = shanxi === undefined ? '' : `SHANXI-2020 = ${percent(shanxi.value)}`;
    return ledger.fail('settle.missing-input', `${path}.method`, { suggestion, options: coefficientMethods });
  }
  const found = combiners[method](sorted, input, { ledger, path });
  if (found !== undefined) {
    ledger.choose({
      key: 'coefficient',
      path: `${path}.method`,
      value: `${method} = ${percent(found.value)}`,
      given: true,
      suggestion: method,
      reason: 'several-grades',
      source: found.source,
      mark: found.mark,
    });
  }
  return found;
};
