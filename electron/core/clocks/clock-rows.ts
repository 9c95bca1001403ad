import type { ClockView } from '../../../shared/clocks/view.ts';
import type { Reads, WriteDb } from '../../db/handles.ts';

/** Columns of `clocks` as a view; the table keeps '' where the view has null, so that they can be part of its key. */
export const clockColumns = `c.case_id AS caseId, nullif(c.party_id, '') AS partyId, c.kind, c.basis, nullif(c.ref_id, '') AS refId,
  c.waiting_for AS waitingFor, c.started_at AS startedAt, c.due_at AS dueAt, c.warn_at AS warnAt, c.rule_version AS ruleVersion,
  c.calendar_known AS known, c.what`;

/** A row as SQLite hands it over: a yes or no is 1 or 0. */
export type ClockRow = Omit<ClockView, 'calendarKnown'> & { known: 0 | 1 };

export const clockOfRow = <Row extends ClockRow>({ known, ...row }: Row): Omit<Row, 'known'> & { calendarKnown: boolean } => ({
  ...row,
  calendarKnown: known === 1,
});

export const clocksOfCase = (db: Reads, caseId: string): ClockView[] =>
  db.all<ClockRow>(`SELECT ${clockColumns} FROM clocks c WHERE c.case_id = ? ORDER BY c.due_at`, caseId).map(clockOfRow);

/** Running clocks of the cases one person owns, the next due first: for a calendar file. */
export const clocksOfOwner = (db: Reads, ownerName: string, limit: number): (ClockView & { reportNumber: string })[] =>
  db
    .all<ClockRow & { reportNumber: string }>(
      `SELECT ${clockColumns}, s.report_number AS reportNumber FROM clocks c CROSS JOIN case_summaries s ON s.case_id = c.case_id
       WHERE s.owner_name = ? ORDER BY c.due_at LIMIT ?`,
      ownerName,
      limit,
    )
    .map(clockOfRow);

export const keepClock = (db: WriteDb, clock: ClockView): void =>
  void db.run(
    `INSERT INTO clocks (case_id, kind, party_id, ref_id, basis, waiting_for, started_at, due_at, warn_at, rule_version, calendar_known, what)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (case_id, kind, party_id, ref_id) DO UPDATE SET basis = excluded.basis, waiting_for = excluded.waiting_for,
       started_at = excluded.started_at, due_at = excluded.due_at, warn_at = excluded.warn_at, rule_version = excluded.rule_version,
       calendar_known = excluded.calendar_known, what = excluded.what`,
    clock.caseId,
    clock.kind,
    clock.partyId ?? '',
    clock.refId ?? '',
    clock.basis,
    clock.waitingFor,
    clock.startedAt,
    clock.dueAt,
    clock.warnAt,
    clock.ruleVersion,
    clock.calendarKnown ? 1 : 0,
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
