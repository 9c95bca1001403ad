import { z } from 'zod';
import { defineEntity, type Stored } from './entity.ts';
import { field } from './field.ts';

/** `third`: a value that is neither mine nor theirs. `discard`: my change is not wanted any more. */
export const resolutionChoices = ['mine', 'theirs', 'third', 'discard'] as const;
export type ResolutionChoice = (typeof resolutionChoices)[number];

/**
 * 处理冲突: says how a change that did not count was settled, and keeps both values in the history of the case. An insert, so that
 * settling one conflict can never make another. Source: SPEC [SY-33].
 */
export const resolution = defineEntity({
  name: 'resolution',
  table: 'resolutions',
  scope: 'case',
  fields: {
    changeId: field.requiredTextFixed(64),
    kind: field.requiredTextFixed(64),
    choice: field.choiceFixed(resolutionChoices),
    /** What the person had written, and what stood there: by field. */
    mine: field.jsonFixed(z.record(z.string(), z.json())),
    theirs: field.jsonFixed(z.record(z.string(), z.json())),
  },
  states: null,
});
export type Resolution = Stored<typeof resolution>;
