import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Operation } from '../../../shared/sync/change.ts';
import { entityByName } from '../../../shared/sync/entities.ts';
import { undoing } from '../../../shared/undo/model.ts';
import { madeIn } from '../../../shared/undo/rules.ts';
import { findRow } from '../../db/rows.ts';
import { allowed } from '../people/allowed.ts';
import type { DraftOperation, Session } from '../session.ts';
import { tidyReason } from '../tidy-values.ts';
import { changesOfRowBefore, type Entry } from './journal-rows.ts';
import { candidatesOf } from './list-changes.ts';

type Input = { caseId: CaseId; changeId: string; reason: string };
type Context = { session: Session; caseId: CaseId; entry: Entry; reason: string };

/**
 * 撤销: takes one of my changes back by a new change that says so. Rows that were made are hidden, values go back to what the
 * journal says stood there before, states go back where the machine allows it. Refused when something newer rests on it.
 */
export const undoChange = (session: Session, { caseId, changeId, reason }: Input): Result<void, Problem> => {
  const right = allowed(session, 'row.void', caseId);
  if (!right.ok) return right;
  const given = tidyReason(reason);
  if (!given.ok) return given;
  const found = candidatesOf(session, caseId).find(({ entry }) => entry.changeId === changeId);
  if (!found) return err(problem('undo.not-mine', 'changeId'));
  if (found.problem) return err(found.problem);
  const context = { session, caseId, entry: found.entry, reason: given.value };
  const fields = { changeId, kind: found.entry.kind };
  const ops: DraftOperation[] = [...inverseOf(context), { op: 'insert', entity: undoing.name, id: session.ids.next(), fields }];
  const done = session.commit({ kind: 'undo-change', caseId, ops });
  return done.ok ? ok(undefined) : done;
};

/** The operations back, the last one first. What happened to rows the change made goes with hiding them. */
const inverseOf = (context: Context): DraftOperation[] => {
  const made = madeIn(context.entry.ops);
  return context.entry.ops.toReversed().flatMap((op): DraftOperation[] => {
    if (op.op === 'insert') return op.entity === 'voiding' ? unvoided(context, op.fields, made) : [hidden(context, op, false)];
    if (made.has(op.id)) return [];
    return op.op === 'set' ? [setBack(context, op)] : [movedBack(context, op)];
  });
};

type Target = { entity: string; id: string };

const hidden = ({ session, reason }: Context, { entity, id }: Target, restores: boolean): DraftOperation => ({
  op: 'insert',
  entity: 'voiding',
  id: session.ids.next(),
  fields: { targetEntity: entity, targetId: id, reason, restores },
});

/** Shows again what was hidden, or hides again, with the reason it had, what was brought back. */
const unvoided = (context: Context, fields: Record<string, unknown>, made: ReadonlySet<string>): DraftOperation[] => {
  const target = { entity: String(fields['targetEntity']), id: String(fields['targetId']) };
  if (made.has(target.id)) return [];
  if (fields['restores'] !== true) return [hidden(context, target, true)];
  const reason = reasonBefore(context, target.id) ?? context.reason;
  return [hidden({ ...context, reason }, target, false)];
};

const reasonBefore = ({ session, caseId, entry }: Context, id: string): string | null => {
  const before = changesOfRowBefore(session.read, { caseId, id, seq: entry.seq }).flatMap(({ ops }) => ops.toReversed());
  const voided = before.find((op) => op.op === 'insert' && op.entity === 'voiding' && op.fields['targetId'] === id);
  return voided?.op === 'insert' ? String(voided.fields['reason']) : null;
};

const setBack = (context: Context, { entity, id, fields }: Extract<Operation, { op: 'set' }>): DraftOperation => {
  const definition = entityByName(entity);
  const row = definition && findRow(context.session.read, definition, id);
  return { op: 'set', entity, id, seen: row?.rev ?? 0, fields: valuesBefore(context, { entity, id }, Object.keys(fields)) };
};

const movedBack = (context: Context, { entity, id, from, to, facts }: Extract<Operation, { op: 'transition' }>): DraftOperation => ({
  op: 'transition',
  entity,
  id,
  from: to,
  to: from,
  facts: valuesBefore(context, { entity, id }, Object.keys(facts)),
});

/** What stood in the fields before the change: the last earlier change that wrote each of them says it, else they were empty. */
const valuesBefore = ({ session, caseId, entry }: Context, target: Target, names: readonly string[]): Record<string, unknown> => {
  const before = changesOfRowBefore(session.read, { caseId, id: target.id, seq: entry.seq }).flatMap(({ ops }) =>
    ops.toReversed().filter((op) => op.id === target.id && op.entity === target.entity),
  );
  return Object.fromEntries(names.map((name) => [name, writtenIn(before, name)]));
};

const writtenIn = (before: readonly Operation[], name: string): unknown => {
  for (const op of before) {
    if (op.op === 'set' && op.fields[name] !== undefined) return op.fields[name].value;
    if (op.op === 'transition' && op.facts[name] !== undefined) return op.facts[name];
    if (op.op === 'insert') return op.fields[name] ?? null;
  }
  return null;
};
