import type { Migration } from '../migration.ts';

/**
 * A file that was copied or restored may bring a change again under another number: it is answered as before, and the handler
 * decides on it once. Two copies of a revoked device may bring different changes under one number: both are kept.
 */
export const migration0200: Migration = {
  version: 200,
  name: '0200-same-change',
  statements: [
    'ALTER TABLE verdicts ADD COLUMN change_id TEXT',
    "UPDATE verdicts SET change_id = change_text::json->>'changeId' WHERE change_text IS NOT NULL",
    'CREATE INDEX verdicts_change ON verdicts (change_id) WHERE change_id IS NOT NULL',
    'ALTER TABLE quarantine ADD COLUMN change_id TEXT',
    "UPDATE quarantine SET change_id = change_text::json->>'changeId'",
    'CREATE INDEX quarantine_change ON quarantine (change_id)',
    'DROP INDEX quarantine_device',
    'CREATE INDEX quarantine_device ON quarantine (device_id, mid)',
  ],
};
