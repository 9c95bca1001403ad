import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

/**
 * 指派: whose a case is from now on. Append-only; the newest in the case's list decides. It names whom the case is taken
 * from, so that two people who hand it over at once do not undo each other unseen.
 */
export const assignment = defineEntity({
  name: 'assignment',
  table: 'assignments',
  scope: 'case',
  fields: {
    fromPersonId: field.refFixed<'person'>(),
    /** Null: nobody yet, the branch decides. */
    toPersonId: field.refFixed<'person'>(),
    branchId: field.refFixed<'branch'>(),
    reason: field.textFixed(2_000),
  },
  states: null,
});
export type Assignment = Stored<typeof assignment>;
