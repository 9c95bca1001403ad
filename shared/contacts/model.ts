import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

export const counterparts = ['insured', 'driver', 'injured', 'family', 'doctor', 'police', 'appraiser', 'lawyer', 'superior'] as const;
export type Counterpart = (typeof counterparts)[number];
export const channels = ['phone', 'face', 'chat', 'email', 'letter', 'video'] as const;
export type Channel = (typeof channels)[number];
/** Outcome of the attempt: an unanswered call is a log, but completes nothing. */
export const outcomes = ['reached', 'unanswered'] as const;

/** 联络记录: one contact, append-only. A correction is a new log that points at the old one. */
export const contactLog = defineEntity({
  name: 'contactLog',
  table: 'contact_logs',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    /** Step 1 to 6 in which it was recorded. */
    step: field.integerFixed(1, 6),
    counterpart: field.choiceFixed(counterparts),
    counterpartName: field.textFixed(200),
    channel: field.choiceFixed(channels),
    outcome: field.choiceFixed(outcomes),
    contactAt: field.instantFixed(),
    place: field.textFixed(500),
    /** Mood of the other side, 1 (hostile) to 5 (friendly). */
    mood: field.integerFixed(1, 5),
    body: field.longTextFixed(),
    correctsLogId: field.refFixed<'contactLog'>(),
    correctionReason: field.textFixed(2_000),
  },
  states: null,
});

export type ContactLog = Stored<typeof contactLog>;

/** 问题: a question put to us in a contact, with the answer given then or later. */
export const question = defineEntity({
  name: 'question',
  table: 'questions',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    logId: field.refFixed<'contactLog'>(),
    askedBy: field.choiceFixed(counterparts),
    askedAt: field.instantFixed(),
    body: field.requiredTextFixed(2_000),
    /** Complex questions have 48 hours instead of 24. */
    complex: field.yesNoFixed(),
    answer: field.text(),
    answeredAt: field.instant(),
  },
  states: null,
});

export type Question = Stored<typeof question>;
