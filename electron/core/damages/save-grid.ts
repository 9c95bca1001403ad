import type { GridClash, GridInput } from '../../../shared/damages/contract.ts';
import { damageItem, deduction, type DamageItem, type Deduction } from '../../../shared/damages/model.ts';
import { needsReviewer } from '../../../shared/damages/rules.ts';
import { idSchema, type CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { clashesOf } from '../../db/draft-to-operations.ts';
import { findRow } from '../../db/rows.ts';
import { partyOfCase } from '../party-of-case.ts';
import { allowed } from '../people/allowed.ts';
import type { DraftOperation, Session } from '../session.ts';
import { tidyEdit, tidyNew, tidyReason } from '../tidy-values.ts';
import { settleLink } from './check-disclosure.ts';
import { asItIs, checkedValues, type Complete } from './check-values.ts';
import { decidedProblem, gridState, stateProblem, type GridState } from './grid-state.ts';

type Saved = { saved: boolean; clashes: GridClash[] };
type SetOperation = Extract<DraftOperation, { op: 'set' }>;
type Written = Result<DraftOperation[], Problem>;
type Writing = { session: Session; input: GridInput; state: GridState };

/**
 * Saves many cells of the review grid as one change: all or none, and one step to take back. New rows keep the ids they were typed
 * under, so the same save sent twice is refused instead of doubled.
 */
export const saveGrid = (session: Session, input: GridInput, complete: Complete = asItIs): Result<Saved, Problem> => {
  const right = allowed(session, needsReview(input) ? 'damage.review' : 'damage.enter', input.caseId);
  if (!right.ok) return right;
  const party = partyOfCase(session, { caseId: input.caseId, partyId: input.partyId, field: 'partyId' });
  if (!party.ok) return party;
  const state = gridState(session, input);
  const ops = operationsOf({ session, input, state });
  if (!ops.ok) return ops;
  const wrong = stateProblem(session, input, state);
  if (wrong) return err(wrong);
  const clashes = ops.value.flatMap((op) => (op.op === 'set' ? clashing(session, op) : []));
  if (clashes.length > 0) return ok({ saved: false, clashes });
  if (ops.value.length === 0) return ok({ saved: true, clashes: [] });
  const caseId = input.caseId as CaseId;
  const done = session.commit({ kind: 'save-grid', caseId, ops: complete(ops.value), dropDraftKey: input.draftKey });
  return done.ok ? ok({ saved: true, clashes: [] }) : done;
};

const needsReview = ({ items, deductions, removedDeductions }: GridInput): boolean =>
  deductions.length > 0 || removedDeductions.length > 0 || items.some(({ values, isNew }) => needsReviewer(values, isNew));

/** The operations of the grid, in order; `state` is brought to how the rows will stand. */
const operationsOf = (writing: Writing): Written => {
  const { input } = writing;
  const parts = [
    ...input.items.map((item) => () => (item.isNew ? newItem(writing, item) : changedItem(writing, item))),
    ...input.removedDeductions.map((id) => () => removed(writing, { entity: deduction.name, id })),
    ...input.deductions.map((row) => () => (row.isNew ? newDeduction(writing, row) : changedDeduction(writing, row))),
    ...input.removedItems.map((id) => () => removed(writing, { entity: damageItem.name, id })),
  ];
  const ops: DraftOperation[] = [];
  for (const part of parts) {
    const written = part();
    if (!written.ok) return written;
    ops.push(...written.value);
  }
  return ok(ops);
};

type Item = GridInput['items'][number];
type Row = GridInput['deductions'][number];

const freeId = (session: Session, entity: typeof damageItem | typeof deduction, id: string): boolean =>
  idSchema<'row'>().safeParse(id).success && findRow(session.read, entity, id) === undefined;

const newItem = ({ session, input, state }: Writing, { id, values }: Item): Written => {
  const at = `items.${id}`;
  if (!freeId(session, damageItem, id)) return err(problem('invalid', at));
  const checked = checkedValues({ ...values, partyId: input.partyId as DamageItem['partyId'] }, at, null);
  if (!checked.ok) return checked;
  state.items.set(id, { ...blank(damageItem), ...checked.value, id, decision: 'open', at: session.clock.now().at } as DamageItem);
  return ok([{ op: 'insert', entity: damageItem.name, id, fields: checked.value }]);
};

const changedItem = ({ state }: Writing, { id, seen, values }: Item): Written => {
  const at = `items.${id}`;
  const item = state.items.get(id);
  if (!item) return err(problem('not-found', at));
  const { partyId: _party, kind: _kind, ...given } = values;
  const checked = checkedValues(given, at, item.kind);
  if (!checked.ok) return checked;
  const wrong = decidedProblem(item, Object.keys(checked.value), at);
  if (wrong) return err(wrong);
  state.items.set(id, { ...item, ...checked.value } as DamageItem);
  return ok(setIfAny({ op: 'set', entity: damageItem.name, id, seen, fields: checked.value }));
};

const newDeduction = ({ session, state }: Writing, { id, itemId, values }: Row): Written => {
  const at = `deductions.${id}`;
  if (!freeId(session, deduction, id)) return err(problem('invalid', at));
  if ((values.reason ?? '').trim() === '') return err(problem('reason-needed', `${at}.reason`));
  const decided = decidedProblem(state.items.get(itemId), ['amountFen'], at);
  if (decided) return err(decided);
  const tidied = tidyNew(deduction, settleLink({ ...values, itemId: itemId as Deduction['itemId'] }), at);
  if (!tidied.ok) return tidied;
  state.deductions.set(id, { ...blank(deduction), ...tidied.value, id, at: session.clock.now().at } as Deduction);
  return ok([{ op: 'insert', entity: deduction.name, id, fields: tidied.value }]);
};

const changedDeduction = ({ state }: Writing, { id, seen, values }: Row): Written => {
  const at = `deductions.${id}`;
  const row = state.deductions.get(id);
  if (!row?.itemId) return err(problem('not-found', at));
  const decided = decidedProblem(state.items.get(row.itemId), ['amountFen'], at);
  if (decided) return err(decided);
  const { itemId: _item, ...given } = settleLink(values);
  if (given.reason !== undefined && given.reason.trim() === '') return err(problem('reason-needed', `${at}.reason`));
  const tidied = tidyEdit(deduction, given, at);
  if (!tidied.ok) return tidied;
  state.deductions.set(id, { ...row, ...tidied.value } as Deduction);
  return ok(setIfAny({ op: 'set', entity: deduction.name, id, seen, fields: tidied.value }));
};

const removed = ({ session, input, state }: Writing, { entity, id }: { entity: string; id: string }): Written => {
  const isItem = entity === damageItem.name;
  const itemId = isItem ? id : (state.deductions.get(id)?.itemId ?? null);
  const item = itemId === null ? undefined : state.items.get(itemId);
  const at = isItem ? `items.${id}` : `deductions.${id}`;
  if (item === undefined) return err(problem('not-found', at));
  const decided = decidedProblem(item, ['amountFen'], at);
  if (decided) return err(decided);
  const reason = tidyReason(input.reason);
  if (!reason.ok) return reason;
  if (isItem) state.items.delete(id);
  else state.deductions.delete(id);
  const fields = { targetEntity: entity, targetId: id, reason: reason.value, restores: false };
  return ok([{ op: 'insert', entity: 'voiding', id: session.ids.next(), fields }]);
};

const blank = (entity: typeof damageItem | typeof deduction): Record<string, null> =>
  Object.fromEntries(Object.keys(entity.fields).map((name) => [name, null]));

const setIfAny = (op: SetOperation): DraftOperation[] => (Object.keys(op.fields).length === 0 ? [] : [op]);

const clashing = (session: Session, op: SetOperation): GridClash[] => {
  const list = op.entity === damageItem.name ? 'items' : 'deductions';
  return clashesOf(session.read, op).map(({ field, theirs, byPersonId, at, rev }) => ({
    field: `${list}.${op.id}.${field}`,
    theirs: (theirs ?? null) as GridClash['theirs'],
    byName: byPersonId === null ? null : nameOf(session, byPersonId),
    at,
    rev,
  }));
};

const nameOf = (session: Session, id: string): string | null =>
  session.read.get<{ name: string }>('SELECT name FROM people WHERE id = ?', id)?.name ?? null;
