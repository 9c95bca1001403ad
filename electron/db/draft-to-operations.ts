import type { z } from 'zod';
import type { PersonId } from '../../shared/kernel/ids.ts';
import type { Base, Operation } from '../../shared/sync/change.ts';
import { refuse } from './apply-problem.ts';
import type { Reads } from './handles.ts';
import type { ChangeDraft, DraftOperation } from './change-draft.ts';
import { lastTouch } from './last-touch.ts';
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

/** The writer of the field as it stands now; a conflict when the person had not seen that value and wants another one. */
const lastWriter = (db: Reads, { field, row, draft, value }: Write): Writer => {
  const set = db.get<{ seq: number }>(
    'SELECT seq FROM field_writers WHERE entity = ? AND row_id = ? AND field = ?',
    draft.entity,
    draft.id,
    field.name,
  );
  const writer = writerAt(db, set?.seq ?? Number(row['made_seq']));
  const theirs = fromSql(field, row[field.column] ?? null);
  if (writer.seq > draft.seen && JSON.stringify(theirs) !== JSON.stringify(value)) {
    const { byPersonId, at, seq } = writer;
    refuse({ code: 'conflict', entity: draft.entity, id: draft.id, field: field.name, theirs, byPersonId, at, rev: seq });
  }
  return writer;
};

const writerAt = (db: Reads, seq: number): Writer => {
  const writer = db.get<Writer>(
    `SELECT j.seq, j.mid, j.by_person_id AS byPersonId, j.at, coalesce(e.ver, v.ver) AS ver FROM journal j
     LEFT JOIN case_entries e ON e.seq = j.seq
     LEFT JOIN verdicts v ON v.device_id = j.device_id AND v.mid = j.mid AND j.origin <> 'hub' WHERE j.seq = ?`,
    seq,
  );
  if (!writer) throw new Error(`journal entry ${seq} is missing`);
  return writer;
};

/**
 * What the hub has accepted is named by its version; what waits, by its number here. Changes of this device only carry no number;
 * there the journal's stands for it, as they never leave the machine.
 */
const baseOf = ({ ver, mid, seq }: Writer): Base => (ver === null ? { mid: mid ?? seq } : { ver });
