import type { CaseId, PersonId } from '../../shared/kernel/ids.ts';
import type { Entity, Stored } from '../../shared/sync/entity.ts';
import type { Reads, SqlValue } from './handles.ts';
import { fromSql, planFor } from './entity-plan.ts';

/** A row as SQLite returns it, keyed by column. */
export type SqlRow = Record<string, SqlValue>;

/** Turns a database row into the entity's stored shape: camelCase, booleans, parsed JSON. */
export const storedFromRow = <E extends Entity>(entity: E, row: SqlRow): Stored<E> => {
  const stored: Record<string, unknown> = {
    id: row['id'],
    caseId: row['case_id'] as CaseId | null,
    at: row['at'],
    byPersonId: row['by_person_id'] as PersonId | null,
    rev: row['rev'],
    voidReason: row['void_reason'],
  };
  for (const plan of planFor(entity).fields) stored[plan.name] = fromSql(plan, row[plan.column] ?? null);
  return stored as Stored<E>;
};

/** One row by id, voided or not. */
export const findRow = <E extends Entity>(db: Reads, entity: E, id: string): Stored<E> | undefined => {
  const row = db.get<SqlRow>(planFor(entity).findSql, id);
  return row && storedFromRow(entity, row);
};

/**
 * Rows chosen by a constant SQL condition, for example `case_id = ? AND void_reason IS NULL ORDER BY contact_at DESC`.
 * The condition must be a literal: values go through the parameters.
 */
// oxlint-disable-next-line max-params -- reads like the SQL it stands for, in every feature
export const selectRows = <E extends Entity>(db: Reads, entity: E, where: string, params: readonly SqlValue[] = []): Stored<E>[] => {
  const { listed, converted } = planFor(entity);
  const rows = db.all<SqlRow>(`SELECT ${listed} FROM ${entity.table} WHERE ${where}`, ...params) as Record<string, unknown>[];
  // A thick case has thousands of rows: only what differs from the stored shape is touched.
  if (converted.length > 0) {
    for (const row of rows) for (const plan of converted) row[plan.name] = fromSql(plan, row[plan.name] as SqlValue);
  }
  return rows as Stored<E>[];
};
