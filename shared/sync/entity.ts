import { z } from 'zod';
import { idSchema, type CaseId, type PersonId } from '../kernel/ids.ts';
import { instantSchema } from '../kernel/dates.ts';
import type { Field } from './field.ts';

export type Fields = Record<string, Field<never> | Field>;

/** States a row may move between; the key is `from`. */
export type StateMachine = { field: string; initial: string; moves: Record<string, readonly string[]> };

/** A kind of row that is journaled and synced: its table is a projection of the journal. */
export type Entity<Name extends string = string, F extends Fields = Fields> = {
  name: Name;
  /** Table name, snake_case plural. */
  table: string;
  /** `case`: belongs to one case and is replicated with it. `device`: stays on this machine. */
  scope: 'case' | 'device';
  fields: F;
  states: StateMachine | null;
};

export const defineEntity = <Name extends string, F extends Fields>(entity: Entity<Name, F>): Entity<Name, F> => entity;

/** The values of an entity's own fields. */
export type FieldsOf<E> =
  E extends Entity<string, infer F> ? { [K in keyof F]: F[K] extends { schema: z.ZodType<infer T> } ? T : never } : never;

/** What every stored row carries beside its own fields. */
export const storedColumns = {
  id: z.string(),
  /** Null only for rows of scope `device`. */
  caseId: idSchema<'case'>().nullable() as z.ZodType<CaseId | null>,
  /** When the row was made: the device's claim. */
  at: instantSchema,
  byPersonId: z.string().nullable() as unknown as z.ZodType<PersonId | null>,
  /** Journal sequence of the last change that touched the row; sent back as `seen` when the row is edited. */
  rev: z.number().int(),
  /** Why the row was voided, or null. A voided row stays readable. */
  voidReason: z.string().nullable(),
};

export type Stored<E> = {
  id: string;
  caseId: CaseId | null;
  at: string;
  byPersonId: PersonId | null;
  rev: number;
  voidReason: string | null;
} & FieldsOf<E>;

/** The zod schema of a stored row, for contract outputs. */
export const storedSchema = <E extends Entity>(entity: E): z.ZodType<Stored<E>> => {
  const own = Object.fromEntries(Object.entries(entity.fields).map(([name, field]) => [name, (field as Field).schema]));
  return z.object({ ...storedColumns, ...own }) as unknown as z.ZodType<Stored<E>>;
};

/** The zod schema of the values a person may give when a row is made or edited: every field optional, unknown fields refused. */
export const valuesSchema = <E extends Entity>(entity: E): z.ZodType<Partial<FieldsOf<E>>, Partial<FieldsOf<E>>> => {
  const open = Object.entries(entity.fields).filter(([, field]) => (field as Field).merge !== 'state');
  const own = Object.fromEntries(open.map(([name, field]) => [name, (field as Field).schema.optional()]));
  return z.strictObject(own) as unknown as z.ZodType<Partial<FieldsOf<E>>, Partial<FieldsOf<E>>>;
};

/** camelCase field name to snake_case column name. Only ever applied to names from entity definitions. */
export const columnName = (fieldName: string): string => fieldName.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
