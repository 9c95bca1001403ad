import type { PersonId } from '../../../shared/kernel/ids.ts';
import type { Base, Operation } from '../../../shared/sync/change.ts';
import type { Clash } from '../../../shared/sync/contract.ts';
import { entityByName } from '../../../shared/sync/entities.ts';
import type { ResolutionChoice } from '../../../shared/sync/resolution.ts';
import type { Conflict } from '../../../shared/sync/verdict.ts';
import type { Reads } from '../../db/handles.ts';
import { findRow } from '../../db/rows.ts';
import type { Session } from '../session.ts';
import { namesIn } from './names-in.ts';
import { codeOf, unsettledChanges, type OwnChange } from './change-rows.ts';

type SetOp = Extract<Operation, { op: 'set' }>;
type Json = Clash['mine'];

/** 冲突: what came back, field by field: what stood there before, what I wrote, what stands there now. */
export const listConflicts = ({ read }: Session, caseId: string | null) => {
  const names = new Map(read.all<{ id: string; name: string }>('SELECT id, name FROM people').map(({ id, name }) => [id, name]));
  return unsettledChanges(read, caseId).map((row) => {
    const fields = clashesOf(read, row, names);
    return {
      changeId: row.changeId,
      kind: row.kind,
      caseId: row.caseId,
      reportNumber: row.reportNumber,
      at: row.at,
      state: row.state as 'conflict' | 'refused' | 'quarantined',
      code: codeOf(row),
      fields,
      names: namesIn(read, fields),
      choices: choicesOf(read, row),
    };
  });
};

/** Nothing is done again in a case that is no longer here, nor before the handler has decided. */
export const choicesOf = (db: Reads, row: OwnChange): ResolutionChoice[] => {
  const isHere = db.get('SELECT 1 FROM cases WHERE id = ?', row.caseId) !== undefined;
  if (!isHere || row.state === 'quarantined') return ['discard'];
  const third: ResolutionChoice[] = operationsOf(db, row).some(({ op }) => op === 'set') ? ['third'] : [];
  return ['mine', 'theirs', ...third, 'discard'];
};

export const operationsOf = (db: Reads, { seq }: OwnChange): Operation[] =>
  JSON.parse(db.get<{ ops: string }>('SELECT ops FROM journal WHERE seq = ?', seq)?.ops ?? '[]') as Operation[];

export const clashesOf = (db: Reads, row: OwnChange, names: ReadonlyMap<string, string>): Clash[] => {
  const said = ((JSON.parse(row.facts ?? '{}') as { fields?: Conflict[] }).fields ?? []) as Conflict[];
  const told = new Map(said.map((one) => [`${one.entity} ${one.id} ${one.field ?? ''}`, one]));
  const nameOf = (id: PersonId | undefined): string | null => (id === undefined ? null : (names.get(id) ?? null));
  return operationsOf(db, row).flatMap((op): Clash[] => {
    if (op.op === 'insert')
      return [{ entity: op.entity, id: op.id, field: null, before: null, mine: op.fields, theirs: null, byName: null, at: null }];
    if (op.op === 'set') return Object.keys(op.fields).map((field) => clashOf(db, { row, op, field, told, nameOf }));
    const one = told.get(`${op.entity} ${op.id} `);
    const theirs = one?.value ?? stateNow(db, op.entity, op.id);
    return [
      {
        entity: op.entity,
        id: op.id,
        field: null,
        before: op.from,
        mine: op.to,
        theirs,
        byName: nameOf(one?.byPersonId),
        at: one?.at ?? null,
      },
    ];
  });
};

type Asked = {
  row: OwnChange;
  op: SetOp;
  field: string;
  told: ReadonlyMap<string, Conflict>;
  nameOf: (id: PersonId | undefined) => string | null;
};

const clashOf = (db: Reads, { row, op, field, told, nameOf }: Asked): Clash => {
  const { entity, id } = op;
  const written = op.fields[field];
  const one = told.get(`${entity} ${id} ${field}`);
  return {
    entity,
    id,
    field,
    before: written ? valueAt(db, row, { op, field, base: written.base }) : null,
    mine: written?.value ?? null,
    theirs: one ? one.value : valueNow(db, op, field),
    byName: nameOf(one?.byPersonId),
    at: one?.at ?? null,
  };
};

/** What the person saw when writing: the entry that the base names says it. */
const valueAt = (db: Reads, { caseId, seq }: OwnChange, { op, field, base }: { op: SetOp; field: string; base: Base }): Json => {
  const found =
    'ver' in base
      ? db.get<{ ops: string }>('SELECT ops FROM journal WHERE case_id = ? AND ver = ?', caseId, base.ver)
      : db.get<{ ops: string }>(
          `SELECT j.ops FROM journal j JOIN journal mine ON mine.seq = ? AND mine.device_id = j.device_id WHERE j.mid = ? AND j.origin <> 'hub'`,
          seq,
          base.mid,
        );
  const ops = JSON.parse(found?.ops ?? '[]') as Operation[];
  const writer = ops.findLast((one) => one.entity === op.entity && one.id === op.id && one.op !== 'transition');
  if (writer?.op === 'set') return writer.fields[field]?.value ?? null;
  return writer?.op === 'insert' ? (writer.fields[field] ?? null) : null;
};

const rowOf = (db: Reads, entity: string, id: string): Record<string, unknown> | undefined => {
  const definition = entityByName(entity);
  return definition && (findRow(db, definition, id) as Record<string, unknown> | undefined);
};

export const valueNow = (db: Reads, { entity, id }: Pick<SetOp, 'entity' | 'id'>, field: string): Json =>
  (rowOf(db, entity, id)?.[field] ?? null) as Json;

const stateNow = (db: Reads, entity: string, id: string): Json => {
  const field = entityByName(entity)?.states?.field;
  return (field === undefined ? null : (rowOf(db, entity, id)?.[field] ?? null)) as Json;
};
