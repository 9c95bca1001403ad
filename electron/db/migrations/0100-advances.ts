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
  CREATE TABLE advances (${stored},
    party_id TEXT,
    basis TEXT,
    item_group TEXT,
    amount_fen INTEGER CHECK (amount_fen >= 0),
    pay_to TEXT,
    payee TEXT,
    need TEXT,
    confirmed TEXT CHECK (json_valid(confirmed)),
    open_reason TEXT,
    in_claim INTEGER CHECK (in_claim IN (0, 1)),
    state TEXT NOT NULL,
    asked_at TEXT,
    decided_fen INTEGER,
    decided_way TEXT,
    to_add TEXT,
    decided_at TEXT,
    decided_by_name TEXT,
    paid_on TEXT,
    paid_way TEXT,
    paid_note TEXT
  ) STRICT;

  CREATE TABLE mediation_rounds (${stored},
    party_id TEXT,
    round INTEGER CHECK (round BETWEEN 1 AND 999),
    place TEXT,
    held_at TEXT NOT NULL,
    mediator TEXT,
    present TEXT CHECK (json_valid(present)),
    our_proposal_fen INTEGER CHECK (our_proposal_fen >= 0),
    their_proposal_fen INTEGER CHECK (their_proposal_fen >= 0),
    reply TEXT NOT NULL,
    next_on TEXT,
    note TEXT,
    log_id TEXT
  ) STRICT;

  CREATE TABLE undoings (${stored},
    change_id TEXT NOT NULL,
    kind TEXT NOT NULL
  ) STRICT;

  ALTER TABLE offers ADD COLUMN advances_fen INTEGER CHECK (advances_fen >= 0);

  CREATE INDEX advances_case ON advances (case_id);
  CREATE INDEX advances_asked ON advances (asked_at) WHERE state = 'asked' AND void_reason IS NULL;
  CREATE INDEX mediation_rounds_case ON mediation_rounds (case_id, held_at);
  CREATE INDEX undoings_case ON undoings (case_id);
`;

/** Payments before the settlement, rounds of mediation, and which changes were taken back. */
export const migration0100: Migration = {
  version: 100,
  name: '0100-advances',
  up: (db) => db.exec(sql),
};
