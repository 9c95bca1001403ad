import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

/** 撤销: says which change was taken back by the change that carries this row, so that it is still known after a restart. */
export const undoing = defineEntity({
  name: 'undoing',
  table: 'undoings',
  scope: 'case',
  fields: {
    changeId: field.requiredTextFixed(64),
    kind: field.requiredTextFixed(64),
  },
  states: null,
});
export type Undoing = Stored<typeof undoing>;
