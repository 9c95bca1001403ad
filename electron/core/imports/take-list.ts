import { setImmediate as nextTurn } from 'node:timers/promises';
import { caseEntity } from '../../../shared/cases/model.ts';
import type { JudgedRow } from '../../../shared/imports/rules.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ChangeDraft } from '../../db/change-draft.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { ProblemThrown } from '../problem-thrown.ts';
import { existingReportNumbers } from './case-rows.ts';
import type { ImportPorts } from './read-list.ts';

export type TakeProgress = { done: number; total: number; added: number };

/** Rows per transaction: few enough that other callers wait only a moment, many enough that syncing to disk does not dominate. */
const batchSize = 200;

/**
 * Takes the good rows of a list, batch by batch, one change per case. Every batch looks again at what exists, so a list that
 * was cut off, or taken twice at once, adds each case once. It ends between two batches when `goesOn` says no.
 */
export const takeList = (
  session: Session,
  { importId, goesOn }: { importId: string; goesOn: () => boolean },
  { shelf }: ImportPorts,
): Result<AsyncGenerator<TakeProgress>, Problem> => {
  const right = allowed(session, 'case.import', null);
  if (!right.ok) return right;
  const list = shelf.find(session, importId);
  if (!list) return err(problem('import.expired', 'importId'));
  return ok(
    takeRows(
      session,
      list.rows.filter((row) => row.status === 'good'),
      goesOn,
    ),
  );
};

const takeRows = async function* (session: Session, rows: readonly JudgedRow[], goesOn: () => boolean): AsyncGenerator<TakeProgress> {
  let added = 0;
  yield { done: 0, total: rows.length, added };
  for (let from = 0; from < rows.length && goesOn(); from += batchSize) {
    const batch = rows.slice(from, from + batchSize);
    const drafts = draftsFor(session, batch);
    const done = drafts.length === 0 ? ok([]) : session.commitAll(drafts);
    if (!done.ok) throw new ProblemThrown(done.error);
    added += drafts.length;
    yield { done: from + batch.length, total: rows.length, added };
    await nextTurn();
  }
};

const draftsFor = (session: Session, rows: readonly JudgedRow[]): ChangeDraft[] => {
  const there = existingReportNumbers(
    session.read,
    rows.map(({ values }) => values.reportNumber ?? ''),
  );
  const fresh = rows.filter(({ values }) => values.reportNumber !== undefined && !there.has(values.reportNumber));
  return fresh.map(({ values }) => {
    const id = session.ids.next() as CaseId;
    return { kind: 'register-case', caseId: id, ops: [{ op: 'insert', entity: caseEntity.name, id, fields: values }] };
  });
};
