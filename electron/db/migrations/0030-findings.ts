import type { Migration } from '../migration.ts';

const sql = `
  CREATE TABLE diagnoses (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    log_id TEXT,
    mode TEXT NOT NULL,
    body TEXT NOT NULL,
    icd10 TEXT,
    hospital TEXT,
    department TEXT,
    doctor TEXT,
    stated_on TEXT,
    old_illness INTEGER CHECK (old_illness IN (0, 1))
  ) STRICT;

  CREATE TABLE treatment_estimates (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    log_id TEXT,
    plan TEXT,
    stay_days INTEGER CHECK (stay_days BETWEEN 0 AND 3650),
    cost_fen INTEGER CHECK (cost_fen >= 0),
    non_listed_fen INTEGER CHECK (non_listed_fen >= 0),
    outcome TEXT,
    stated_on TEXT,
    doctor TEXT
  ) STRICT;

  CREATE TABLE doubts (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    body TEXT NOT NULL,
    ask_whom TEXT,
    owner_name TEXT,
    state TEXT NOT NULL,
    answer TEXT,
    answer_source TEXT
  ) STRICT;

  CREATE TABLE damage_items (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    kind TEXT NOT NULL,
    label TEXT,
    from_on TEXT,
    until_on TEXT,
    days INTEGER CHECK (days BETWEEN 0 AND 20000),
    basis TEXT,
    evidence TEXT,
    claimed_fen INTEGER CHECK (claimed_fen >= 0),
    computed_fen INTEGER CHECK (computed_fen >= 0),
    allowed_fen INTEGER CHECK (allowed_fen >= 0),
    remark TEXT,
    decision TEXT NOT NULL
  ) STRICT;

  CREATE TABLE deductions (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    item_id TEXT,
    amount_fen INTEGER CHECK (amount_fen >= 0),
    reason TEXT NOT NULL,
    clause TEXT,
    disclosure_id TEXT,
    not_told_before INTEGER CHECK (not_told_before IN (0, 1))
  ) STRICT;

  CREATE TABLE offers (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    version INTEGER CHECK (version BETWEEN 1 AND 999),
    amount_fen INTEGER CHECK (amount_fen >= 0),
    explanation TEXT,
    state TEXT NOT NULL,
    put_at TEXT,
    reply TEXT,
    counter_fen INTEGER
  ) STRICT;

  CREATE TABLE escalations (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    kind TEXT,
    ask TEXT NOT NULL,
    amount_fen INTEGER CHECK (amount_fen >= 0),
    facts_checked TEXT,
    why_file_silent TEXT,
    scenarios TEXT CHECK (json_valid(scenarios)),
    our_concessions TEXT,
    their_concessions TEXT,
    enclosures TEXT CHECK (json_valid(enclosures)),
    state TEXT NOT NULL,
    submitted_at TEXT,
    decided_fen INTEGER,
    decision_reason TEXT,
    decided_at TEXT,
    decided_by_name TEXT,
    told_field_note TEXT,
    told_party_log_id TEXT
  ) STRICT;

  CREATE TABLE escalation_remarks (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    escalation_id TEXT,
    field TEXT,
    body TEXT NOT NULL
  ) STRICT;

  CREATE TABLE step_events (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    step INTEGER CHECK (step BETWEEN 1 AND 6),
    event TEXT NOT NULL,
    reason TEXT
  ) STRICT;

  CREATE TABLE attachments (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    log_id TEXT,
    sha256 TEXT NOT NULL,
    thumbnail_sha256 TEXT,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes INTEGER CHECK (bytes BETWEEN 1 AND 20971520),
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    taken_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE unmaskings (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    field TEXT NOT NULL,
    reason TEXT NOT NULL
  ) STRICT;

  CREATE TABLE voidings (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    target_entity TEXT NOT NULL,
    target_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    restores INTEGER CHECK (restores IN (0, 1))
  ) STRICT;

  CREATE INDEX diagnoses_case ON diagnoses (case_id);
  CREATE INDEX treatment_estimates_case ON treatment_estimates (case_id);
  CREATE INDEX doubts_case ON doubts (case_id);
  CREATE INDEX damage_items_case ON damage_items (case_id);
  CREATE INDEX deductions_case ON deductions (case_id);
  CREATE INDEX offers_case ON offers (case_id);
  CREATE INDEX escalations_case ON escalations (case_id);
  CREATE INDEX escalations_waiting ON escalations (submitted_at) WHERE state = 'submitted' AND void_reason IS NULL;
  CREATE INDEX escalation_remarks_case ON escalation_remarks (case_id);
  CREATE INDEX step_events_case ON step_events (case_id, at);
  CREATE INDEX attachments_case ON attachments (case_id);
  CREATE INDEX attachments_sha256 ON attachments (sha256);
  CREATE INDEX unmaskings_case ON unmaskings (case_id);
  CREATE INDEX voidings_case ON voidings (case_id);
`;

/** Doctors, damages, offers, escalations, steps, attachments and the marks on them. */
export const migration0030: Migration = {
  version: 30,
  name: '0030-findings',
  up: (db) => db.exec(sql),
};
