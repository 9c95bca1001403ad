import type { CaseId, DeviceId } from '../../shared/kernel/ids.ts';
import type { Clock, Ids } from '../../shared/kernel/ports.ts';
import type { Problem } from '../../shared/kernel/problem.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Person } from '../../shared/people/model.ts';
import type { ReadDb, WriteDb } from '../db/handles.ts';
import type { BlobStore } from '../db/blob-store.ts';

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
  /** Draft that ends with this change, dropped in the same transaction. */
  dropDraftKey?: string | null;
};

export type Committed = { seq: number; mid: number | null };

/** An open, unlocked file with the person who works in it. Everything a use-case may touch. */
export interface Session {
  readonly read: ReadDb;
  readonly blobs: BlobStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly deviceId: DeviceId;
  /** Who works at this machine now. */
  person(): Person;
  /** The only way to change journaled rows: one transaction, then one announcement. */
  commit(draft: ChangeDraft): Result<Committed, Problem>;
  /** Local state that is not journaled (drafts, settings, saved views). `slugs` are announced afterwards. */
  commitLocal<T>(slugs: readonly string[], work: (db: WriteDb) => T): Result<T, Problem>;
}
