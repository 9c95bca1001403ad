import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';
import { offerSheetSchema } from './sheet-model.ts';

export const offerStates = ['draft', 'submitted', 'approved', 'put', 'countered', 'accepted', 'refused', 'paid', 'closed'] as const;
export type OfferState = (typeof offerStates)[number];

/** Whether the person understood the explanation; null is "not asked". */
export const understandings = ['yes', 'no', 'unclear'] as const;
export type Understanding = (typeof understandings)[number];

/**
 * 赔付方案: one version of what is put to the party. Its content is written once and never changes: another figure is another
 * version. `draft` → `put` without approval is how versions without a sheet went; `apply-change` keeps it for those alone.
 */
export const offer = defineEntity({
  name: 'offer',
  table: 'offers',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    version: field.integerFixed(1, 999),
    /** All that others owe the person, from every layer. */
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
    /** The stored calculation it rests on. */
    calculationId: field.refFixed<'calculation'>(),
    sheet: field.jsonFixed(offerSheetSchema),
    /** SHA-256 of the sheet: what was approved, shown and signed is this and nothing else. */
    sheetHash: field.textFixed(64),
    submittedAt: field.stateText(64),
    approvedAt: field.stateText(64),
    approvedByName: field.stateText(200),
    /** Request to superiors that covers the amount; null when the approver's own limit does. */
    escalationId: field.stateText(64),
    returnReason: field.stateText(),
    /** 解释: to whom it was explained, by whom, and whether it was understood. */
    putLogId: field.stateText(64),
    putTo: field.stateText(64),
    putToName: field.stateText(200),
    explainedByName: field.stateText(200),
    understood: field.stateText(16),
    paidAt: field.stateText(64),
    closedAt: field.stateText(64),
    /** Which version of the authority limits the approval rests on, as `published 7` or `built-in 1`. */
    approvedUnder: field.stateText(64),
  },
  states: {
    field: 'state',
    initial: 'draft',
    moves: {
      draft: ['submitted', 'put'],
      submitted: ['approved', 'draft'],
      approved: ['put'],
      put: ['countered', 'accepted', 'refused'],
      countered: ['accepted', 'refused'],
      accepted: ['paid'],
      refused: ['closed'],
      paid: ['closed'],
    },
  },
});
export type Offer = Stored<typeof offer>;
