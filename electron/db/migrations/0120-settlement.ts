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
  ALTER TABLE damage_items ADD COLUMN inputs TEXT CHECK (json_valid(inputs));
  ALTER TABLE damage_items ADD COLUMN covered TEXT;
  ALTER TABLE damage_items ADD COLUMN covered_note TEXT;
  ALTER TABLE damage_items ADD COLUMN amount_fair TEXT;
  ALTER TABLE damage_items ADD COLUMN amount_fair_note TEXT;
  ALTER TABLE damage_items ADD COLUMN papers_complete TEXT;
  ALTER TABLE damage_items ADD COLUMN papers_note TEXT;
  ALTER TABLE damage_items ADD COLUMN clause TEXT;

  CREATE TABLE calculation_bases (${stored},
    vehicles TEXT CHECK (json_valid(vehicles)),
    own_vehicle TEXT,
    statistics TEXT CHECK (json_valid(statistics)),
    conventions TEXT CHECK (json_valid(conventions)),
    filed_on TEXT,
    settled_on TEXT,
    expected_on TEXT,
    rule_set TEXT CHECK (json_valid(rule_set)),
    payments TEXT CHECK (json_valid(payments)),
    advance_payers TEXT CHECK (json_valid(advance_payers)),
    pack_version TEXT,
    note TEXT,
    sources TEXT CHECK (json_valid(sources))
  ) STRICT;

  CREATE TABLE party_bases (${stored},
    party_id TEXT,
    position TEXT,
    in_vehicle TEXT,
    residence TEXT,
    age INTEGER CHECK (age BETWEEN 0 AND 120),
    treatment_ended_on TEXT,
    graded_on TEXT,
    died_on TEXT,
    ratios TEXT CHECK (json_valid(ratios)),
    ratios_reason TEXT,
    lift TEXT CHECK (json_valid(lift)),
    participation TEXT CHECK (json_valid(participation)),
    statistics TEXT CHECK (json_valid(statistics)),
    sources TEXT CHECK (json_valid(sources))
  ) STRICT;

  CREATE TABLE bills (${stored},
    party_id TEXT,
    kind TEXT NOT NULL,
    category TEXT,
    hospital TEXT,
    billed_on TEXT,
    number TEXT,
    stay_from_on TEXT,
    stay_until_on TEXT,
    amount_fen INTEGER CHECK (amount_fen >= 0),
    paid_by_insurance_fen INTEGER CHECK (paid_by_insurance_fen >= 0),
    allowed INTEGER CHECK (allowed IN (0, 1)),
    reason TEXT,
    lines TEXT CHECK (json_valid(lines)),
    attachment_id TEXT
  ) STRICT;

  CREATE TABLE calculations (${stored},
    purpose TEXT NOT NULL,
    engine TEXT NOT NULL,
    rule_set TEXT NOT NULL,
    pack_id TEXT NOT NULL,
    pack_version TEXT NOT NULL,
    record TEXT CHECK (json_valid(record)),
    result TEXT CHECK (json_valid(result)),
    content_hash TEXT NOT NULL,
    note TEXT
  ) STRICT;

  CREATE INDEX calculation_bases_case ON calculation_bases (case_id);
  CREATE INDEX party_bases_case ON party_bases (case_id);
  CREATE INDEX bills_case ON bills (case_id);
  CREATE INDEX calculations_case ON calculations (case_id, at);
`;

/** What an item is computed with and how it is judged, the basis of the calculation, bills, and calculations that were made. */
export const migration0120: Migration = {
  version: 120,
  name: '0120-settlement',
  up: (db) => db.exec(sql),
};
