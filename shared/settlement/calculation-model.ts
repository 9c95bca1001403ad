import { z } from 'zod';
import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

export const calculationPurposes = ['offer', 'review', 'import', 'pack', 'scenario'] as const;

/**
 * 计算: one calculation as it was made, never changed. `record` is the input with the figures it used and `result` what came out, so that it
 * replays to the fen after the standards pack was replaced; `contentHash` covers both.
 */
export const calculation = defineEntity({
  name: 'calculation',
  table: 'calculations',
  scope: 'case',
  fields: {
    purpose: field.choiceFixed(calculationPurposes),
    engine: field.requiredTextFixed(64),
    ruleSet: field.requiredTextFixed(64),
    packId: field.requiredTextFixed(64),
    packVersion: field.requiredTextFixed(64),
    record: field.jsonFixed(z.record(z.string(), z.json())),
    result: field.jsonFixed(z.record(z.string(), z.json())),
    contentHash: field.requiredTextFixed(64),
    note: field.textFixed(),
  },
  states: null,
});
export type Calculation = Stored<typeof calculation>;
