import { z } from 'zod';
import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

/**
 * Why somebody may pay before the settlement. `police-notice`: the compulsory insurer pays rescue cost on the written notice of the
 * traffic police (Compulsory Insurance Regulation art. 31). `recourse`: it advances rescue cost and gets it back from the wrongdoer
 * (art. 22). `fund`: the road accident rescue fund pays (art. 24). `agreed`: the company pays part early of its own accord.
 * `undisputed`: what can be determined already is paid ahead of the rest, sixty days after complete papers at the latest (Insurance
 * Law art. 25).
 */
export const advanceBases = ['police-notice', 'recourse', 'fund', 'agreed', 'undisputed'] as const;
export type AdvanceBasis = (typeof advanceBases)[number];

/** The part of the claim it is counted against: an advance belongs to a payer and to an item group. Source: settlement.md §3.7. */
export const advanceGroups = ['medical', 'death-disability', 'property'] as const;
export const advanceWays = ['hospital', 'injured', 'family', 'insured'] as const;
export const advanceStates = ['draft', 'asked', 'approved', 'not-yet', 'paid'] as const;

/** Conditions a person confirms; the others follow from the file. */
export const confirmedConditions = [
  'urgent',
  'rescue',
  'noticeSeen',
  'costChecked',
  'recourseGround',
  'fundGround',
  'withinSevenDays',
  'amountCertain',
] as const;
export type ConfirmedCondition = (typeof confirmedConditions)[number];

/** 垫付: money paid before the settlement, from the request to the day it is paid. Taken off the offer later. */
export const advance = defineEntity({
  name: 'advance',
  table: 'advances',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    basis: field.choice(advanceBases),
    itemGroup: field.choice(advanceGroups),
    amountFen: field.amountFen(),
    /** Who gets it, and by which way it is wished. */
    payTo: field.choice(advanceWays),
    payee: field.text(200),
    need: field.text(2_000),
    confirmed: field.json(z.array(z.enum(confirmedConditions)).max(20)),
    /** Why it is asked for although a condition is open. */
    openReason: field.text(2_000),
    /** False when the bills of the claim leave out what this paid: then it is not taken off a second time. */
    inClaim: field.yesNo(),
    state: field.state(advanceStates),
    askedAt: field.stateText(64),
    decidedFen: field.stateInteger(),
    decidedWay: field.stateText(64),
    /** For *not yet*: what to add. A refusal is never the end of the talk. */
    toAdd: field.stateText(2_000),
    decidedAt: field.stateText(64),
    decidedByName: field.stateText(200),
    paidOn: field.stateText(64),
    paidWay: field.stateText(64),
    paidNote: field.stateText(2_000),
  },
  states: {
    field: 'state',
    initial: 'draft',
    moves: { draft: ['asked'], asked: ['approved', 'not-yet'], 'not-yet': ['asked'], approved: ['paid'] },
  },
});
export type Advance = Stored<typeof advance>;
