import type { DeviceId } from '../../shared/kernel/ids.ts';
import type { Ids } from '../../shared/kernel/ports.ts';
import type { Problem } from '../../shared/kernel/problem.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Person } from '../../shared/people/model.ts';
import type { ChangeDraft, Committed } from '../db/change-draft.ts';
import type { ReadDb, WriteDb } from '../db/handles.ts';
import type { BlobStore } from '../db/blob-store.ts';
import type { Settled } from '../db/commit.ts';
import type { TrustedClock } from './trusted-clock.ts';

export type { ChangeDraft, Committed, DraftOperation } from '../db/change-draft.ts';

/** An open, unlocked file with the person who works in it. Everything a use-case may touch. */
export interface Session {
  readonly read: ReadDb;
  readonly blobs: BlobStore;
  /** Never runs backwards, whatever the device clock does; entries still carry the device's own claim. */
  readonly clock: TrustedClock;
  readonly ids: Ids;
  readonly deviceId: DeviceId;
  /** Another person signed in: the next question asks again who works here. */
  forgetPerson(): void;
  /** Who works at this machine now. */
  person(): Person;
  /** The only way to change journaled rows: one transaction, then one announcement. */
  commit(draft: ChangeDraft): Result<Committed, Problem>;
  /** Several changes in one transaction, all or none, with one announcement: for lists of hundreds of cases. */
  commitAll(drafts: readonly ChangeDraft[]): Result<Committed[], Problem>;
  /** Local state that is not journaled (drafts, settings, saved views). `slugs` are announced afterwards. */
  commitLocal<T>(slugs: readonly string[], work: (db: WriteDb) => Settled<T>): Result<T, Problem>;
}
