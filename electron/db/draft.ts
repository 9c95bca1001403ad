import type { CaseId } from '../../shared/kernel/ids.ts';
import type { Entity, FieldsOf } from '../../shared/sync/entity.ts';

/** An operation as a use-case states it; `commit` adds the base of every set field. */
export type DraftOperation =
  | { op: 'insert'; entity: string; id: string; fields: Record<string, unknown> }
  | { op: 'set'; entity: string; id: string; seen: number; fields: Record<string, unknown> }
  | { op: 'transition'; entity: string; id: string; from: string; to: string; facts: Record<string, unknown> };

/** What a use-case hands to `commit`: accepted together or not at all. */
export type ChangeDraft = {
  /** The use-case's name, for example `record-contact`. */
  kind: string;
  /** 1 when absent; raised when the meaning of the operations of this kind changes. */
  kindVersion?: number;
  /** Null only for rows of scope `device`. */
  caseId: CaseId | null;
  ops: readonly DraftOperation[];
  /** Another time than now, only for the invented history of the demo file and of benchmarks. */
  at?: string;
};

type Given<E> = Partial<FieldsOf<E>>;

/** Makes a row. Absent fields are null; a state begins at its initial state. */
export const insertOf = <E extends Entity>(entity: E, id: string, fields: Given<E>): DraftOperation => ({
  op: 'insert',
  entity: entity.name,
  id,
  fields: fields as Record<string, unknown>,
});

/** Writes fields of a row; `seen` is the `rev` of the row as the person had it on the screen. */
export const setOf = <E extends Entity>(entity: E, row: { id: string; seen: number }, fields: Given<E>): DraftOperation => ({
  op: 'set',
  entity: entity.name,
  id: row.id,
  seen: row.seen,
  fields: fields as Record<string, unknown>,
});

/** Moves a row from one state to another, with the facts of the decision. */
export const moveOf = <E extends Entity>(
  entity: E,
  id: string,
  move: { from: string; to: string; facts?: Given<E> },
): DraftOperation => ({
  op: 'transition',
  entity: entity.name,
  id,
  from: move.from,
  to: move.to,
  facts: (move.facts ?? {}) as Record<string, unknown>,
});
