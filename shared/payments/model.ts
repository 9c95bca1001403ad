import { channels, counterparts } from '../contacts/model.ts';
import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';
import { payerLayers } from '../offers/sheet-model.ts';

/** 赔款支付: the core system paid; the file keeps who paid how much on which day. Append-only. */
export const payment = defineEntity({
  name: 'payment',
  table: 'payments',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    offerId: field.refFixed<'offer'>(),
    /** The payer as the offer names it. */
    payer: field.requiredTextFixed(200),
    layer: field.choiceFixed(payerLayers),
    amountFen: field.amountFenFixed(),
    paidOn: field.dateFixed(),
    /** Number of the payment in the core system; never an account number. */
    reference: field.textFixed(100),
    note: field.textFixed(2_000),
  },
  states: null,
});
export type Payment = Stored<typeof payment>;

export const satisfactionStates = ['asked', 'followed'] as const;

/** 满意度: the answer after payment, 1 to 5. A score of 3 or below has an owner who follows it up. */
export const satisfaction = defineEntity({
  name: 'satisfaction',
  table: 'satisfactions',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    offerId: field.refFixed<'offer'>(),
    score: field.integerFixed(1, 5),
    words: field.textFixed(2_000),
    askedAt: field.instantFixed(),
    channel: field.choiceFixed(channels),
    answeredBy: field.choiceFixed(counterparts),
    ownerName: field.textFixed(200),
    logId: field.refFixed<'contactLog'>(),
    state: field.state(satisfactionStates),
    followedAt: field.stateText(64),
    followUp: field.stateText(),
  },
  states: { field: 'state', initial: 'asked', moves: { asked: ['followed'] } },
});
export type Satisfaction = Stored<typeof satisfaction>;
