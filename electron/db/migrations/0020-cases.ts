import type { Migration } from '../migration.ts';

const sql = `
  CREATE TABLE people (
    id TEXT PRIMARY KEY,
    case_id TEXT CHECK (case_id IS NULL),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    branch TEXT,
    active INTEGER CHECK (active IN (0, 1))
  ) STRICT;

  CREATE TABLE cases (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL CHECK (case_id = id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    report_number TEXT NOT NULL,
    policy_number TEXT,
    plate TEXT,
    insured_name TEXT,
    insured_phone TEXT,
    driver_name TEXT,
    driver_phone TEXT,
    reported_at TEXT,
    accident_at TEXT,
    accident_place TEXT,
    accident_cause TEXT,
    accident_course TEXT,
    injured_count INTEGER CHECK (injured_count BETWEEN 0 AND 500),
    hospital TEXT,
    severity TEXT,
    source_channel TEXT,
    liability_finding TEXT,
    liability_share INTEGER CHECK (liability_share BETWEEN 0 AND 100),
    commercial_limit_fen INTEGER CHECK (commercial_limit_fen >= 0),
    hopes TEXT,
    worries TEXT,
    advance_needed INTEGER CHECK (advance_needed IN (0, 1)),
    owner_name TEXT,
    branch TEXT,
    state TEXT NOT NULL,
    closing_reason TEXT
  ) STRICT;

  CREATE TABLE injured_parties (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    name TEXT NOT NULL,
    gender TEXT,
    born_on TEXT,
    id_number TEXT,
    phone TEXT,
    road_role TEXT,
    hospital TEXT,
    department TEXT,
    ward TEXT,
    bed TEXT,
    hospital_known_at TEXT,
    admitted_on TEXT,
    discharged_on TEXT,
    injury_summary TEXT,
    treatment_ended INTEGER CHECK (treatment_ended IN (0, 1)),
    privacy_notice_given_at TEXT,
    no_photo_reason TEXT
  ) STRICT;

  CREATE TABLE contact_logs (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    step INTEGER CHECK (step BETWEEN 1 AND 6),
    counterpart TEXT NOT NULL,
    counterpart_name TEXT,
    channel TEXT NOT NULL,
    outcome TEXT NOT NULL,
    contact_at TEXT NOT NULL,
    place TEXT,
    mood INTEGER CHECK (mood BETWEEN 1 AND 5),
    body TEXT,
    corrects_log_id TEXT,
    correction_reason TEXT
  ) STRICT;

  CREATE TABLE questions (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    log_id TEXT,
    asked_by TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    body TEXT NOT NULL,
    complex INTEGER CHECK (complex IN (0, 1)),
    answer TEXT,
    answered_at TEXT
  ) STRICT;

  CREATE TABLE disclosures (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    log_id TEXT,
    topic TEXT NOT NULL,
    words TEXT,
    told_to TEXT NOT NULL,
    told_to_name TEXT,
    channel TEXT NOT NULL,
    told_at TEXT NOT NULL,
    proof TEXT NOT NULL,
    understood TEXT NOT NULL,
    corrects_disclosure_id TEXT
  ) STRICT;

  CREATE TABLE promises (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    log_id TEXT,
    what TEXT NOT NULL,
    side TEXT NOT NULL,
    by_name TEXT,
    to_name TEXT,
    due_at TEXT NOT NULL,
    moved_from_id TEXT,
    state TEXT NOT NULL,
    settled_reason TEXT,
    settled_at TEXT
  ) STRICT;

  CREATE TABLE facts (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT,
    party_id TEXT,
    topic TEXT NOT NULL,
    value TEXT CHECK (json_valid(value)),
    source TEXT NOT NULL,
    source_name TEXT,
    said_at TEXT NOT NULL,
    log_id TEXT
  ) STRICT;

  CREATE INDEX cases_reported ON cases (state, reported_at);
  CREATE INDEX cases_report_number ON cases (report_number);
  CREATE INDEX injured_parties_case ON injured_parties (case_id, at);
  CREATE INDEX contact_logs_case ON contact_logs (case_id, contact_at);
  CREATE INDEX questions_case ON questions (case_id, asked_at);
  CREATE INDEX disclosures_case ON disclosures (case_id, told_at);
  CREATE INDEX promises_case ON promises (case_id, due_at);
  CREATE INDEX promises_open ON promises (due_at) WHERE state = 'open' AND void_reason IS NULL;
  CREATE INDEX facts_case ON facts (case_id, topic);
`;

/** People on this machine, cases, injured parties, and what was said in contacts. */
export const migration0020: Migration = {
  version: 20,
  name: '0020-cases',
  up: (db) => db.exec(sql),
};
