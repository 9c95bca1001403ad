import type { z } from 'zod';
import { assignment } from '../../../shared/assignments/model.ts';
import type { assigneesSchema } from '../../../shared/cases/contract.ts';
import { caseEntity } from '../../../shared/cases/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { branchesDocumentSchema, peopleDocumentSchema } from '../../../shared/sync/published.ts';
import { documentBody } from '../../db/published-rows.ts';
import { findRow } from '../../db/rows.ts';
import { readState } from '../../db/sync-state.ts';
import { allowed } from '../people/allowed.ts';
import type { DraftOperation, Session } from '../session.ts';
import { tidyReason } from '../tidy-values.ts';

type Scope = { ownerId: string | null; branchId: string | null };
type Assignees = z.infer<typeof assigneesSchema>;
type Input = { caseId: string; toPersonId: string | null; branchId: string | null; reason: string };

const published = ({ read }: Session) => {
  const people = peopleDocumentSchema.safeParse(documentBody(read, 'people'));
  const branches = branchesDocumentSchema.safeParse(documentBody(read, 'branches'));
  return { people: people.success ? people.data : [], branches: branches.success ? branches.data : [] };
};

/** Whose the case is now: the newest own assignment that waits, else what the hub's list says, else its maker's. */
const scopeNow = (session: Session, caseId: string): Scope => {
  const { read } = session;
  const listed = read.get<Scope>(
    `SELECT json_extract(derived, '$.flags.scope.ownerId') AS ownerId, json_extract(derived, '$.flags.scope.branchId') AS branchId
     FROM journal WHERE case_id = ? AND json_extract(derived, '$.flags.scope') IS NOT NULL ORDER BY ver DESC LIMIT 1`,
    caseId,
  );
  const waiting = read.get<Scope>(
    `SELECT to_person_id AS ownerId, branch_id AS branchId FROM assignments a WHERE case_id = ?
       AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = a.made_seq AND j.ver IS NOT NULL) ORDER BY made_seq DESC LIMIT 1`,
    caseId,
  );
  const before = listed ?? madeBy(session, caseId);
  return waiting ? { ownerId: waiting.ownerId, branchId: waiting.branchId ?? before.branchId } : before;
};

const madeBy = (session: Session, caseId: string): Scope => {
  const made = session.read.get<{ by: string | null }>('SELECT by_person_id AS by FROM cases WHERE id = ?', caseId);
  const maker = published(session).people.find(({ id }) => id === made?.by);
  return { ownerId: maker?.role === 'surveyor' ? maker.id : null, branchId: maker?.branchId ?? null };
};

/** Who can be given the case: the surveyors the hub publishes, and the branches. */
export const listAssignees = (session: Session, caseId: string): Result<Assignees, Problem> => {
  const right = allowed(session, 'case.assign', caseId);
  if (!right.ok) return right;
  if (readState(session.read, 'hub') === null) return err(problem('sync.not-connected'));
  const { people, branches } = published(session);
  const nameOf = new Map(branches.map(({ id, name }) => [id as string, name]));
  const surveyors = people.filter(({ role, active }) => role === 'surveyor' && active);
  const { ownerId, branchId } = scopeNow(session, caseId);
  return ok({
    people: surveyors.map(({ id, name, branchId: branch }) => ({
      id,
      name,
      branchId: branch,
      branchName: branch === null ? null : (nameOf.get(branch) ?? null),
    })),
    branches: branches.map(({ id, name }) => ({ id, name })),
    ownerId,
    ownerName: people.find(({ id }) => id === ownerId)?.name ?? null,
    branchId,
  });
};

/** 指派: hands the case to somebody else, or back to a branch. The name in the case follows in the same change. */
export const assignCase = (session: Session, { caseId, toPersonId, branchId, reason }: Input): Result<void, Problem> => {
  const choices = listAssignees(session, caseId);
  if (!choices.ok) return choices;
  const given = tidyReason(reason);
  if (!given.ok) return given;
  const { people, branches, ownerId, branchId: branchNow } = choices.value;
  const person = people.find(({ id }) => id === toPersonId);
  if (toPersonId !== null && !person) return err(problem('invalid', 'toPersonId'));
  if (branchId !== null && !branches.some(({ id }) => id === branchId)) return err(problem('invalid', 'branchId'));
  const branch = branchId ?? person?.branchId ?? branchNow;
  if (toPersonId === ownerId && branch === branchNow) return err(problem('invalid', 'toPersonId'));
  const row = findRow(session.read, caseEntity, caseId);
  if (!row) return err(problem('not-found', 'caseId'));
  const name = person?.name ?? null;
  const rename: DraftOperation[] =
    row.ownerName === name ? [] : [{ op: 'set', entity: 'case', id: caseId, seen: row.rev, fields: { ownerName: name } }];
  const stored = session.commit({
    kind: 'assign-case',
    caseId: caseId as CaseId,
    ops: [
      {
        op: 'insert',
        entity: assignment.name,
        id: session.ids.next(),
        fields: { fromPersonId: ownerId, toPersonId, branchId: branch, reason: given.value },
      },
      ...rename,
    ],
  });
  return stored.ok ? ok(undefined) : stored;
};
