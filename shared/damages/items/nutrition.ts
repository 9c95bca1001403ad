import type { z } from 'zod';
import type { Draft, ItemContext } from '../engine/item-context.ts';
import { itemSchema } from '../engine/parts.ts';
import { computeRated, ratedShape } from '../engine/rate-line.ts';

export const nutritionSchema = itemSchema(ratedShape);
export type NutritionInput = Exclude<z.infer<typeof nutritionSchema>, number | string>;

/** 营养费: days × rate by medical opinion. Source: art. 11. */
export const computeNutrition = (input: NutritionInput, ctx: ItemContext): Draft | undefined =>
  computeRated(input, ctx, { item: 'nutrition' });
