import { z } from 'zod';
import { itemShape } from './engine/item-schemas.ts';
import type { SettleError } from './engine/ledger.ts';
import { lossGroupSchema, textSchema } from './engine/parts.ts';
import { toErrors } from './engine/schema-errors.ts';
import type { DamageItem, DamageKind } from './model.ts';

export type ItemInputs = NonNullable<DamageItem['inputs']>;

/** Anything else has no rule: only where it is paid from, and why. */
const otherInputs = z.strictObject({ group: lossGroupSchema.optional(), reason: textSchema.optional(), source: textSchema.optional() });

/** Columns of their own: a second copy in the inputs would contradict them. */
const columns = ['amount', 'claimed', 'evidence'] as const;

/** What is wrong with the inputs of an item, by the engine's own schema of its kind; paths begin inside the inputs. */
export const inputErrors = (kind: DamageKind, inputs: ItemInputs): readonly SettleError[] => {
  const twice = columns.find((name) => name in inputs);
  if (twice !== undefined) return [{ code: 'settle.unknown-field', path: twice, problem: 'unrecognized_keys', keys: [twice] }];
  const parsed = (kind === 'other' ? otherInputs : itemShape[kind]).safeParse(inputs);
  return parsed.success ? [] : toErrors(parsed.error.issues);
};
