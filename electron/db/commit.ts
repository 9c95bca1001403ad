import type { CaseId, ChangeId, PersonId } from '../../shared/kernel/ids.ts';
import type { Clock, Ids } from '../../shared/kernel/ports.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Change } from '../../shared/sync/change.ts';
import { applyChange } from './apply-change.ts';
import { ProblemError, type CommitProblem } from './apply-problem.ts';
import type { Connection } from './connection.ts';
import type { WriteDb } from './handles.ts';
import type { ChangeDraft, Committed } from './change-draft.ts';
import { draftToOperations } from './draft-to-operations.ts';
import { faultOf, type Fault } from './faults.ts';
import { activeDevice, appendOwn } from './journal.ts';
import { slugsOf, type Slug } from './slugs.ts';
import type { Projector, TouchedRow } from './projector.ts';
import { readState } from './sync-state.ts';

/** Said once after a transaction; `caseId` is null when several cases or none were touched. */
export type Changed = { slugs: readonly Slug[]; caseId: CaseId | null };

/** A value that is there now: a transaction ends before the next tick, so a promise in it would write outside of it. */
export type Settled<T> = T extends PromiseLike<unknown> ? never : T;

export type CommitPorts = {
  clock: Clock;
  ids: Ids;
  projectors: readonly Projector[];
  announce: (changed: Changed) => void;
  /** Something was written here, as opposed to received. */
  committed?: () => void;
  /** Measured difference to the hub's clock, milliseconds. */
  clockSkewMs: () => number;
};

export type Commits = {
  /** Stores one change as the given person. */
  commit(draft: ChangeDraft, by: PersonId | null): Result<Committed, CommitProblem>;
  /** Stores several changes in one transaction: all or none. */
  commitAll(drafts: readonly ChangeDraft[], by: PersonId | null): Result<Committed[], CommitProblem>;
  /** Writes what is not journaled: settings and half-written drafts. */
  commitLocal<T>(work: (db: WriteDb) => Settled<T>, slugs?: readonly Slug[]): Result<T, { code: 'storage'; fault: Fault }>;
};

type Author = { ports: CommitPorts; by: PersonId | null };
type Done = { committed: Committed; caseId: CaseId | null; touched: TouchedRow[] };

/** The only opener of write transactions beside the rebuild. */
export const createCommits = (connection: Connection, ports: CommitPorts): Commits => {
  const commitAll: Commits['commitAll'] = (drafts, by) => {
    const outcome = guarded(() =>
      connection.transaction((db) => {
        const done = drafts.map((draft) => writeOne(db, { ports, by }, draft));
        project(db, ports, done);
        return done;
      }),
    );
    if (!outcome.ok) return outcome;
    announceOnce(ports, outcome.value);
    ports.committed?.();
    return ok(outcome.value.map(({ committed }) => committed));
  };
  return {
    commitAll,
    commit: (draft, by) => {
      const outcome = commitAll([draft], by);
      return outcome.ok ? ok(outcome.value[0] as Committed) : outcome;
    },
    commitLocal: (work, slugs = []) => {
      const outcome = guarded(() => connection.transaction((db) => settledNow(work(db))));
      if (outcome.ok && slugs.length > 0) ports.announce({ slugs, caseId: null });
      return outcome as never;
    },
  };
};

/** Numbers a change, journals it and applies it; the caller's transaction holds all of it. */
export const writeOne = (db: WriteDb, { ports, by }: Author, draft: ChangeDraft): Done => {
  const device = activeDevice(db);
  if (!device) throw new Error('the file has no device');
  const now = ports.clock.now();
  const seq = device.lastSeq + 1;
  const change: Change = {
    mid: draft.caseId === null ? null : device.lastMid + 1,
    changeId: ports.ids.next() as ChangeId,
    kind: draft.kind,
    kindVersion: 1,
    caseId: draft.caseId,
    at: draft.at ?? now.at,
    utcOffset: now.utcOffset,
    clockSkewMs: readState(db, 'progress')?.skewMs ?? ports.clockSkewMs(),
    byPersonId: by,
    deviceId: device.deviceId,
    ops: draftToOperations(db, draft),
  };
  // The entry stands before the rows, because rows are compared with their writer's entry.
  appendOwn(db, { device, change, seq });
  const touched = applyChange(db, change, seq);
  if (draft.dropDraftKey) db.run('DELETE FROM drafts WHERE key = ?', draft.dropDraftKey);
  return { committed: { seq, mid: change.mid }, caseId: change.caseId, touched };
};

/** Each projector runs once per case, with all rows the transaction touched there. */
const project = (db: WriteDb, { projectors, clock }: CommitPorts, done: readonly Done[]): void => {
  const now = clock.now().at;
  const rowsByCase = new Map<CaseId | null, Map<string, TouchedRow>>();
  for (const { caseId, touched } of done) {
    const rows = rowsByCase.get(caseId) ?? new Map<string, TouchedRow>();
    for (const row of touched) rows.set(`${row.entity} ${row.id}`, row);
    rowsByCase.set(caseId, rows);
  }
  for (const [caseId, rows] of rowsByCase) {
    for (const projector of projectors) projector(db, { caseId, rows: [...rows.values()] }, now);
  }
};

const announceOnce = ({ announce }: CommitPorts, done: readonly Done[]): void => {
  const caseIds = new Set(done.map(({ caseId }) => caseId));
  const slugs = slugsOf(done.flatMap(({ touched }) => touched));
  if (slugs.length > 0) announce({ slugs, caseId: caseIds.size === 1 ? ([...caseIds][0] ?? null) : null });
};

/** The types already refuse a promise; this catches one that came through a cast, before anything is written. */
const settledNow = <T>(value: T): T => {
  if (value instanceof Promise) throw new TypeError('a transaction cannot wait');
  return value;
};

const guarded = <T>(work: () => T): Result<T, CommitProblem> => {
  try {
    return ok(work());
  } catch (error) {
    if (error instanceof ProblemError) return err(error.problem);
    const fault = faultOf(error);
    if (fault) return err({ code: 'storage', fault });
    throw error;
  }
};
