import type { PersonId } from '../kernel/ids.ts';
import { canHide } from '../people/operation-rights.ts';
import type { Applying } from './applying.ts';
import { draftRow, fieldValue, keepRow, type CaseRow, type Draft, type Json, type Writer } from './case-view.ts';
import type { Base, Operation } from './change.ts';
import { assignCase } from './assign-case.ts';
import { isBoundDecision } from './decisions.ts';
import { entityByName } from './entities.ts';
import type { Entity } from './entity.ts';
import type { Field } from './field.ts';
import { checkFreezing, refuseFrozen } from './frozen-rows.ts';
import { checkOfferMove, refuseHidingPaid } from './offer-guards.ts';
import { refuse } from './stop.ts';
import type { Conflict } from './verdict.ts';

type Of<Op extends Operation['op']> = Extract<Operation, { op: Op }>;

/** Puts one operation on top of the draft, or says why not. The same rules as the device's `apply-change`, without a database. */
export const applyOperation = (applying: Applying, operation: Operation): void => {
  const entity = entityByName(operation.entity) ?? refuse('entity-unknown', { entity: operation.entity });
  if (entity.scope !== 'case') refuse('entity-unknown', { entity: operation.entity });
  if (operation.op === 'insert') insert(applying, entity, operation);
  else if (operation.op === 'set') setFields(applying, entity, operation);
  else transition(applying, entity, operation);
};

const insert = (applying: Applying, entity: Entity, operation: Of<'insert'>): void => {
  const { draft, writer } = applying;
  const { id } = operation;
  if (draftRow(draft, entity.name, id) || draft.view.usedElsewhere(entity.name, id)) refuse('row-exists', at(operation));
  if (entity.name === 'case' && id !== draft.view.caseId) refuse('other-case', at(operation));
  if (entity.name !== 'case' && !draftRow(draft, 'case', draft.view.caseId)) refuse('case-unknown');
  const fields: Record<string, Json> = {};
  for (const [name, value] of Object.entries(operation.fields)) fields[name] = insertValue(entity, operation, { name, value });
  for (const name in entity.fields) {
    const field = entity.fields[name] as Field;
    if (fields[name] === undefined && field.merge !== 'state' && !field.nullable) checked(operation, { name, field, value: null });
  }
  if (entity.states) fields[entity.states.field] = entity.states.initial;
  keepRow(draft, { entity: entity.name, id, fields: withoutNulls(fields), writers: {}, made: writer, last: writer, voidReason: null });
  if (entity.name === 'voiding') hide(applying, operation);
  if (entity.name === 'assignment') assignCase(applying, operation);
};

/** A state begins at the machine's initial state and is never given another one. */
const insertValue = (entity: Entity, operation: Of<'insert'>, { name, value }: { name: string; value: Json }): Json => {
  const field = fieldOf(entity, operation, name);
  if (field.merge !== 'state') return checked(operation, { name, field, value });
  const initial = entity.states?.field === name ? entity.states.initial : null;
  return value === initial ? initial : refuse('field-not-settable', { ...at(operation), field: name });
};

const setFields = (applying: Applying, entity: Entity, operation: Of<'set'>): void => {
  const { draft, writer } = applying;
  const row = ownRow(draft, operation);
  refuseFrozen(draft, row);
  const fields = { ...row.fields };
  const writers = { ...row.writers };
  for (const [name, write] of Object.entries(operation.fields)) {
    const field = fieldOf(entity, operation, name);
    if (field.merge !== 'set') refuse('field-not-settable', { ...at(operation), field: name });
    const value = checked(operation, { name, field, value: write.value });
    const theirs = fieldValue(row, name);
    const last = row.writers[name] ?? row.made;
    // The same value again is no clash, and the one who wrote it first stays its writer.
    if (JSON.stringify(theirs) === JSON.stringify(value)) continue;
    if (baseVer(applying, write.base) !== last[0]) applying.conflicts.push(conflictWith(operation, { field: name, value: theirs, last }));
    fields[name] = value;
    writers[name] = writer;
  }
  keepRow(draft, { ...row, fields: withoutNulls(fields), writers, last: writer });
};

