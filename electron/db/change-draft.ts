import type { CaseId } from '../../shared/kernel/ids.ts';

/** One operation as a use-case asks for it. `seen` is the row's `rev` the person looked at when editing. */
export type DraftOperation =
  | { op: 'insert'; entity: string; id: string; fields: Record<string, unknown> }
  | { op: 'set'; entity: string; id: string; seen: number; fields: Record<string, unknown> }
  | { op: 'transition'; entity: string; id: string; from: string; to: string; facts: Record<string, unknown> };

/** What a use-case hands to commit: the rest of the change (who, when, which device, mid, bases) is added there. */
export type ChangeDraft = {
  /** The use-case's name, for example `record-contact`. */
  kind: string;
  caseId: CaseId | null;
  ops: DraftOperation[];
  /** Another time than now: only for the invented history of the demo file and of benchmarks. */
  at?: string;
  /** Draft that ends with this change, dropped in the same transaction. */
  dropDraftKey?: string | null;
};

export type Committed = { seq: number; mid: number | null };
