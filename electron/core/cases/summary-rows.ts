import type { ClockView } from '../../../shared/clocks/view.ts';
import type { WriteDb } from '../../db/handles.ts';

type Computed = { dots: string; next: ClockView | null; lastContactAt: string | null; waitingEscalations: number };

/** Sorts behind every instant: a case without a running clock stands last. */
const never = '9999';

/**
 * Writes the list line of one case: what was computed, and what the list shows of the case and its injured parties. Columns
 * that sort never hold NULL, because SQLite would not walk an index for NULLS LAST.
 */
export const keepSummary = (db: WriteDb, caseId: string, { dots, next, lastContactAt, waitingEscalations }: Computed): void =>
  void db.run(
    `INSERT INTO case_summaries (case_id, state, report_number, plate, insured_name, party_names, party_count, injury_summary, hospital,
       accident_at, reported_at, severity, owner_name, dots, next_kind, next_basis, next_due_at, next_waiting_for, next_started_at, next_rule_version, last_contact_at, waiting_escalations,
       due_sort, reported_sort, contact_sort)
     SELECT c.id, c.state, c.report_number, c.plate, c.insured_name, coalesce(p.names, '[]'), coalesce(p.n, 0), p.injury,
       coalesce(c.hospital, p.hospital), c.accident_at, c.reported_at, c.severity, coalesce(c.owner_name, ''),
       ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(c.reported_at, ''), ?
     FROM cases c LEFT JOIN (
       SELECT json_group_array(name) AS names, count(*) AS n, max(hospital) AS hospital,
         CASE WHEN count(*) = 1 THEN max(injury_summary) END AS injury
       FROM (SELECT name, hospital, injury_summary FROM injured_parties WHERE case_id = ? AND void_reason IS NULL ORDER BY at, id)
     ) p WHERE c.id = ?
     ON CONFLICT (case_id) DO UPDATE SET state = excluded.state, report_number = excluded.report_number, plate = excluded.plate,
       insured_name = excluded.insured_name, party_names = excluded.party_names, party_count = excluded.party_count,
       injury_summary = excluded.injury_summary, hospital = excluded.hospital, accident_at = excluded.accident_at,
       reported_at = excluded.reported_at, severity = excluded.severity, owner_name = excluded.owner_name, dots = excluded.dots,
       next_kind = excluded.next_kind, next_basis = excluded.next_basis, next_due_at = excluded.next_due_at,
       next_waiting_for = excluded.next_waiting_for, next_started_at = excluded.next_started_at,
       next_rule_version = excluded.next_rule_version, last_contact_at = excluded.last_contact_at, waiting_escalations = excluded.waiting_escalations,
       due_sort = excluded.due_sort, reported_sort = excluded.reported_sort, contact_sort = excluded.contact_sort`,
    dots,
    next?.kind ?? null,
    next?.basis ?? null,
    next?.dueAt ?? null,
    next?.waitingFor ?? null,
    next?.startedAt ?? null,
    next?.ruleVersion ?? null,
    lastContactAt,
    waitingEscalations,
    next?.dueAt ?? never,
    lastContactAt ?? '',
    caseId,
    caseId,
  );

export const dropSummary = (db: WriteDb, caseId: string): void => void db.run('DELETE FROM case_summaries WHERE case_id = ?', caseId);
