import { z } from 'zod';
import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

/** How the other side answered the proposal of a round. */
export const mediationReplies = ['agreed', 'considering', 'countered', 'refused'] as const;

/** 调解: one round of mediation with what each side proposed. Append-only, as the log it belongs to. */
export const mediationRound = defineEntity({
  name: 'mediationRound',
  table: 'mediation_rounds',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    /** 1, 2, 3 … per injured party. */
    round: field.integerFixed(1, 999),
    place: field.textFixed(500),
    heldAt: field.instantFixed(),
    mediator: field.textFixed(200),
    present: field.jsonFixed(z.array(z.string().min(1).max(200)).max(30)),
    ourProposalFen: field.amountFenFixed(),
    theirProposalFen: field.amountFenFixed(),
    reply: field.choiceFixed(mediationReplies),
    /** The day agreed for the next round. */
    nextOn: field.dateFixed(),
    note: field.longTextFixed(),
    logId: field.refFixed<'contactLog'>(),
  },
  states: null,
});
export type MediationRound = Stored<typeof mediationRound>;
