import { defineEntity } from './entity.ts';
import { field } from './field.ts';

/**
 * Hides a row with a reason, or brings it back. Nothing is ever deleted by a device: the hidden row stays readable
 * and the newest voiding of a row decides. Source: SPEC [SY-15].
 */
export const voiding = defineEntity({
  name: 'voiding',
  table: 'voidings',
  scope: 'case',
  fields: {
    targetEntity: field.requiredTextFixed(64),
    targetId: field.requiredTextFixed(64),
    reason: field.requiredTextFixed(2_000),
    /** True when this entry brings the row back. */
    restores: field.yesNoFixed(),
  },
  states: null,
});
