import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

export const offerStates = ['draft', 'put', 'countered', 'accepted', 'refused'] as const;

/** 赔付方案: one version of what is put to the party. The engine and layers fill it from issue C on. */
export const offer = defineEntity({
  name: 'offer',
  table: 'offers',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    version: field.integerFixed(1, 999),
    amountFen: field.amountFenFixed(),
    explanation: field.longTextFixed(),
    state: field.state(offerStates),
    putAt: field.stateText(64),
    /** What the party answered, in their words. */
    reply: field.stateText(),
    counterFen: field.stateInteger(),
    /** When the party answered: payment and calling back are counted from here. */
    answeredAt: field.stateText(64),
    /** Paid before and counted against the amount; what is still to be paid is the rest. Source: settlement.md §3.7. */
    advancesFen: field.amountFenFixed(),
  },
  states: {
    field: 'state',
    initial: 'draft',
    moves: { draft: ['put'], put: ['countered', 'accepted', 'refused'], countered: ['accepted', 'refused'] },
  },
});
export type Offer = Stored<typeof offer>;