const transition = (applying: Applying, entity: Entity, operation: Of<'transition'>): void => {
  const { draft, writer } = applying;
  const { from, to } = operation;
  const { states } = entity;
  if (!states) return refuse('move-forbidden', { ...at(operation), from, to });
  const row = ownRow(draft, operation);
  refuseFrozen(draft, row);
  const actual = fieldValue(row, states.field);
  if (actual !== from)
    return clash(applying, conflictWith(operation, { field: null, value: actual, last: row.writers[states.field] ?? row.made }));
  if (!states.moves[from]?.includes(to)) refuse('move-forbidden', { ...at(operation), from, to });
  if (isBoundDecision(operation)) checkBound(applying, operation, row);
  if (entity.name === 'statement' && to === 'frozen') checkFreezing(draft, row, applying.sha256);
  if (entity.name === 'offer') checkOfferMove(draft, row, { to, sha256: applying.sha256 });
  const fields: Record<string, Json> = { ...row.fields, [states.field]: to };
  const writers: Record<string, Writer> = { ...row.writers, [states.field]: writer };
  for (const [name, value] of Object.entries(operation.facts)) {
    const field = fieldOf(entity, operation, name);
    if (field.merge !== 'state' || name === states.field) refuse('field-not-settable', { ...at(operation), field: name });
    fields[name] = checked(operation, { name, field, value });
    writers[name] = writer;
  }
  keepRow(draft, { ...row, fields: withoutNulls(fields), writers, last: writer });
};

/** A decision counts for exactly what was decided on: the row as its decider saw it. Source: SPEC [SY-14]. */
const checkBound = (applying: Applying, operation: Of<'transition'>, row: CaseRow): void => {
  if (!operation.base) return refuse('base-missing', at(operation));
  if (baseVer(applying, operation.base) === row.last[0]) return;
  clash(applying, conflictWith(operation, { field: null, value: operation.from, last: row.last }));
};

const hide = ({ draft, writer }: Applying, { fields }: Of<'insert'>): void => {
  const target = { entity: String(fields['targetEntity']), id: String(fields['targetId']) };
  const entity = entityByName(target.entity) ?? refuse('entity-unknown', { entity: target.entity });
  const row = ownRow(draft, target);
  refuseFrozen(draft, row);
  const state = entity.states ? String(fieldValue(row, entity.states.field)) : null;
  if (!canHide(target.entity, state)) refuse('forbidden', at(target));
  refuseHidingPaid(draft, row);
  const voidReason = fields['restores'] === true ? null : String(fields['reason']);
  keepRow(draft, { ...row, voidReason, last: writer });
};

const ownRow = (draft: Draft, target: { entity: string; id: string }): CaseRow =>
  draftRow(draft, target.entity, target.id) ??
  refuse(draft.view.usedElsewhere(target.entity, target.id) ? 'other-case' : 'row-missing', at(target));

const at = ({ entity, id }: { entity: string; id: string }): { entity: string; id: string } => ({ entity, id });

const fieldOf = (entity: Entity, operation: Operation, name: string): Field =>
  Object.hasOwn(entity.fields, name) ? (entity.fields[name] as Field) : refuse('field-unknown', { ...at(operation), field: name });

const checked = (operation: Operation, { name, field, value }: { name: string; field: Field; value: unknown }): Json => {
  if (field.isSound(value)) return value as Json;
  const parsed = field.schema.safeParse(value);
  if (parsed.success) return parsed.data as Json;
  return refuse('field-invalid', { ...at(operation), field: name, issue: parsed.error.issues[0]?.code ?? 'custom' });
};

/** Most rows hold none: then nothing is copied. */
const withoutNulls = (fields: Record<string, Json>): Record<string, Json> =>
  Object.values(fields).includes(null) ? Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) : fields;

/** The version a base stands for; null when it stands for nothing that was accepted. */
const baseVer = ({ draft, mid, writer }: Applying, base: Base): number | null => {
  if ('ver' in base) return base.ver;
  return base.mid === mid ? writer[0] : draft.view.verOfMid(base.mid);
};

const clash = ({ conflicts }: Applying, conflict: Conflict): void => void conflicts.push(conflict);

type Clash = { field: string | null; value: Json; last: Writer };

export const conflictWith = (target: { entity: string; id: string }, { field, value, last }: Clash): Conflict => {
  const [ver, byPersonId, writtenAt] = last;
  return { ...at(target), field, value, ver, byPersonId: byPersonId as PersonId, at: writtenAt };
};
