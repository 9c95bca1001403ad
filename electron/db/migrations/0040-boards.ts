import type { Migration } from '../migration.ts';

const sql = `
  CREATE TABLE case_summaries (
    case_id TEXT PRIMARY KEY REFERENCES cases (id),
    state TEXT NOT NULL,
    report_number TEXT NOT NULL,
    plate TEXT,
    insured_name TEXT,
    party_names TEXT NOT NULL CHECK (json_valid(party_names)),
    party_count INTEGER NOT NULL CHECK (party_count >= 0),
    injury_summary TEXT,
    hospital TEXT,
    accident_at TEXT,
    reported_at TEXT,
    severity TEXT,
    owner_name TEXT NOT NULL,
    dots TEXT NOT NULL CHECK (length(dots) = 6),
    next_kind TEXT,
    next_basis TEXT,
    next_due_at TEXT,
    last_contact_at TEXT,
    waiting_escalations INTEGER NOT NULL CHECK (waiting_escalations >= 0),
    due_sort TEXT NOT NULL,
    reported_sort TEXT NOT NULL,
    contact_sort TEXT NOT NULL
  ) STRICT;
  CREATE INDEX case_summaries_due ON case_summaries (due_sort, state, owner_name);
  CREATE INDEX case_summaries_reported ON case_summaries (reported_sort, state, owner_name);
  CREATE INDEX case_summaries_contact ON case_summaries (contact_sort, state, owner_name);
  CREATE INDEX case_summaries_number ON case_summaries (report_number, state, owner_name);

  CREATE TABLE case_counts (
    state TEXT NOT NULL,
    owner_name TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (state, owner_name)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER case_summaries_counted AFTER INSERT ON case_summaries BEGIN
    INSERT INTO case_counts (state, owner_name, n) VALUES (new.state, new.owner_name, 1)
      ON CONFLICT (state, owner_name) DO UPDATE SET n = n + 1;
  END;
  CREATE TRIGGER case_summaries_uncounted AFTER DELETE ON case_summaries BEGIN
    UPDATE case_counts SET n = n - 1 WHERE state = old.state AND owner_name = old.owner_name;
    DELETE FROM case_counts WHERE state = old.state AND owner_name = old.owner_name AND n = 0;
  END;
  CREATE TRIGGER case_summaries_recounted AFTER UPDATE OF state, owner_name ON case_summaries
    WHEN new.state <> old.state OR new.owner_name <> old.owner_name BEGIN
    UPDATE case_counts SET n = n - 1 WHERE state = old.state AND owner_name = old.owner_name;
    DELETE FROM case_counts WHERE state = old.state AND owner_name = old.owner_name AND n = 0;
    INSERT INTO case_counts (state, owner_name, n) VALUES (new.state, new.owner_name, 1)
      ON CONFLICT (state, owner_name) DO UPDATE SET n = n + 1;
  END;

  CREATE TABLE clocks (
    case_id TEXT NOT NULL REFERENCES cases (id),
    kind TEXT NOT NULL,
    party_id TEXT NOT NULL,
    ref_id TEXT NOT NULL,
    basis TEXT NOT NULL,
    waiting_for TEXT NOT NULL,
    started_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    what TEXT,
    PRIMARY KEY (case_id, kind, party_id, ref_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX clocks_due ON clocks (due_at, basis);

  CREATE INDEX contact_logs_counted
    ON contact_logs (case_id, party_id, step, counterpart, outcome, contact_at, void_reason);

  CREATE INDEX escalations_state ON escalations (state, by_person_id);
  CREATE INDEX deductions_made ON deductions (at, case_id);

  CREATE TABLE search_rows (
    docid INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL,
    entity TEXT NOT NULL,
    row_id TEXT NOT NULL,
    UNIQUE (entity, row_id)
  ) STRICT;
  CREATE INDEX search_rows_case ON search_rows (case_id);

  CREATE VIRTUAL TABLE search_names USING fts5(
    terms, content = '', contentless_delete = 1, tokenize = 'ascii'
  );
  CREATE VIRTUAL TABLE search_texts USING fts5(
    terms, content = '', contentless_delete = 1, tokenize = 'ascii'
  );
`;

/** What is computed from the rows of a case for lists, boards and search; rebuilt by the projectors at any time. */
export const migration0040: Migration = {
  version: 40,
  name: '0040-boards',
  up: (db) => db.exec(sql),
};
