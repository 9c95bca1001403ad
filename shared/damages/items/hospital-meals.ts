import type { z } from 'zod';
import type { Draft, ItemContext } from '../engine/item-context.ts';
import { itemSchema } from '../engine/parts.ts';
import { computeRated, ratedShape } from '../engine/rate-line.ts';

export const hospitalMealsSchema = itemSchema(ratedShape);
export type HospitalMealsInput = Exclude<z.infer<typeof hospitalMealsSchema>, number | string>;

/** 住院伙食补助费: days in hospital × local civil-servant rate; days without treatment go into `excludedDays`. Source: art. 10. */
export const computeHospitalMeals = (input: HospitalMealsInput, ctx: ItemContext): Draft | undefined =>
  computeRated(input, ctx, { item: 'hospitalMeals' });
