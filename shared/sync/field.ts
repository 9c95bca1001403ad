import { z } from 'zod';
import { dateSchema, instantSchema } from '../kernel/dates.ts';
import { idSchema } from '../kernel/ids.ts';
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
};

const make = <T>(column: Field['column'], schema: z.ZodType<T>, merge: Merge): Field<T> => ({
  column,
  schema,
  merge,
  nullable: schema.safeParse(null).success,
});

/** Longest free text the app keeps in one field; longer text is refused at the field, never cut. */
const maxTextLength = 100_000;

/** Field builders. `…Fixed` fields are written once; the others may be set later. All but `required…` accept null. */
export const field = {
  text: (max = 2_000) => make('text', z.string().max(max).nullable(), 'set'),
  textFixed: (max = 2_000) => make('text', z.string().max(max).nullable(), 'fixed'),
  longText: () => make('text', z.string().max(maxTextLength).nullable(), 'set'),
  longTextFixed: () => make('text', z.string().max(maxTextLength).nullable(), 'fixed'),
  requiredText: (max = 2_000) => make('text', z.string().min(1).max(max), 'set'),
  requiredTextFixed: (max = 2_000) => make('text', z.string().min(1).max(max), 'fixed'),
  choice: <const V extends readonly [string, ...string[]]>(values: V) => make('text', z.enum(values).nullable(), 'set'),
  /** One of the values, never empty. */
  requiredChoice: <const V extends readonly [string, ...string[]]>(values: V) => make('text', z.enum(values), 'set'),
  choiceFixed: <const V extends readonly [string, ...string[]]>(values: V) => make('text', z.enum(values), 'fixed'),
  state: <const V extends readonly [string, ...string[]]>(values: V) => make('text', z.enum(values), 'state'),
  /** Written by the transition that decides something, for example the decided amount. */
  stateText: (max = 2_000) => make('text', z.string().max(max).nullable(), 'state'),
  stateInteger: () => make('integer', z.number().int().nullable(), 'state'),
  ref: <Kind extends string>() => make('text', idSchema<Kind>().nullable(), 'set'),
  refFixed: <Kind extends string>() => make('text', idSchema<Kind>().nullable(), 'fixed'),
  date: () => make('text', dateSchema.nullable(), 'set'),
  dateFixed: () => make('text', dateSchema.nullable(), 'fixed'),
  instant: () => make('text', instantSchema.nullable(), 'set'),
  instantFixed: () => make('text', instantSchema, 'fixed'),
  integer: (min = 0, max = Number.MAX_SAFE_INTEGER) => make('integer', z.number().int().min(min).max(max).nullable(), 'set'),
  integerFixed: (min = 0, max = Number.MAX_SAFE_INTEGER) => make('integer', z.number().int().min(min).max(max).nullable(), 'fixed'),
  amountFen: () => make('integer', z.number().int().min(0).max(maxAmountFen).nullable(), 'set'),
  amountFenFixed: () => make('integer', z.number().int().min(0).max(maxAmountFen).nullable(), 'fixed'),
  /** A yes/no answer; null is "not asked yet". Stored as 0 or 1. */
  yesNo: () => make('integer', z.boolean().nullable(), 'set'),
  yesNoFixed: () => make('integer', z.boolean().nullable(), 'fixed'),
  /** A small structured value that is replaced as a whole. */
  json: <T>(schema: z.ZodType<T>) => make('json', schema.nullable(), 'set'),
  jsonFixed: <T>(schema: z.ZodType<T>) => make('json', schema.nullable(), 'fixed'),
};
