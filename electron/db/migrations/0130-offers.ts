import type { Migration } from '../migration.ts';

const stored = `
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TEXT NOT NULL,
    by_person_id TEXT,
    rev INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    void_reason TEXT`;

const sql = `
  ALTER TABLE offers ADD COLUMN calculation_id TEXT;
  ALTER TABLE offers ADD COLUMN sheet TEXT CHECK (json_valid(sheet));
  ALTER TABLE offers ADD COLUMN sheet_hash TEXT;
  ALTER TABLE offers ADD COLUMN submitted_at TEXT;
  ALTER TABLE offers ADD COLUMN approved_at TEXT;
  ALTER TABLE offers ADD COLUMN approved_by_name TEXT;
  ALTER TABLE offers ADD COLUMN escalation_id TEXT;
  ALTER TABLE offers ADD COLUMN return_reason TEXT;
  ALTER TABLE offers ADD COLUMN put_log_id TEXT;
  ALTER TABLE offers ADD COLUMN put_to TEXT;
  ALTER TABLE offers ADD COLUMN put_to_name TEXT;
  ALTER TABLE offers ADD COLUMN explained_by_name TEXT;
  ALTER TABLE offers ADD COLUMN understood TEXT;
  ALTER TABLE offers ADD COLUMN paid_at TEXT;
  ALTER TABLE offers ADD COLUMN closed_at TEXT;

  CREATE TABLE offer_acceptances (${stored},
    offer_id TEXT,
    party_id TEXT,
    sheet_hash TEXT,
    text TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    signing TEXT NOT NULL,
    signed_by TEXT,
    signature TEXT CHECK (json_valid(signature)),
    attachment_id TEXT,
    explained_by_name TEXT,
    understood TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    seal TEXT NOT NULL
  ) STRICT;

  CREATE TABLE negotiations (${stored},
    party_id TEXT,
    offer_id TEXT,
    round INTEGER CHECK (round BETWEEN 1 AND 999),
    held_at TEXT NOT NULL,
    channel TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_by_name TEXT,
    lines TEXT CHECK (json_valid(lines)),
    ours_fen INTEGER CHECK (ours_fen >= 0),
    theirs_fen INTEGER CHECK (theirs_fen >= 0),
    reply TEXT NOT NULL,
    note TEXT,
    log_id TEXT
  ) STRICT;

  CREATE TABLE payments (${stored},
    party_id TEXT,
    offer_id TEXT,
    payer TEXT NOT NULL,
    layer TEXT NOT NULL,
    amount_fen INTEGER CHECK (amount_fen >= 0),
    paid_on TEXT,
    reference TEXT,
    note TEXT
  ) STRICT;

  CREATE TABLE satisfactions (${stored},
    party_id TEXT,
    offer_id TEXT,
    score INTEGER CHECK (score BETWEEN 1 AND 5),
    words TEXT,
    asked_at TEXT NOT NULL,
    channel TEXT NOT NULL,
    answered_by TEXT NOT NULL,
    owner_name TEXT,
    log_id TEXT,
    state TEXT NOT NULL,
    followed_at TEXT,
    follow_up TEXT
  ) STRICT;

  CREATE TABLE determinations (${stored},
    party_id TEXT,
    offer_id TEXT,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    clause TEXT NOT NULL,
    appeal TEXT NOT NULL,
    lines TEXT CHECK (json_valid(lines)),
    claimed_fen INTEGER CHECK (claimed_fen >= 0),
    allowed_fen INTEGER CHECK (allowed_fen >= 0),
    decided_at TEXT NOT NULL,
    state TEXT NOT NULL,
    sent_at TEXT,
    sent_to TEXT,
    sent_to_name TEXT,
    sent_log_id TEXT
  ) STRICT;

  CREATE INDEX offer_acceptances_case ON offer_acceptances (case_id, offer_id);
  CREATE INDEX negotiations_case ON negotiations (case_id, held_at);
  CREATE INDEX payments_case ON payments (case_id, offer_id);
  CREATE INDEX satisfactions_case ON satisfactions (case_id, offer_id);
  CREATE INDEX determinations_case ON determinations (case_id, party_id);
`;

/** Offers with their whole content, acceptances, rounds of talks, payments, satisfaction and letters of determination. */
export const migration0130: Migration = { version: 130, name: '0130-offers', up: (db) => db.exec(sql) };
