import type { ClockView } from '../../../shared/clocks/view.ts';
import type { Reads, WriteDb } from '../../db/handles.ts';

/** Columns of `clocks` as a view; the table keeps '' where the view has null, so that they can be part of its key. */
export const clockColumns = `c.case_id AS caseId, nullif(c.party_id, '') AS partyId, c.kind, c.basis, nullif(c.ref_id, '') AS refId,
  c.waiting_for AS waitingFor, c.started_at AS startedAt, c.due_at AS dueAt, c.what`;

export const clocksOfCase = (db: Reads, caseId: string): ClockView[] =>
  db.all<ClockView>(`SELECT ${clockColumns} FROM clocks c WHERE c.case_id = ? ORDER BY c.due_at`, caseId);

export const keepClock = (db: WriteDb, clock: ClockView): void =>
  void db.run(
    `INSERT INTO clocks (case_id, kind, party_id, ref_id, basis, waiting_for, started_at, due_at, what) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (case_id, kind, party_id, ref_id) DO UPDATE SET basis = excluded.basis, waiting_for = excluded.waiting_for,
       started_at = excluded.started_at, due_at = excluded.due_at, what = excluded.what`,
    clock.caseId,
    clock.kind,
    clock.partyId ?? '',
    clock.refId ?? '',
    clock.basis,
    clock.waitingFor,
    clock.startedAt,
    clock.dueAt,
    clock.what,
  );

export const dropClock = (db: WriteDb, { caseId, kind, partyId, refId }: ClockView): void =>
  void db.run(
    'DELETE FROM clocks WHERE case_id = ? AND kind = ? AND party_id = ? AND ref_id = ?',
    caseId,
    kind,
    partyId ?? '',
    refId ?? '',
  );

export const dropClocksOf = (db: WriteDb, caseId: string): void => void db.run('DELETE FROM clocks WHERE case_id = ?', caseId);
