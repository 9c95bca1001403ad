import { entities } from '../../shared/sync/entities.ts';
import { columnName, type Entity } from '../../shared/sync/entity.ts';
import type { Field } from '../../shared/sync/field.ts';
import type { SqlValue } from './handles.ts';

/** One field with its column, decided once instead of at every change. */
export type FieldPlan = { name: string; column: string; field: Field; yesNo: boolean };

/** The SQL of one entity. Identifiers come from the entity definitions only, never from a change. */
export type EntityPlan = {
  entity: Entity;
  fields: readonly FieldPlan[];
  fieldByName: ReadonlyMap<string, FieldPlan>;
  insertSql: string;
  findSql: string;
  /** Columns under the names of the fields, so that SQLite hands over the row as it is wanted. */
  listed: string;
  /** Fields that SQLite keeps in another form: yes or no, structured values. */
  converted: readonly FieldPlan[];
};

/** Columns that every entity table begins with, in this order. `made_seq` is the journal entry that inserted the row. */
export const storedColumnNames = ['id', 'case_id', 'at', 'by_person_id', 'rev', 'made_seq', 'void_reason'] as const;

const storedAs = ['id', 'case_id AS caseId', 'at', 'by_person_id AS byPersonId', 'rev', 'void_reason AS voidReason'];

/** A yes/no field is the only integer column whose schema takes `true`. */
const fieldPlanOf = (name: string, field: Field): FieldPlan => ({
  name,
  column: columnName(name),
  field,
  yesNo: field.column === 'integer' && field.schema.safeParse(true).success,
});

const planOf = (entity: Entity): EntityPlan => {
  const fields = Object.entries(entity.fields).map(([name, field]) => fieldPlanOf(name, field as Field));
  const columns = [...storedColumnNames, ...fields.map(({ column }) => column)];
  const marks = columns.map(() => '?').join(', ');
  return {
    entity,
    fields,
    fieldByName: new Map(fields.map((plan) => [plan.name, plan])),
    insertSql: `INSERT INTO ${entity.table} (${columns.join(', ')}) VALUES (${marks})`,
    listed: [...storedAs, ...fields.map(({ name, column }) => (name === column ? column : `${column} AS ${name}`))].join(', '),
    converted: fields.filter(({ yesNo, field }) => yesNo || field.column === 'json'),
    findSql: `SELECT * FROM ${entity.table} WHERE id = ?`,
  };
};

const plans: ReadonlyMap<string, EntityPlan> = new Map(entities.map((entity) => [entity.name, planOf(entity)]));

/** The plan of an entity; undefined for a name that this version does not know. */
export const planByName = (name: string): EntityPlan | undefined => plans.get(name);

/** The plan of an entity of this version. */
export const planFor = (entity: Entity): EntityPlan => {
  const plan = plans.get(entity.name);
  if (!plan) throw new Error(`no plan for ${entity.name}`);
  return plan;
};

/** A checked value as SQLite stores it: yes/no as 0 or 1, structured values as text. */
export const toSql = ({ field }: FieldPlan, value: unknown): SqlValue => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return field.column === 'json' ? JSON.stringify(value) : (value as SqlValue);
};

/** The way back of `toSql`. */
export const fromSql = ({ field, yesNo }: FieldPlan, value: SqlValue): unknown => {
  if (value === null) return null;
  if (field.column === 'json') return JSON.parse(value as string);
  return yesNo ? value === 1 : value;
};
