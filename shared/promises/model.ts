import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

export const promiseSides = ['us', 'them'] as const;
export const promiseStates = ['open', 'kept', 'broken', 'moved'] as const;

/** 承诺: what was promised, by whom, until when. Moving it makes a new promise that points back. */
export const promise = defineEntity({
  name: 'promise',
  table: 'promises',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    logId: field.refFixed<'contactLog'>(),
    what: field.requiredTextFixed(2_000),
    side: field.choiceFixed(promiseSides),
    byName: field.textFixed(200),
    toName: field.textFixed(200),
    dueAt: field.instantFixed(),
    movedFromId: field.refFixed<'promise'>(),
    state: field.state(promiseStates),
    settledReason: field.stateText(),
    settledAt: field.stateText(64),
    /** How the person was told that it was moved, in words, or by the log in which it was said. */
    noticeText: field.stateText(),
    noticeLogId: field.stateText(64),
  },
  states: { field: 'state', initial: 'open', moves: { open: ['kept', 'broken', 'moved'], kept: ['open'], broken: ['open'] } },
});

export type PromiseRow = Stored<typeof promise>;
