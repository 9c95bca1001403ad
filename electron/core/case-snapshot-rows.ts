import { chinaInstant } from '../../shared/kernel/dates.ts';
import type { Severity } from '../../shared/cases/rules.ts';
import type {
  AdvanceSnapshot,
  ComplaintSnapshot,
  DeterminationSnapshot,
  EscalationSnapshot,
  LowScoreSnapshot,
  OfferSnapshot,
  PaperSnapshot,
  PaymentSnapshot,
  PromiseSnapshot,
  QuestionSnapshot,
  StepEventSnapshot,
} from '../../shared/steps/snapshot.ts';
import {
  costsTopic,
  nextDateFact,
  papersFact,
  papersTopic,
  privacyTopic,
  statementFacts,
  statementSources,
} from '../../shared/steps/topics.ts';
import type { Reads } from '../db/handles.ts';

type Head = { state: string; severity: Severity | null; at: string; reportedAt: string | null; hospital: string | null };

export const caseHead = (db: Reads, caseId: string): Head | undefined =>
  db.get<Head>('SELECT state, severity, at, reported_at AS reportedAt, hospital FROM cases WHERE id = ? AND void_reason IS NULL', caseId);

/** Contacts of one case counted by party, step, side and outcome. */
export type LogGroup = {
  partyId: string | null;
  step: number | null;
  side: 'insured' | 'injured' | 'other';
  outcome: string;
  n: number;
  first: string;
  last: string;
};

/** Answered from the index `contact_logs_case` alone, however long the texts are. */
export const logGroupsOf = (db: Reads, caseId: string): LogGroup[] =>
  db.all<LogGroup>(
    `SELECT party_id AS partyId, step,
       CASE WHEN counterpart IN ('insured', 'driver') THEN 'insured' WHEN counterpart IN ('injured', 'family') THEN 'injured' ELSE 'other' END AS side,
       outcome, count(*) AS n, min(contact_at) AS first, max(contact_at) AS last
     FROM contact_logs WHERE case_id = ? AND void_reason IS NULL GROUP BY 1, 2, 3, 4`,
    caseId,
  );

const marks = (values: readonly string[]): string => values.map(() => '?').join(', ');

/** Which parts of step 1 have been said: costs outside cover, papers, a next date. */
export const toldAlready = (db: Reads, caseId: string): { costs: number; papers: number; nextDate: number } =>
  db.get<{ costs: number; papers: number; nextDate: number }>(
    `SELECT
       EXISTS (SELECT 1 FROM disclosures WHERE case_id = ? AND void_reason IS NULL AND topic = ?) AS costs,
       EXISTS (SELECT 1 FROM disclosures WHERE case_id = ? AND void_reason IS NULL AND topic = ?)
         OR EXISTS (SELECT 1 FROM facts WHERE case_id = ? AND topic = ? AND void_reason IS NULL) AS papers,
       EXISTS (SELECT 1 FROM facts WHERE case_id = ? AND topic = ? AND void_reason IS NULL)
         OR EXISTS (SELECT 1 FROM promises p JOIN contact_logs l ON l.id = p.log_id
           WHERE p.case_id = ? AND p.void_reason IS NULL AND l.step = 1) AS nextDate`,
    caseId,
    costsTopic,
    caseId,
    papersTopic,
    caseId,
    papersFact,
    caseId,
    nextDateFact,
    caseId,
  ) ?? { costs: 0, papers: 0, nextDate: 0 };

export type PartyRow = {
  id: string;
  at: string;
  hospital: string | null;
  hospitalKnownAt: string | null;
  treatmentEnded: number | null;
  privacyNoticeGivenAt: string | null;
  noPhotoReason: string | null;
};

export const partiesOf = (db: Reads, caseId: string): PartyRow[] =>
  db.all<PartyRow>(
    `SELECT id, at, hospital, hospital_known_at AS hospitalKnownAt, treatment_ended AS treatmentEnded,
       privacy_notice_given_at AS privacyNoticeGivenAt, no_photo_reason AS noPhotoReason
     FROM injured_parties WHERE case_id = ? AND void_reason IS NULL ORDER BY at, id`,
    caseId,
  );

type Count = { partyId: string; what: string; n: number; text: string | null };

