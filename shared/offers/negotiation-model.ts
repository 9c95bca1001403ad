import { z } from 'zod';
import { channels, counterparts } from '../contacts/model.ts';
import { maxAmountFen } from '../kernel/money.ts';
import { mediationReplies } from '../mediations/model.ts';
import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

const fen = z.number().int().min(0).max(maxAmountFen).nullable();

/** What each side named for one item in one round. */
export const negotiationLinesSchema = z
  .array(z.strictObject({ itemId: z.string().max(64), oursFen: fen, theirsFen: fen, note: z.string().max(500).nullable() }))
  .max(500);
export type NegotiationLine = z.infer<typeof negotiationLinesSchema>[number];

/** 协商: one round with each side's figures, item by item and in total. Append-only, as the log it belongs to. */
export const negotiation = defineEntity({
  name: 'negotiation',
  table: 'negotiations',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    /** The version that was talked about, if there was one. */
    offerId: field.refFixed<'offer'>(),
    /** 1, 2, 3 … per injured party. */
    round: field.integerFixed(1, 999),
    heldAt: field.instantFixed(),
    channel: field.choiceFixed(channels),
    /** Who spoke for the other side. */
    askedBy: field.choiceFixed(counterparts),
    askedByName: field.textFixed(200),
    lines: field.jsonFixed(negotiationLinesSchema),
    oursFen: field.amountFenFixed(),
    theirsFen: field.amountFenFixed(),
    reply: field.choiceFixed(mediationReplies),
    note: field.longTextFixed(),
    logId: field.refFixed<'contactLog'>(),
  },
  states: null,
});
export type Negotiation = Stored<typeof negotiation>;
