import type { Migration } from '../migration.ts';

/** Asked with every file: what changes that wait for the handler promise of a case. */
export const migration0220: Migration = {
  version: 220,
  name: '0220-quarantine-case',
  statements: ['CREATE INDEX quarantine_case ON quarantine (case_id)'],
};