const countsSql = `
  SELECT party_id AS partyId, 'photo.' || subject AS what, count(*) AS n, NULL AS text FROM attachments
    WHERE case_id = ? AND void_reason IS NULL AND subject IN ('identity', 'injury') GROUP BY 1, 2
  UNION ALL SELECT party_id, 'statement', count(DISTINCT topic), NULL FROM facts
    WHERE case_id = ? AND void_reason IS NULL AND source IN (${marks(statementSources)}) AND topic IN (${marks(statementFacts)}) GROUP BY 1
  UNION ALL SELECT party_id, 'statement.frozen', count(*), NULL FROM statements
    WHERE case_id = ? AND void_reason IS NULL AND state = 'frozen' GROUP BY 1
  UNION ALL SELECT party_id, 'privacy', count(*), NULL FROM disclosures
    WHERE case_id = ? AND void_reason IS NULL AND topic = ? GROUP BY 1
  UNION ALL SELECT party_id, 'diagnosis', count(*), NULL FROM diagnoses
    WHERE case_id = ? AND void_reason IS NULL AND (icd10 IS NOT NULL OR mode = 'not-yet-written') GROUP BY 1
  UNION ALL SELECT party_id, 'estimate', count(*), NULL FROM treatment_estimates WHERE case_id = ? AND void_reason IS NULL GROUP BY 1
  UNION ALL SELECT party_id, CASE WHEN coalesce(owner_name, '') = '' THEN 'doubt.unowned' ELSE 'doubt' END, count(*), NULL FROM doubts
    WHERE case_id = ? AND void_reason IS NULL AND state = 'open' GROUP BY 1, 2
  UNION ALL SELECT party_id, 'promise', count(*), NULL FROM promises
    WHERE case_id = ? AND void_reason IS NULL AND state = 'open' GROUP BY 1
  UNION ALL SELECT party_id, 'item', count(*), NULL FROM damage_items WHERE case_id = ? AND void_reason IS NULL GROUP BY 1
  UNION ALL SELECT party_id, 'item.open', count(*), NULL FROM damage_items
    WHERE case_id = ? AND void_reason IS NULL AND decision = 'open' GROUP BY 1
  UNION ALL SELECT i.party_id, 'deduction.untied', count(*), NULL FROM deductions d JOIN damage_items i ON i.id = d.item_id
    WHERE d.case_id = ? AND d.void_reason IS NULL AND i.void_reason IS NULL
      AND d.disclosure_id IS NULL AND coalesce(d.not_told_before, 0) = 0 GROUP BY 1
  UNION ALL SELECT party_id, 'offer', max(version),
    CASE WHEN state = 'closed' THEN CASE WHEN paid_at IS NULL THEN 'refused' ELSE 'paid' END ELSE state END FROM offers WHERE case_id = ? AND void_reason IS NULL GROUP BY 1`;

/** The case's id for each remaining part of the query. */
const others = (caseId: string): string[] => Array.from({ length: 8 }, () => caseId);

/** Everything that is counted per injured party, keyed by party id, a blank and the thing counted. */
export const countsByParty = (db: Reads, caseId: string): Map<string, Count> =>
  new Map(
    db
      .all<Count>(countsSql, caseId, caseId, ...statementSources, ...statementFacts, caseId, caseId, privacyTopic, ...others(caseId))
      .map((row) => [`${row.partyId} ${row.what}`, row]),
  );

export const stepEventsOf = (db: Reads, caseId: string): StepEventSnapshot[] =>
  db.all<StepEventSnapshot>(
    'SELECT party_id AS partyId, step, event, reason, at FROM step_events WHERE case_id = ? AND void_reason IS NULL ORDER BY at, rev',
    caseId,
  );

export const escalationsOf = (db: Reads, caseId: string): EscalationSnapshot[] =>
  db.all<EscalationSnapshot>(
    `SELECT e.id, e.party_id AS partyId, e.state, e.ask, e.at AS madeAt, e.submitted_at AS submittedAt, e.decided_at AS decidedAt,
       CASE WHEN e.kind IS NOT 'advance' AND (e.state = 'refused'
         OR (e.state = 'told' AND e.decided_fen IS NULL AND e.amount_fen IS NOT NULL)) THEN e.decided_at END AS refusedAt,
       l.contact_at AS toldAt
     FROM escalations e LEFT JOIN contact_logs l ON l.id = e.told_party_log_id
     WHERE e.case_id = ? AND e.void_reason IS NULL ORDER BY e.at, e.id`,
    caseId,
  );

/** Advances that wait for a decision; one *not yet* granted waits for its papers instead. */
export const advancesOf = (db: Reads, caseId: string): AdvanceSnapshot[] =>
  db.all<AdvanceSnapshot>(
    `SELECT id, party_id AS partyId, need, coalesce(asked_at, at) AS askedAt FROM advances
     WHERE case_id = ? AND void_reason IS NULL AND state = 'asked' ORDER BY asked_at, id`,
    caseId,
  );

/** Answered offers in the order of their versions; those of before the answer's time was kept count from when they were put. */
export const offersOf = (db: Reads, caseId: string): OfferSnapshot[] =>
  db.all<OfferSnapshot>(
    `SELECT id, party_id AS partyId, state,
       CASE WHEN state IN ('accepted', 'refused', 'paid', 'closed') THEN coalesce(answered_at, put_at, at) END AS answeredAt
     FROM offers WHERE case_id = ? AND void_reason IS NULL ORDER BY version, at, id`,
    caseId,
  );

type PaidRow = { id: string; partyId: string | null; paidOn: string | null; paidAt: string; satisfactionAskedAt: string | null };

