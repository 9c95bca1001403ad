import type { PersonId } from '../kernel/ids.ts';
import { draftRow, keepRow } from './case-view.ts';
import type { Applying } from './applying.ts';
import type { Operation } from './change.ts';
import type { CaseScope } from './entry.ts';
import { refuse } from './stop.ts';

/** Under this name the case's row remembers who assigned it last; no field is called so. */
const scopeMark = '@scope';

/**
 * Gives the case to somebody else. It must be whose the change says it is; else two hand-overs made apart would undo each
 * other unseen. Source: SPEC [SY-17].
 */
export const assignCase = ({ draft, writer, conflicts }: Applying, operation: Extract<Operation, { op: 'insert' }>): void => {
  const { entity, id, fields } = operation;
  const row = draftRow(draft, 'case', draft.view.caseId) ?? refuse('case-unknown');
  const before: CaseScope = draft.scope ?? refuse('case-unknown');
  const from = fields['fromPersonId'] ?? null;
  const to = fields['toPersonId'] ?? null;
  const branchId = fields['branchId'] ?? before.branchId;
  if (from !== before.ownerId) {
    const [ver, byPersonId, at] = row.writers[scopeMark] ?? row.made;
    conflicts.push({ entity, id, field: null, value: before.ownerId, ver, byPersonId: byPersonId as PersonId, at });
    return;
  }
  if (to !== null && !draft.view.isSurveyor(String(to)))
    refuse('field-invalid', { entity, id, field: 'toPersonId', issue: 'not-a-surveyor' });
  if (branchId !== null && !draft.view.branchExists(String(branchId)))
    refuse('field-invalid', { entity, id, field: 'branchId', issue: 'unknown' });
  draft.scope = { branchId, ownerId: to } as CaseScope;
  keepRow(draft, { ...row, writers: { ...row.writers, [scopeMark]: writer } });
};

/** A hand-over into another branch. */
export const movesBranch = (operation: Operation, scope: CaseScope | null): boolean => {
  if (operation.op !== 'insert' || operation.entity !== 'assignment') return false;
  const branchId = operation.fields['branchId'] ?? null;
  return branchId !== null && branchId !== (scope?.branchId ?? null);
};
