import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

export const driftStates = ['open', 'closed'] as const;

/** 变动: a later value that differs from the first statement, with its owner, until a paper settles it. */
export const drift = defineEntity({
  name: 'drift',
  table: 'drifts',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    topic: field.requiredTextFixed(64),
    firstFactId: field.refFixed<'fact'>(),
    laterFactId: field.refFixed<'fact'>(),
    ownerName: field.text(200),
    state: field.state(driftStates),
    /** The paper that settles it, and what it shows. */
    paper: field.stateText(500),
    finding: field.stateText(),
  },
  states: { field: 'state', initial: 'open', moves: { open: ['closed'], closed: ['open'] } },
});
export type DriftRow = Stored<typeof drift>;
