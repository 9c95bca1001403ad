import type { Change, Operation } from '../../shared/sync/change.ts';
import type { EntityName } from '../../shared/sync/entities.ts';
import { ProblemError, refuse, type ApplyProblem } from './apply-problem.ts';
import type { SqlValue, WriteDb } from './handles.ts';
import { checkFreezing, refuseFrozen } from './frozen-statements.ts';
import { checkOfferMove, refuseHidingOffer } from './offer-guards.ts';
import { planByName, toSql, type EntityPlan, type FieldPlan } from './entity-plan.ts';
import type { SqlRow } from './rows.ts';
import type { TouchedRow } from './projector.ts';

type InsertOp = Extract<Operation, { op: 'insert' }>;
type SetOp = Extract<Operation, { op: 'set' }>;
type TransitionOp = Extract<Operation, { op: 'transition' }>;

/** What an operation needs to know besides itself. */
type Context = { db: WriteDb; change: Change; seq: number; touched: TouchedRow[] };

/**
 * Projects one change into the tables: the same for own and pulled changes and for the rebuild. Entities and fields this
 * version does not know stay in the journal only. Throws `ProblemError` when the change does not fit; the caller's
 * transaction then leaves nothing of it behind.
 */
export const applyChange = (db: WriteDb, change: Change, seq: number): TouchedRow[] => {
  const context: Context = { db, change, seq, touched: [] };
  for (const operation of change.ops) {
    const plan = planByName(operation.entity);
    if (plan) applyOperation(context, plan, operation);
  }
  return context.touched;
};

const applyOperation = (context: Context, plan: EntityPlan, operation: Operation): void => {
  const at = { entity: operation.entity, id: operation.id };
  if ((plan.entity.scope === 'device') !== (context.change.caseId === null)) refuse({ code: 'other-case', ...at });
  if (operation.op === 'insert') insert(context, plan, operation);
  else if (operation.op === 'set') setFields(context, plan, operation);
  else transition(context, plan, operation);
  touch(context, operation.entity as EntityName, operation.id);
};

const touch = ({ touched }: Context, entity: EntityName, id: string): void => {
  if (!touched.some((row) => row.id === id && row.entity === entity)) touched.push({ entity, id });
};

const insert = (context: Context, plan: EntityPlan, operation: InsertOp): void => {
  const { db, change, seq } = context;
  const at = { entity: operation.entity, id: operation.id };
  if (plan.entity.name === 'case' && operation.id !== change.caseId) refuse({ code: 'other-case', ...at });
  const own = plan.fields.map((field) => checked(at, field, insertValue(plan, field, operation)));
  try {
    db.run(plan.insertSql, operation.id, change.caseId, change.at, change.byPersonId, seq, seq, null, ...own);
  } catch (error) {
    throw new ProblemError(insertProblem(error, at, change.caseId) ?? raise(error));
  }
  if (plan.entity.name === 'voiding') applyVoiding(context, operation);
};

/** The file's own constraints say what asking before every row would: the id is used, or there is no such case. */
const insertProblem = (error: unknown, at: { entity: string; id: string }, caseId: string | null): ApplyProblem | null => {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return { code: 'row-exists', ...at };
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY' && caseId !== null) return { code: 'row-missing', entity: 'case', id: caseId };
  return null;
};

const raise = (error: unknown): never => {
  throw error;
};

/** A state begins at the machine's initial state; everything else that is absent is null. */
const insertValue = (plan: EntityPlan, { name, field }: FieldPlan, operation: InsertOp): unknown => {
  const given = operation.fields[name];
  if (field.merge !== 'state') return given ?? null;
  const initial = plan.entity.states?.field === name ? plan.entity.states.initial : null;
  if (given !== undefined && given !== initial) {
    refuse({ code: 'field-not-settable', entity: operation.entity, id: operation.id, field: name });
  }
  return initial;
};

