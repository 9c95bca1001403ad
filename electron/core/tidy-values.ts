import { problem, type Problem } from '../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { tidyCode, tidyText } from '../../shared/kernel/text.ts';
import type { Entity, FieldsOf } from '../../shared/sync/entity.ts';
import type { Field } from '../../shared/sync/field.ts';

/** Fields that hold codes: half width, upper case, no blanks. */
const codeFields: readonly string[] = [
  'reportNumber',
  'policyNumber',
  'plate',
  'insuredPhone',
  'driverPhone',
  'phone',
  'idNumber',
  'icd10',
];

/** Values of a row as a person entered them, tidied and checked; `at` is the path of the values in the input. */
type Entered<E> = Partial<FieldsOf<E>>;

/** For a new row: tidies what was given and asks for what may not be missing. Nothing is ever cut. */
export const tidyNew = <E extends Entity>(entity: E, values: Entered<E>, at: string): Result<FieldsOf<E>, Problem> => {
  const tidied = tidyEdit(entity, values, at);
  if (!tidied.ok) return tidied;
  const missing = Object.entries(entity.fields).find(
    ([name, field]) => (field as Field).merge !== 'state' && !(name in tidied.value) && !(field as Field).schema.safeParse(null).success,
  );
  return missing ? err(problem('required', path(at, missing[0]))) : ok(tidied.value as FieldsOf<E>);
};

/** For an edit: only the given fields; a blank text empties the field. */
export const tidyEdit = <E extends Entity>(entity: E, values: Entered<E>, at: string): Result<Entered<E>, Problem> => {
  const tidied: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(values)) {
    const field = entity.fields[name] as Field | undefined;
    if (!field || given === undefined) continue;
    const value = tidyOne(name, given);
    const parsed = field.schema.safeParse(value);
    if (!parsed.success) return err(fieldProblem(parsed.error.issues[0], value, path(at, name)));
    tidied[name] = parsed.data;
  }
  return ok(tidied as Entered<E>);
};

const path = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`);

const tidyOne = (name: string, value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  const text = codeFields.includes(name) ? tidyCode(value) : tidyText(value);
  return text === '' ? null : text;
};

type Issue = { code?: string; origin?: unknown; maximum?: unknown } | undefined;

const fieldProblem = (issue: Issue, value: unknown, field: string): Problem => {
  if (value === null) return problem('required', field);
  const tooLong = issue?.code === 'too_big' && issue.origin === 'string';
  return tooLong ? problem('too-long', field, { max: Number(issue.maximum) }) : problem('invalid', field);
};

/** Refuses an instant that lies ahead of the device clock; five minutes are left for forms that round up. */
export const notInFuture = (at: string | null | undefined, now: string, field: string): Result<void, Problem> =>
  at && Date.parse(at) > Date.parse(now) + 5 * 60_000 ? err(problem('in-the-future', field)) : ok(undefined);

/** A reason that somebody has to give: tidied, never empty. */
export const tidyReason = (reason: string, field = 'reason'): Result<string, Problem> => {
  const text = tidyText(reason);
  return text === '' ? err(problem('reason-needed', field)) : ok(text);
};
