import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { visible } from '../people/allowed.ts';
import type { Session } from '../session.ts';

type Contact = { id: string; at: string; counterpart: string; outcome: string; body: string | null; late: number };
type Assigned = { at: string; fromName: string | null; toName: string | null; reason: string | null };

const newestContacts = 20;

/** 交接页: what happened, what is promised, what is open, for whoever takes a case over. A handful of indexed queries. */
export const handOverPage = (session: Session, caseId: string) => {
  const seen = visible(session, caseId);
  if (!seen.ok) return seen;
  const { read } = session;
  const head = read.get<{ reportNumber: string }>('SELECT report_number AS reportNumber FROM cases WHERE id = ?', caseId);
  if (!head) return err(problem('not-found', 'caseId'));
  return ok({
    caseId,
    reportNumber: head.reportNumber,
    assignments: read.all<Assigned>(
      `SELECT a.at, f.name AS fromName, t.name AS toName, a.reason FROM assignments a LEFT JOIN people f ON f.id = a.from_person_id
       LEFT JOIN people t ON t.id = a.to_person_id WHERE a.case_id = ? ORDER BY a.at`,
      caseId,
    ),
    contacts: contactsOf(session, caseId),
    promises: read.all<{ id: string; what: string; side: string; dueAt: string | null }>(
      `SELECT id, what, side, due_at AS dueAt FROM promises WHERE case_id = ? AND void_reason IS NULL AND state = 'open' ORDER BY due_at`,
      caseId,
    ),
    questions: read.all<{ id: string; body: string | null; askedAt: string }>(
      `SELECT id, body, asked_at AS askedAt FROM questions WHERE case_id = ? AND void_reason IS NULL AND answered_at IS NULL ORDER BY asked_at`,
      caseId,
    ),
    papers: read.all<{ id: string; wordingId: string | null; name: string | null; state: string }>(
      `SELECT id, wording_id AS wordingId, name, state FROM papers WHERE case_id = ? AND void_reason IS NULL AND need IS 'needed'
         AND state NOT IN ('checked', 'returned') ORDER BY at, id`,
      caseId,
    ),
    clocks: read.all<{ kind: string; dueAt: string; waitingFor: string }>(
      'SELECT kind, due_at AS dueAt, waiting_for AS waitingFor FROM clocks WHERE case_id = ? ORDER BY due_at',
      caseId,
    ),
    lateEntries: read.get<{ n: number }>(`SELECT count(*) AS n FROM journal WHERE case_id = ? AND ${isLate}`, caseId)?.n ?? 0,
  });
};

const isLate = `json_extract(derived, '$.flags.late') IS NOT NULL`;

const contactsOf = ({ read }: Session, caseId: string) =>
  read
    .all<Contact>(
      `SELECT l.id, l.contact_at AS at, l.counterpart, l.outcome, l.body,
         EXISTS (SELECT 1 FROM journal e WHERE e.seq = l.made_seq AND ${isLate}) AS late
       FROM contact_logs l WHERE l.case_id = ? AND l.void_reason IS NULL ORDER BY l.contact_at DESC LIMIT ?`,
      caseId,
      newestContacts,
    )
    .map(({ late, ...row }) => ({ ...row, late: late === 1 }));

type Stub = { caseId: string; reportNumber: string; reason: string; late: number; waiting: number; at: string };

/** 已交接: one line per case that left this device: how much was taken in late, how much waits for the handler. */
export const handedOverStubs = ({ read }: Session): Result<Stub[], Problem> =>
  ok(
    read.all<Stub>(
      `SELECT h.case_id AS caseId, h.report_number AS reportNumber, h.reason, h.at,
         max(h.late, (SELECT count(*) FROM verdicts v WHERE v.case_id = h.case_id AND v.code = 'late')) AS late,
         (SELECT count(*) FROM verdicts v WHERE v.case_id = h.case_id AND v.code = 'quarantined'
            AND json_extract(v.facts, '$.outcome') IS NULL) AS waiting
       FROM handed_over h ORDER BY h.at DESC`,
    ),
  );
