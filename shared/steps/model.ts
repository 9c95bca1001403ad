import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

export const stepNumbers = [1, 2, 3, 4, 5, 6] as const;
export type StepNumber = (typeof stepNumbers)[number];
export const stepEvents = ['started', 'finished', 'repeated', 'waived', 'reopened'] as const;
export type StepEventKind = (typeof stepEvents)[number];
/** What a dot shows. `attention`: finished or waived, but something it rests on was reopened since. */
export const stepStates = ['not-started', 'working', 'done', 'waived', 'attention'] as const;
export type StepState = (typeof stepStates)[number];

/** A decision about a step; append-only, so two devices never clash. Step 1 and 6 have no party. */
export const stepEvent = defineEntity({
  name: 'stepEvent',
  table: 'step_events',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    step: field.integerFixed(1, 6),
    event: field.choiceFixed(stepEvents),
    /** Required for waived, repeated and reopened, and for finishing although the gate is not met. */
    reason: field.textFixed(2_000),
  },
  states: null,
});
export type StepEvent = Stored<typeof stepEvent>;
