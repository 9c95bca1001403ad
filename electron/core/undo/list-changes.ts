import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { undoDepth, type UndoLine } from '../../../shared/undo/contract.ts';
import { newerOn } from '../../../shared/undo/resting.ts';
import { undoProblem } from '../../../shared/undo/rules.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { changesAfter, changesBy, undoneIn, type Entry } from './journal-rows.ts';

/** A change with why it cannot be taken back now. */
export type Candidate = { entry: Entry; undone: boolean; problem: Problem | null };

/** My newest changes of the case as they can or cannot be taken back now. The journal answers, so a restart forgets nothing. */
export const candidatesOf = (session: Session, caseId: CaseId): Candidate[] => {
  const mine = changesBy(session.read, { caseId, personId: session.person().id, limit: undoDepth });
  const oldest = mine.at(-1);
  if (!oldest) return [];
  const later = changesAfter(session.read, caseId, oldest.seq);
  const undone = undoneIn(session.read, caseId);
  return mine.map((entry) => {
    const done = undone.has(entry.changeId);
    return { entry, undone: done, problem: done ? problem('undo.done') : problemOf(entry, later, undone) };
  });
};

const problemOf = (entry: Entry, later: readonly Entry[], undone: ReadonlySet<string>): Problem | null => {
  const own = undoProblem(entry.kind, entry.ops);
  if (own) return own;
  const newer = newerOn(
    entry,
    later.filter(({ seq }) => seq > entry.seq),
    undone,
  );
  return newer ? problem('undo.newer', null, { kind: newer.kind, at: newer.at }) : null;
};

/** 撤销记录: what I did in this case, the newest first. */
export const listChanges = (session: Session, { caseId }: { caseId: CaseId }): Result<UndoLine[], Problem> => {
  const right = allowed(session, 'row.void', caseId);
  if (!right.ok) return right;
  return ok(
    candidatesOf(session, caseId).map(({ entry, undone, problem: why }) => ({
      changeId: entry.changeId,
      kind: entry.kind,
      at: entry.at,
      rows: countByEntity(entry),
      undone,
      problem: why,
    })),
  );
};

const countByEntity = ({ ops }: Entry): Record<string, number> => {
  const ids = new Map<string, Set<string>>();
  for (const { entity, id } of ops) ids.set(entity, (ids.get(entity) ?? new Set()).add(id));
  return Object.fromEntries([...ids].map(([entity, all]) => [entity, all.size]));
};
