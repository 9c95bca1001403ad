import { may, type Action } from '../people/access.ts';
import type { Role } from '../people/model.ts';
import { actionsOf, canSetIn } from '../people/operation-rights.ts';
import { applyOperation } from './apply-operations.ts';
import type { Applying } from './applying.ts';
import { movesBranch } from './assign-case.ts';
import { draftRow, fieldValue, type CaseRow, type CaseView, type Draft, type Writer } from './case-view.ts';
import type { Operation } from './change.ts';
import { checkDecision } from './decisions.ts';
import { entityByName } from './entities.ts';
import type { CaseScope } from './entry.ts';
import type { AuthorityLimits } from './published.ts';
import type { Sha256 } from './sha256.ts';
import { isRowId } from './storable.ts';
import { refuse, StopError, type Stop } from './stop.ts';
import type { QuarantineCode } from './verdict.ts';
import type { WireChange } from './wire-change.ts';

/** How the author stands to the case, now and before. Source: SPEC [SY-34] to [SY-37]. */
export type Entitlement =
  | { kind: 'now'; role: Role }
  | { kind: 'before'; role: Role; released: boolean; longAgo: boolean }
  | { kind: 'never' };

export type Judging = {
  change: WireChange;
  view: CaseView;
  author: { personId: string; entitlement: Entitlement; newCaseScope: CaseScope };
  authority: AuthorityLimits;
  /** The version the change becomes when it goes in. */
  ver: number;
  sha256: Sha256;
};

export type Judgement =
  | { verdict: 'accepted' | 'late'; rows: CaseRow[]; scope: CaseScope | null }
  | Stop
  | { verdict: 'quarantined'; code: QuarantineCode };

/** Inserts that decide something: by somebody who is no longer entitled they wait for the handler. */
const deciding: readonly string[] = ['voiding', 'undoing', 'assignment', 'stepEvent'];

/** Judges one change against the case as it stands: the one place where the rules for taking it in are joined. */
export const judge = (judging: Judging): Judgement => {
  const { change, view, author } = judging;
  if (!view.scope && !makesCase(change)) return { verdict: 'refused', code: 'case-unknown', facts: {} };
  const { entitlement } = author;
  if (entitlement.kind === 'never') return { verdict: 'refused', code: 'case-unknown', facts: {} };
  if (entitlement.kind === 'before') {
    if (entitlement.released) return { verdict: 'refused', code: 'released', facts: {} };
    if (change.ops.some((op) => op.op !== 'insert' || deciding.includes(op.entity))) return { verdict: 'quarantined', code: 'reassigned' };
    if (entitlement.longAgo) return { verdict: 'quarantined', code: 'too-late' };
  }
  try {
    return enter(judging, entitlement);
  } catch (error) {
    if (error instanceof StopError) return error.stop;
    throw error;
  }
};

const makesCase = ({ caseId, ops }: WireChange): boolean => ops[0]?.op === 'insert' && ops[0].entity === 'case' && ops[0].id === caseId;

type Entitled = Exclude<Entitlement, { kind: 'never' }>;

const enter = (judging: Judging, { kind, role }: Entitled): Judgement => {
  const { change, view, author, ver } = judging;
  const writer: Writer = [ver, author.personId, change.at];
  const draft: Draft = { view, changed: new Map(), scope: view.scope ?? author.newCaseScope };
  const applying: Applying = { draft, mid: change.mid, writer, conflicts: [], sha256: judging.sha256 };
  let onClosed = false;
  for (const operation of change.ops) {
    if (!isRowId(operation.id)) refuse('malformed', { entity: operation.entity });
    const right = rightTo(draft, operation, role);
    if (right === 'forbidden') refuse('forbidden', { entity: operation.entity, id: operation.id });
    if (right === 'closed' && kind === 'now') onClosed = true;
    checkState(draft, operation);
    if (operation.op === 'transition') checkDecision(draft, operation, { personId: author.personId, role, authority: judging.authority });
    applyOperation(applying, operation);
  }
  if (onClosed) return { verdict: 'quarantined', code: 'case-closed' };
  if (applying.conflicts.length > 0) return { verdict: 'conflict', fields: applying.conflicts };
  const scope = sameScope(view.scope, draft.scope) ? null : draft.scope;
  return { verdict: kind === 'now' ? 'accepted' : 'late', rows: [...draft.changed.values()], scope };
};

const rightTo = (draft: Draft, operation: Operation, role: Role): 'granted' | 'forbidden' | 'closed' => {
  if (!entityByName(operation.entity)) return refuse('entity-unknown', { entity: operation.entity });
  const actions = actionsOf(operation);
  if (!actions) return 'forbidden';
  const needed: Action[] = movesBranch(operation, draft.scope) ? [...actions, 'case.move'] : actions;
  if (!needed.every((action) => may(role, action, 'open'))) return 'forbidden';
  const row = draftRow(draft, 'case', draft.view.caseId);
  const closed = row !== undefined && fieldValue(row, 'state') === 'closed';
  return closed && !needed.every((action) => may(role, action, 'closed')) ? 'closed' : 'granted';
};

/** What was handed in or decided keeps its values, and so do the deductions of a decided item. */
const checkState = (draft: Draft, operation: Operation): void => {
  const { entity, id } = operation;
  const states = entityByName(entity)?.states;
  const row = draftRow(draft, entity, id);
  if (operation.op === 'set' && row && states) {
    const state = String(fieldValue(row, states.field));
    if (!canSetIn(entity, state, Object.keys(operation.fields))) refuse('wrong-state', { entity, id, state });
  }
  if (entity !== 'deduction' || operation.op === 'transition') return;
  const itemId = operation.op === 'insert' ? operation.fields['itemId'] : row && fieldValue(row, 'itemId');
  const item = typeof itemId === 'string' ? draftRow(draft, 'damageItem', itemId) : undefined;
  if (!item && operation.op === 'insert') refuse('row-missing', { entity: 'damageItem', id: String(itemId ?? '') });
  if (item && fieldValue(item, 'decision') === 'decided') refuse('wrong-state', { entity, id, state: 'decided' });
};

const sameScope = (a: CaseScope | null, b: CaseScope | null): boolean => a?.branchId === b?.branchId && a?.ownerId === b?.ownerId;
