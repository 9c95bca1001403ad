import type { z } from 'zod';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Operation } from '../../../shared/sync/change.ts';
import { entityByName } from '../../../shared/sync/entities.ts';
import { resolution, type ResolutionChoice } from '../../../shared/sync/resolution.ts';
import { findRow } from '../../db/rows.ts';
import type { DraftOperation, Session } from '../session.ts';
import { ownChange, type OwnChange } from './change-rows.ts';
import { choicesOf, clashesOf, operationsOf } from './conflicts.ts';
import type { SyncService } from '../sync-service.ts';

type Values = Record<string, z.infer<ReturnType<typeof z.json>>>;
type Input = { changeId: string; choice: ResolutionChoice; values?: Values | undefined };

/** 处理: mine, theirs, a third value, or put aside. One change says so and keeps both values; nothing is written over unseen. */
export const settleConflict = (session: Session, service: SyncService | null, input: Input): Result<void, Problem> => {
  const row = ownChange(session.read, input.changeId);
  if (!row || !['conflict', 'refused', 'quarantined'].includes(row.state)) return err(problem('not-found', 'changeId'));
  if (row.settled === 1) return err(problem('sync.settled'));
  if (!choicesOf(session.read, row).includes(input.choice)) return err(problem('wrong-state', 'choice'));
  if (input.choice === 'third' && Object.keys(input.values ?? {}).length === 0) return err(problem('required', 'values'));
  const isHere = session.read.get('SELECT 1 FROM cases WHERE id = ?', row.caseId) !== undefined;
  if (!isHere || row.state === 'quarantined') return putAside(service, row);
  const again = input.choice === 'mine' || input.choice === 'third' ? againOf(session, row, input) : [];
  const done = session.commit({
    kind: 'settle-conflict',
    caseId: row.caseId as CaseId,
    ops: [...again, resolutionOf(session, row, input)],
  });
  return done.ok ? ok(undefined) : done;
};

/** The case is not here, or the handler still has the change: only this device's list is cleared. */
const putAside = (service: SyncService | null, { seq }: OwnChange): Result<void, Problem> => {
  if (!service) return err(problem('sync.not-connected'));
  service.store.sync.keep((db) => {
    db.run(
      `UPDATE verdicts SET facts = json_set(facts, '$.outcome', 'discarded')
       WHERE (device_id, mid) = (SELECT device_id, mid FROM journal WHERE seq = ?)`,
      seq,
    );
  });
  return ok(undefined);
};

/** The same operations on what stands there now: the person has just seen it. */
const againOf = (session: Session, row: OwnChange, { choice, values }: Input): DraftOperation[] =>
  operationsOf(session.read, row).map((op): DraftOperation => {
    if (op.op === 'insert') return op;
    if (op.op === 'transition') return { op: 'transition', entity: op.entity, id: op.id, from: op.from, to: op.to, facts: op.facts };
    const mine = Object.entries(op.fields).map(([name, { value }]) => [name, choice === 'third' ? (values?.[name] ?? value) : value]);
    return { op: 'set', entity: op.entity, id: op.id, seen: revOf(session, op), fields: Object.fromEntries(mine) };
  });

const revOf = ({ read }: Session, { entity, id }: Operation): number => {
  const definition = entityByName(entity);
  return (definition && findRow(read, definition, id)?.rev) ?? 0;
};

const resolutionOf = (session: Session, row: OwnChange, { choice }: Input): DraftOperation => {
  const clashes = clashesOf(session.read, row, new Map()).filter(({ field }) => field !== null);
  const side = (pick: 'mine' | 'theirs') => Object.fromEntries(clashes.map((one) => [`${one.entity}.${one.field}`, one[pick]]));
  const fields = { changeId: row.changeId, kind: row.kind, choice, mine: side('mine'), theirs: side('theirs') };
  return { op: 'insert', entity: resolution.name, id: session.ids.next(), fields };
};
