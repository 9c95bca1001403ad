import { channels, counterparts } from '../contacts/model.ts';
import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

/** What people complain about; what fits none stands under `other`, in their own words. */
export const complaintTopics = ['manner', 'silence', 'delay', 'amount', 'deduction', 'papers', 'advance', 'privacy', 'other'] as const;
export type ComplaintTopic = (typeof complaintTopics)[number];

const complaintStates = ['received', 'contacted', 'planned', 'done'] as const;
export type ComplaintState = (typeof complaintStates)[number];

/**
 * 投诉: who complained about what, and what was done about it; each step keeps its time and its words. A step back is there for undo
 * alone: nobody un-answers a complaint on a page.
 */
export const complaint = defineEntity({
  name: 'complaint',
  table: 'complaints',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    saidBy: field.choiceFixed(counterparts),
    saidByName: field.textFixed(200),
    channel: field.choiceFixed(channels),
    madeAt: field.instantFixed(),
    urgent: field.yesNo(),
    topic: field.choiceFixed(complaintTopics),
    body: field.requiredTextFixed(20_000),
    ownerName: field.text(200),
    /** The contact log in which it was said. */
    logId: field.refFixed<'contactLog'>(),
    state: field.state(complaintStates),
    contactedAt: field.stateText(64),
    contactedWords: field.stateText(),
    plannedAt: field.stateText(64),
    plan: field.stateText(),
    doneAt: field.stateText(64),
    outcome: field.stateText(),
  },
  states: {
    field: 'state',
    initial: 'received',
    moves: { received: ['contacted'], contacted: ['planned', 'received'], planned: ['done', 'contacted'], done: ['planned'] },
  },
});
export type Complaint = Stored<typeof complaint>;