const setFields = (context: Context, plan: EntityPlan, operation: SetOp): void => {
  const at = { entity: operation.entity, id: operation.id };
  ownRow(context, plan, operation.id);
  refuseFrozen(context.db, at);
  for (const [name, write] of Object.entries(operation.fields)) {
    const field = plan.fieldByName.get(name);
    if (!field) continue;
    if (field.field.merge !== 'set') refuse({ code: 'field-not-settable', ...at, field: name });
    context.db.run(updateSql(plan, field), checked(at, field, write.value), context.seq, operation.id);
    rememberWriter(context, operation, name);
  }
};

const rememberWriter = ({ db, seq }: Context, { entity, id }: SetOp, field: string): void => {
  db.run(
    `INSERT INTO field_writers (entity, row_id, field, seq) VALUES (?, ?, ?, ?)
     ON CONFLICT (entity, row_id, field) DO UPDATE SET seq = excluded.seq`,
    entity,
    id,
    field,
    seq,
  );
};

const transition = (context: Context, plan: EntityPlan, operation: TransitionOp): void => {
  const { entity, id, from, to } = operation;
  const { states } = plan.entity;
  const state = states && plan.fieldByName.get(states.field);
  if (!state) return refuse({ code: 'move-forbidden', entity, id, from, to });
  const actual = String(ownRow(context, plan, id)[state.column]);
  refuseFrozen(context.db, { entity, id });
  if (actual !== from) refuse({ code: 'state-moved', entity, id, expected: from, actual });
  if (!states.moves[from]?.includes(to)) refuse({ code: 'move-forbidden', entity, id, from, to });
  if (entity === 'statement' && to === 'frozen') checkFreezing(context.db, id);
  if (entity === 'offer') checkOfferMove(context.db, id, to);
  context.db.run(updateSql(plan, state), checked({ entity, id }, state, to), context.seq, id);
  for (const [name, value] of Object.entries(operation.facts)) {
    const field = plan.fieldByName.get(name);
    if (!field) continue;
    if (field.field.merge !== 'state' || field === state) refuse({ code: 'field-not-settable', entity, id, field: name });
    context.db.run(updateSql(plan, field), checked({ entity, id }, field, value), context.seq, id);
  }
};

/** `rev` only grows: own changes that wait for the hub are applied after newer entries of others. */
const updateSql = ({ entity }: EntityPlan, { column }: FieldPlan): string =>
  `UPDATE ${entity.table} SET ${column} = ?, rev = max(rev, ?) WHERE id = ?`;

/** The row, if it exists and belongs to the case of the change. */
const ownRow = ({ db, change }: Context, plan: EntityPlan, id: string): SqlRow => {
  const row = db.get<SqlRow>(plan.findSql, id);
  const at = { entity: plan.entity.name, id };
  if (!row) return refuse({ code: 'row-missing', ...at });
  if (row['case_id'] !== change.caseId) refuse({ code: 'other-case', ...at });
  return row;
};

const checked = (at: { entity: string; id: string }, plan: FieldPlan, value: unknown): SqlValue => {
  if (plan.field.isSound(value)) return toSql(plan, value);
  const parsed = plan.field.schema.safeParse(value);
  if (parsed.success) return toSql(plan, parsed.data);
  return refuse({ code: 'field-invalid', ...at, field: plan.name, issue: parsed.error.issues[0]?.code ?? 'custom' });
};

/** The newest voiding of a row decides whether it is hidden. */
const applyVoiding = (context: Context, { fields }: InsertOp): void => {
  const entity = String(fields['targetEntity']);
  const id = String(fields['targetId']);
  const plan = planByName(entity);
  if (!plan) return;
  ownRow(context, plan, id);
  refuseFrozen(context.db, { entity, id });
  refuseHidingOffer(context.db, { entity, id });
  const reason = fields['restores'] === true ? null : String(fields['reason']);
  context.db.run(`UPDATE ${plan.entity.table} SET void_reason = ?, rev = max(rev, ?) WHERE id = ?`, reason, context.seq, id);
  touch(context, entity as EntityName, id);
};
