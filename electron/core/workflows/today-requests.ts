import { compareText } from '../../../shared/kernel/compare-text.ts';
import type { Advance } from '../../../shared/advances/model.ts';
import type { Escalation } from '../../../shared/escalations/model.ts';
import type { Reads } from '../../db/handles.ts';
import { subject, type Around, type Subject } from './today-rows.ts';

type Asked<What, State> = Subject & {
  id: string;
  what: What;
  caseId: string;
  state: State;
  ask: string;
  amountFen: number | null;
  since: string | null;
  remarks: number;
};

/** Requests that came back to the person who wrote them, and for a supervisor those that wait; oldest first. */
export const requestsFor = (db: Reads, around: Around) =>
  [...escalationsFor(db, around), ...advancesFor(db, around)].toSorted((a, b) => compareText(a.since ?? '', b.since ?? ''));

const decides = ({ person }: Around): 0 | 1 => (person.role === 'supervisor' ? 1 : 0);

const escalationsFor = (db: Reads, around: Around): Asked<'escalation', Escalation['state']>[] =>
  db.all(
    `SELECT e.id, 'escalation' AS what, e.case_id AS caseId, ${subject}, e.state, e.ask, e.amount_fen AS amountFen,
       CASE e.state WHEN 'returned' THEN e.decided_at ELSE e.submitted_at END AS since,
       (SELECT count(*) FROM escalation_remarks r WHERE r.case_id = e.case_id AND r.escalation_id = e.id AND r.void_reason IS NULL) AS remarks
     FROM escalations e CROSS JOIN case_summaries s ON s.case_id = e.case_id LEFT JOIN injured_parties p ON p.id = e.party_id
     WHERE e.void_reason IS NULL AND ${around.scope.sql}
       AND ((e.state = 'returned' AND (e.by_person_id = ? OR s.owner_name = ?)) OR (e.state = 'submitted' AND ?))
     ORDER BY since LIMIT 100`,
    ...around.scope.params,
    around.person.id,
    around.person.name,
    decides(around),
  );

/** An advance that is *not yet* approved goes back to its writer with what to add. */
const advancesFor = (db: Reads, around: Around): Asked<'advance', Advance['state']>[] =>
  db.all(
    `SELECT a.id, 'advance' AS what, a.case_id AS caseId, ${subject}, a.state, CASE a.state WHEN 'not-yet' THEN coalesce(a.to_add, '') ELSE coalesce(a.need, '') END AS ask, a.amount_fen AS amountFen,
       CASE a.state WHEN 'not-yet' THEN a.decided_at ELSE a.asked_at END AS since, 0 AS remarks
     FROM advances a CROSS JOIN case_summaries s ON s.case_id = a.case_id LEFT JOIN injured_parties p ON p.id = a.party_id
     WHERE a.void_reason IS NULL AND ${around.scope.sql}
       AND ((a.state = 'not-yet' AND (a.by_person_id = ? OR s.owner_name = ?)) OR (a.state = 'asked' AND ?))
     ORDER BY since LIMIT 100`,
    ...around.scope.params,
    around.person.id,
    around.person.name,
    decides(around),
  );