/** Offers paid in full with the day of the last payment and when the person was asked about it. */
export const paymentsOf = (db: Reads, caseId: string): PaymentSnapshot[] =>
  db
    .all<PaidRow>(
      `SELECT o.id, o.party_id AS partyId, o.paid_at AS paidAt,
         (SELECT max(p.paid_on) FROM payments p WHERE p.case_id = o.case_id AND p.offer_id = o.id AND p.void_reason IS NULL) AS paidOn,
         (SELECT min(s.asked_at) FROM satisfactions s WHERE s.case_id = o.case_id AND s.offer_id = o.id AND s.void_reason IS NULL)
           AS satisfactionAskedAt
       FROM offers o WHERE o.case_id = ? AND o.paid_at IS NOT NULL AND o.void_reason IS NULL ORDER BY o.version, o.id`,
      caseId,
    )
    .map(({ paidOn, paidAt, ...row }) => ({ ...row, paidAt: paidOn === null ? paidAt : chinaInstant(paidOn, '00:00') }));

export const determinationsOf = (db: Reads, caseId: string): DeterminationSnapshot[] =>
  db.all<DeterminationSnapshot>(
    `SELECT id, party_id AS partyId, outcome, reason, decided_at AS decidedAt, sent_at AS sentAt
     FROM determinations WHERE case_id = ? AND void_reason IS NULL ORDER BY decided_at, id`,
    caseId,
  );

/** Persons who were paid what could be determined before the rest was. */
export const undisputedPaidOf = (db: Reads, caseId: string): (string | null)[] =>
  db
    .all<{ partyId: string | null }>(
      `SELECT DISTINCT party_id AS partyId FROM advances
       WHERE case_id = ? AND basis = 'undisputed' AND state = 'paid' AND void_reason IS NULL`,
      caseId,
    )
    .map(({ partyId }) => partyId);

/** Scores of 3 and below that nobody has followed up. */
export const lowScoresOf = (db: Reads, caseId: string): LowScoreSnapshot[] =>
  db.all<LowScoreSnapshot>(
    `SELECT id, party_id AS partyId, coalesce(words, owner_name, '') AS what, asked_at AS askedAt
     FROM satisfactions WHERE case_id = ? AND void_reason IS NULL AND state = 'asked' AND score <= 3 ORDER BY asked_at, id`,
    caseId,
  );

type PaperRow = Omit<PaperSnapshot, 'needed' | 'supplement'> & { needed: number; supplement: number };

/** The checklist as the clocks see it; papers that are optional, waived or away without ever having come are left out. */
export const papersOf = (db: Reads, caseId: string): PaperSnapshot[] =>
  db
    .all<PaperRow>(
      `SELECT id, party_id AS partyId, name, need IS 'needed' AS needed, state, received_at AS receivedAt,
         coalesce(asked_times, 0) > 1 OR refused_at IS NOT NULL AS supplement
       FROM papers WHERE case_id = ? AND void_reason IS NULL AND (need IS 'needed' OR state = 'received') ORDER BY at, id`,
      caseId,
    )
    .map((row) => ({ ...row, needed: row.needed === 1, supplement: row.supplement === 1 }));

export const openQuestionsOf = (db: Reads, caseId: string): (Omit<QuestionSnapshot, 'complex'> & { complex: number | null })[] =>
  db.all<Omit<QuestionSnapshot, 'complex'> & { complex: number | null }>(
    `SELECT id, party_id AS partyId, asked_at AS askedAt, complex, body FROM questions
     WHERE case_id = ? AND void_reason IS NULL AND answered_at IS NULL ORDER BY asked_at, id`,
    caseId,
  );

export const openPromisesOf = (db: Reads, caseId: string): PromiseSnapshot[] =>
  db.all<PromiseSnapshot>(
    `SELECT p.id, p.party_id AS partyId, p.side, p.what, p.at AS madeAt, p.due_at AS dueAt, l.counterpart
     FROM promises p LEFT JOIN contact_logs l ON l.id = p.log_id
     WHERE p.case_id = ? AND p.void_reason IS NULL AND p.state = 'open' ORDER BY p.due_at, p.id`,
    caseId,
  );

/** Complaints that are not settled, with what was done about them so far. */
export const complaintsOf = (db: Reads, caseId: string): ComplaintSnapshot[] =>
  db
    .all<Omit<ComplaintSnapshot, 'urgent'> & { urgent: number | null }>(
      `SELECT id, party_id AS partyId, body, made_at AS madeAt, urgent, owner_name AS ownerName, contacted_at AS contactedAt,
         planned_at AS planAt, done_at AS doneAt
       FROM complaints WHERE case_id = ? AND void_reason IS NULL AND state <> 'done' ORDER BY made_at, id`,
      caseId,
    )
    .map((row) => ({ ...row, urgent: row.urgent === 1 }));
