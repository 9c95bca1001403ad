import type { z } from 'zod';
import type { Fact, SettleError, SettleErrorCode } from './ledger.ts';

type Issue = z.core.$ZodIssue;

/** `victims[0].items.funeral`; the file itself is `$`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${String(key)}`),
    '',
  ) || '$';

const isTypeMismatch = (issue: Issue): boolean => issue.code === 'invalid_type' && issue.path.length === 0;

/** Inside a union the branch that fits the value's type says what is wrong; the other branches only say "wrong type". */
const flatten = (issue: Issue, prefix: readonly PropertyKey[]): Issue[] => {
  const path = [...prefix, ...issue.path];
  if (issue.code !== 'invalid_union') return [{ ...issue, path }];
  const fitting = issue.errors.filter((branch) => branch.length > 0 && !branch.some(isTypeMismatch));
  const [first] = fitting;
  return first === undefined ? [{ ...issue, path }] : first.flatMap((inner) => flatten(inner, path));
};

const codesByField: readonly (readonly [RegExp, SettleErrorCode])[] = [
  [/(^|\.)age$/, 'settle.age-out-of-range'],
  [/\.grades\[\d+\]$|\.grade$/i, 'settle.grade-out-of-range'],
  [/\.supporters$/, 'settle.too-many-supporters'],
  [/ratio(s\..*)?$|\.share$|\.coefficient$|\.reduction$|\.rate$|Deductibles?(\[\d+\])?$|\.deductible$/, 'settle.ratio-out-of-range'],
  [/On$|accident\.on$|\.on$/, 'settle.impossible-date'],
];

const codeOf = (issue: Issue, path: string): SettleErrorCode => {
  if (issue.code === 'unrecognized_keys') return 'settle.unknown-field';
  if (issue.code === 'invalid_type' && issue.input === undefined && issue.message.includes('undefined')) return 'settle.missing-input';
  if (issue.code === 'invalid_type') return 'settle.schema';
  return codesByField.find(([pattern]) => pattern.test(path))?.[1] ?? 'settle.schema';
};

const factsOf = (issue: Issue): Record<string, Fact> => {
  const facts: Record<string, Fact> = { problem: issue.code };
  if (issue.code === 'unrecognized_keys') return { keys: issue.keys };
  if (issue.code === 'too_big') facts['maximum'] = Number(issue.maximum);
  if (issue.code === 'too_small') facts['minimum'] = Number(issue.minimum);
  if (issue.code === 'invalid_value') facts['options'] = issue.values.map(String);
  if (issue.code === 'invalid_type') facts['expected'] = issue.expected;
  return facts;
};

const toError = (issue: Issue): SettleError => {
  const path = pathText(issue.path);
  return { code: codeOf(issue, path), path, ...factsOf(issue) };
};

/** Everything a schema refuses, each with its path. */
export const toErrors = (issues: readonly Issue[]): SettleError[] => issues.flatMap((issue) => flatten(issue, [])).map(toError);
