import type { z } from 'zod';
import type { Entity, Stored } from './entity.ts';
import type { CaseScope } from './entry.ts';

export type Json = z.infer<ReturnType<typeof z.json>>;

/** Who wrote something: case version, person, and that device's claim about the time. */
export type Writer = readonly [ver: number, byPersonId: string, at: string];

/** A row as the accepted changes left it. Fields that are absent are null. */
export type CaseRow = {
  entity: string;
  id: string;
  fields: Readonly<Record<string, Json>>;
  /** Last writer of each field that was written after the row was made. */
  writers: Readonly<Record<string, Writer>>;
  made: Writer;
  /** Last writer of anything in the row. */
  last: Writer;
  voidReason: string | null;
};

/** One case as it stands, for judging a change. Everything is loaded before; nothing here waits. */
export interface CaseView {
  readonly caseId: string;
  /** Null while the case does not exist. */
  readonly scope: CaseScope | null;
  row(entity: string, id: string): CaseRow | undefined;
  /** All rows of an entity the rules look at as a whole (`wholeEntities`). */
  rowsOf(entity: string): readonly CaseRow[];
  /** Whether another case has a row of this entity with this id. */
  usedElsewhere(entity: string, id: string): boolean;
  /** The version an own earlier change became; null when it was not accepted. */
  verOfMid(mid: number): number | null;
  /** An active surveyor, for an assignment. */
  isSurveyor(personId: string): boolean;
  branchExists(branchId: string): boolean;
}

export const fieldValue = (row: CaseRow, name: string): Json => row.fields[name] ?? null;

/** A view with changes on top that are not stored yet. */
export type Draft = { view: CaseView; changed: Map<string, CaseRow>; scope: CaseScope | null };

export const keyOf = (entity: string, id: string): string => `${entity} ${id}`;

export const draftRow = ({ view, changed }: Draft, entity: string, id: string): CaseRow | undefined =>
  changed.get(keyOf(entity, id)) ?? view.row(entity, id);

export const draftRowsOf = (draft: Draft, entity: string): CaseRow[] => {
  const own = [...draft.changed.values()].filter((row) => row.entity === entity);
  const ids = new Set(own.map(({ id }) => id));
  return [...draft.view.rowsOf(entity).filter(({ id }) => !ids.has(id)), ...own];
};

export const keepRow = ({ changed }: Draft, row: CaseRow): void => void changed.set(keyOf(row.entity, row.id), row);

/** A row in the shape the feature's rules know. */
export const storedFrom = <E extends Entity>(entity: E, row: CaseRow): Stored<E> => {
  const own = Object.fromEntries(Object.keys(entity.fields).map((name) => [name, fieldValue(row, name)]));
  const [rev] = row.last;
  const [, byPersonId, at] = row.made;
  return { ...own, id: row.id, caseId: null, at, byPersonId, rev, voidReason: row.voidReason } as unknown as Stored<E>;
};
