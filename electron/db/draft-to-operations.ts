import type { z } from 'zod';
import type { PersonId } from '../../shared/kernel/ids.ts';
import type { Base, Operation } from '../../shared/sync/change.ts';
import { refuse } from './apply-problem.ts';
import type { Reads } from './handles.ts';
import type { ChangeDraft, DraftOperation } from './change-draft.ts';
import { baseNamed, lastTouch } from './last-touch.ts';
import { statedVer } from './shown-entries.ts';
import { fromSql, planByName, type EntityPlan, type FieldPlan } from './entity-plan.ts';
import type { SqlRow } from './rows.ts';

type Json = z.infer<ReturnType<typeof z.json>>;
type SetDraft = Extract<DraftOperation, { op: 'set' }>;
type Writer = { seq: number; mid: number | null; ver: number | null; byPersonId: PersonId | null; at: string };

/**
 * Turns a use-case's draft into journal operations: refuses names this version does not know, compares every set field
 * with its last writer and states the base.
 */
export const draftToOperations = (db: Reads, draft: ChangeDraft): Operation[] =>
  draft.ops.map((operation) => {
    const plan = planByName(operation.entity);
    if (!plan) return refuse({ code: 'entity-unknown', entity: operation.entity });
    refuseUnknownFields(plan, operation);
    if (operation.op === 'set') return withBases(db, plan, operation);
    const { op, entity, id } = operation;
    if (op === 'insert') return { op, entity, id, fields: withoutAbsent(operation.fields) };
    const { from, to } = operation;
    const base = draft.caseId && lastTouch(db, draft.caseId, { entity, id });
    return { op, entity, id, from, to, facts: withoutAbsent(operation.facts), ...(base ? { base } : {}) };
  });

const refuseUnknownFields = (plan: EntityPlan, operation: DraftOperation): void => {
  const names = Object.keys(operation.op === 'transition' ? operation.facts : operation.fields);
  const field = names.find((name) => !plan.fieldByName.has(name));
  if (field !== undefined) refuse({ code: 'field-unknown', entity: operation.entity, id: operation.id, field });
};

const withoutAbsent = (fields: Record<string, unknown>): Record<string, Json> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Record<string, Json>;

const withBases = (db: Reads, plan: EntityPlan, draft: SetDraft): Operation => {
  const { entity, id } = draft;
  const row = db.get<SqlRow>(plan.findSql, id) ?? refuse({ code: 'row-missing', entity, id });
  const fields: Record<string, { value: Json; base: Base }> = {};
  for (const [name, value] of Object.entries(withoutAbsent(draft.fields))) {
    const field = plan.fieldByName.get(name);
    if (field) fields[name] = { value, base: baseOf(lastWriter(db, { field, row, draft, value })) };
  }
  return { op: 'set', entity, id, fields };
};

type Write = { field: FieldPlan; row: SqlRow; draft: SetDraft; value: Json };
type Standing = { writer: Writer; theirs: unknown; clashes: boolean };

/** How the field stands now; it clashes when the person had not seen that value and wants another one. */
const standingOf = (db: Reads, { field, row, draft, value }: Write): Standing => {
  const set = db.get<{ seq: number }>(
    'SELECT seq FROM field_writers WHERE entity = ? AND row_id = ? AND field = ?',
    draft.entity,
    draft.id,
    field.name,
  );
  const writer = writerAt(db, set?.seq ?? Number(row['made_seq']));
  const theirs = fromSql(field, row[field.column] ?? null);
  return { writer, theirs, clashes: writer.seq > draft.seen && JSON.stringify(theirs) !== JSON.stringify(value) };
};

/** The writer of the field as it stands now, unless the change clashes with it. */
const lastWriter = (db: Reads, write: Write): Writer => {
  const { writer, theirs, clashes } = standingOf(db, write);
  if (clashes) {
    const { byPersonId, at, seq } = writer;
    const { entity, id } = write.draft;
    refuse({ code: 'conflict', entity, id, field: write.field.name, theirs, byPersonId, at, rev: seq });
  }
  return writer;
};

export type Clash = { field: string; theirs: unknown; byPersonId: PersonId | null; at: string; rev: number };

/** Every field of an edit that somebody else wrote since, for forms that show all of them at once. Commit still checks for itself. */
export const clashesOf = (db: Reads, draft: SetDraft): Clash[] => {
  const plan = planByName(draft.entity);
  const row = plan && db.get<SqlRow>(plan.findSql, draft.id);
  if (!plan || !row) return [];
  return Object.entries(withoutAbsent(draft.fields)).flatMap(([name, value]) => {
    const field = plan.fieldByName.get(name);
    if (!field) return [];
    const { writer, theirs, clashes } = standingOf(db, { field, row, draft, value });
    return clashes ? [{ field: name, theirs, byPersonId: writer.byPersonId, at: writer.at, rev: writer.seq }] : [];
  });
};

const writerAt = (db: Reads, seq: number): Writer => {
  const writer = db.get<Writer>(
    `SELECT j.seq, j.mid, j.by_person_id AS byPersonId, j.at, coalesce(j.ver, ${statedVer}) AS ver FROM journal j WHERE j.seq = ?`,
    seq,
  );
  if (!writer) throw new Error(`journal entry ${seq} is missing`);
  return writer;
};

/** Changes of this device only carry no number; there the journal's stands for it, as they never leave the machine. */
const baseOf = ({ ver, mid, seq }: Writer): Base => baseNamed(ver, mid ?? seq);
