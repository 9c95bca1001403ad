import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';
import { storedLimitsSchema } from './limits.ts';

/** 时限规则的一个版本: append-only; who and when are those of the row. */
export const clockRuleSet = defineEntity({
  name: 'clockRuleSet',
  table: 'clock_rule_sets',
  scope: 'device',
  fields: {
    version: field.integerFixed(2, 100_000),
    /** Who answers for the rules: a person or a department. */
    ownerName: field.requiredTextFixed(200),
    /** Why the limits were changed. */
    reason: field.requiredTextFixed(2_000),
    limits: field.jsonFixed(storedLimitsSchema),
    /** Version under which the company published it; null: made on this machine. */
    publishedVersion: field.integerFixed(1),
    /** When the company published it: from then on it counts on every device alike, whenever it was received. */
    countsFrom: field.instant(),
  },
  states: null,
});

export type ClockRuleSet = Stored<typeof clockRuleSet>;
