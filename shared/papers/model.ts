import { z } from 'zod';
import { channels, counterparts } from '../contacts/model.ts';
import { idSchema } from '../kernel/ids.ts';
import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

/** `waived`: this case does without it, with a reason. */
export const paperNeeds = ['needed', 'optional', 'waived'] as const;
export type PaperNeed = (typeof paperNeeds)[number];

/** `returned`: the original went back; whether the paper had been good is told by `checkedAt`. */
export const paperStates = ['wanted', 'asked', 'received', 'checked', 'refused', 'returned'] as const;
export type PaperState = (typeof paperStates)[number];

/** 资料: one line of the checklist. Papers of the accident (policy, licences, police finding) belong to no person. */
export const paper = defineEntity({
  name: 'paper',
  table: 'papers',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    /** Id in `resources/wording/papers.json`, or null for a paper with a name of its own. */
    wordingId: field.textFixed(64),
    name: field.textFixed(200),
    need: field.choice(paperNeeds),
    needReason: field.text(2_000),
    state: field.state(paperStates),
    /** When it was first and last asked for, and how often: a paper asked twice is effort for the customer. */
    firstAskedAt: field.stateText(64),
    askedAt: field.stateText(64),
    askedTimes: field.stateInteger(),
    receivedAt: field.stateText(64),
    receivedFrom: field.stateText(200),
    /** 1 while the original is what was handed in, 0 for a copy. */
    original: field.stateInteger(),
    /** Null as soon as the paper is refused. */
    checkedAt: field.stateText(64),
    refusedAt: field.stateText(64),
    /** Why it was refused, or why a state was taken back. */
    reason: field.stateText(2_000),
    returnedAt: field.stateText(64),
    returnedTo: field.stateText(200),
    /** Who moved it last. */
    movedById: field.stateText(64),
  },
  states: {
    field: 'state',
    initial: 'wanted',
    moves: {
      wanted: ['asked', 'received'],
      asked: ['asked', 'received', 'wanted'],
      received: ['checked', 'refused', 'returned', 'asked', 'wanted'],
      checked: ['refused', 'returned', 'received'],
      refused: ['asked', 'received', 'returned'],
      returned: ['received', 'asked', 'checked'],
    },
  },
});
export type PaperRow = Stored<typeof paper>;

/** 一次性告知: everything missing, named to one person at one time. Source: Insurance Law, art. 22. */
export const paperRequest = defineEntity({
  name: 'paperRequest',
  table: 'paper_requests',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    logId: field.refFixed<'contactLog'>(),
    disclosureId: field.refFixed<'disclosure'>(),
    paperIds: field.jsonFixed(z.array(idSchema<'paper'>()).max(200)),
    toWhom: field.choiceFixed(counterparts),
    toName: field.textFixed(200),
    channel: field.choiceFixed(channels),
    askedAt: field.instantFixed(),
    /** The day the papers are expected. */
    expectedOn: field.dateFixed(),
    /** 1 for the first notice of this case to this side. */
    round: field.integerFixed(1, 999),
    /** Papers in it that an earlier notice could have named and did not. */
    lateCount: field.integerFixed(0, 200),
    reason: field.textFixed(2_000),
  },
  states: null,
});
export type PaperRequest = Stored<typeof paperRequest>;
