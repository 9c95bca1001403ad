import type { Table } from './sql.ts';

/** Tables that are filled many rows at a time. */
export const entriesTable: Table = {
  name: 'entries',
  columns: { case_id: 'text', ver: 'bigint', change_id: 'text', device_id: 'text', mid: 'bigint', hash: 'text', body: 'text' },
};

export const caseRowsTable: Table = { name: 'case_rows', columns: { case_id: 'text', entity: 'text', row_id: 'text', body: 'text' } };

export const headsTable: Table = {
  name: 'case_heads',
  columns: {
    case_id: 'text',
    ver: 'bigint',
    hash: 'text',
    bucket: 'bigint',
    mark: 'bigint',
    branch_id: 'text',
    owner_id: 'text',
    state: 'text',
    closed_at: 'text',
    moved_at: 'text',
  },
};

export const scopesTable: Table = {
  name: 'case_scopes',
  columns: { case_id: 'text', ver: 'bigint', from_at: 'text', until_at: 'text', branch_id: 'text', owner_id: 'text' },
};

export const verdictsTable: Table = {
  name: 'verdicts',
  columns: {
    device_id: 'text',
    mid: 'bigint',
    case_id: 'text',
    change_id: 'text',
    content_hash: 'text',
    verdict: 'text',
    ver: 'bigint',
    body: 'text',
    change_text: 'text',
    at: 'text',
  },
};

export const quarantineTable: Table = {
  name: 'quarantine',
  columns: {
    quarantine_id: 'text',
    case_id: 'text',
    branch_id: 'text',
    device_id: 'text',
    mid: 'bigint',
    person_id: 'text',
    code: 'text',
    received_at: 'text',
    change_id: 'text',
    change_text: 'text',
    state: 'text',
  },
};
