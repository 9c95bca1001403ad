import { z } from 'zod';
import { dateSchema, instantPattern, instantSchema } from '../kernel/dates.ts';
import { idPattern, idSchema } from '../kernel/ids.ts';
import { maxAmountFen } from '../kernel/money.ts';

/** How a field behaves when it is written twice. `fixed`: only at insert. `set`: by `set` operations with a base. `state`: only by transitions. */
export type Merge = 'fixed' | 'set' | 'state';

/** One field of an entity: its check, its column type and how it merges. A missing value is `null`, never absent. */
export type Field<T = unknown> = {
  schema: z.ZodType<T>;
  column: 'text' | 'integer' | 'json';
  merge: Merge;
  /** Whether the field may be empty. */
  nullable: boolean;
  /** Certainly a value the schema takes as it stands. False does not mean wrong; then the schema looks. */
  isSound: (value: unknown) => boolean;
};

const never = (): boolean => false;

/** The schema says what is wrong; what is right is nearly everything, and a first download checks a hundred thousand values. */
// oxlint-disable-next-line max-params -- a line per kind of field, in every builder
const make = <T>(column: Field['column'], schema: z.ZodType<T>, merge: Merge, isSound: Field['isSound'] = never): Field<T> => {
  const nullable = schema.safeParse(null).success;
  return { column, schema, merge, nullable, isSound: (value) => (value === null ? nullable : isSound(value)) };
};

const isText =
  (max: number, min = 0): Field['isSound'] =>
  (value) =>
    typeof value === 'string' && value.length >= min && value.length <= max;
const isOf = (values: readonly unknown[]): Field['isSound'] => {
  const known = new Set(values);
  return (value) => known.has(value);
};
const isLike =
  (pattern: RegExp): Field['isSound'] =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const isInteger =
  (min: number, max = Number.MAX_SAFE_INTEGER): Field['isSound'] =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max;
const isYesNo = isOf([true, false]);

/** Longest free text the app keeps in one field; longer text is refused at the field, never cut. */
const maxTextLength = 100_000;

/** Field builders. `…Fixed` fields are written once; the others may be set later. All but `required…` accept null. */
export const field = {
  text: (max = 2_000) => make('text', z.string().max(max).nullable(), 'set', isText(max)),
  textFixed: (max = 2_000) => make('text', z.string().max(max).nullable(), 'fixed', isText(max)),
  longText: () => make('text', z.string().max(maxTextLength).nullable(), 'set', isText(maxTextLength)),
  longTextFixed: () => make('text', z.string().max(maxTextLength).nullable(), 'fixed', isText(maxTextLength)),
  requiredText: (max = 2_000) => make('text', z.string().min(1).max(max), 'set', isText(max, 1)),
  requiredTextFixed: (max = 2_000) => make('text', z.string().min(1).max(max), 'fixed', isText(max, 1)),
  choice: <const V extends readonly [string, ...string[]]>(values: V) => make('text', z.enum(values).nullable(), 'set', isOf(values)),
  /** One of the values, never empty. */
  requiredChoice: <const V extends readonly [string, ...string[]]>(values: V) => make('text', z.enum(values), 'set', isOf(values)),
  choiceFixed: <const V extends readonly [string, ...string[]]>(values: V) => make('text', z.enum(values), 'fixed', isOf(values)),
  state: <const V extends readonly [string, ...string[]]>(values: V) => make('text', z.enum(values), 'state', isOf(values)),
  /** Written by the transition that decides something, for example the decided amount. */
  stateText: (max = 2_000) => make('text', z.string().max(max).nullable(), 'state', isText(max)),
  stateInteger: () => make('integer', z.number().int().nullable(), 'state', isInteger(Number.MIN_SAFE_INTEGER)),
  ref: <Kind extends string>() => make('text', idSchema<Kind>().nullable(), 'set', isLike(idPattern)),
  refFixed: <Kind extends string>() => make('text', idSchema<Kind>().nullable(), 'fixed', isLike(idPattern)),
  date: () => make('text', dateSchema.nullable(), 'set'),
  dateFixed: () => make('text', dateSchema.nullable(), 'fixed'),
  instant: () => make('text', instantSchema.nullable(), 'set', isLike(instantPattern)),
  instantFixed: () => make('text', instantSchema, 'fixed', isLike(instantPattern)),
  integer: (min = 0, max = Number.MAX_SAFE_INTEGER) =>
    make('integer', z.number().int().min(min).max(max).nullable(), 'set', isInteger(min, max)),
  integerFixed: (min = 0, max = Number.MAX_SAFE_INTEGER) =>
    make('integer', z.number().int().min(min).max(max).nullable(), 'fixed', isInteger(min, max)),
  amountFen: () => make('integer', z.number().int().min(0).max(maxAmountFen).nullable(), 'set', isInteger(0, maxAmountFen)),
  amountFenFixed: () => make('integer', z.number().int().min(0).max(maxAmountFen).nullable(), 'fixed', isInteger(0, maxAmountFen)),
  /** A yes/no answer; null is "not asked yet". Stored as 0 or 1. */
  yesNo: () => make('integer', z.boolean().nullable(), 'set', isYesNo),
  yesNoFixed: () => make('integer', z.boolean().nullable(), 'fixed', isYesNo),
  /** A small structured value that is replaced as a whole. */
  json: <T>(schema: z.ZodType<T>) => make('json', schema.nullable(), 'set'),
  jsonFixed: <T>(schema: z.ZodType<T>) => make('json', schema.nullable(), 'fixed'),
};
