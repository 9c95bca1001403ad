import { z } from 'zod';
import { dateSchema } from '../../kernel/dates.ts';
import type { Exact } from './exact.ts';

/** Money in yuan: a number or decimal text; text keeps every digit. */
export const yuanSchema = z
  .union([z.number().min(0).max(99_999_999_999), z.string().regex(/^\d{1,11}(\.\d{1,8})?$/)])
  .meta({ id: 'yuan', description: 'Amount in yuan, as a number or decimal text such as "1234.56"' });

/** A share between 0 and 1: 0.7, "70%" or "7/10". */
export const ratioSchema = z
  .union([z.number().min(0).max(1), z.string().regex(/^(0(\.\d+)?|1(\.0+)?|(\d{1,2}(\.\d+)?|100(\.0+)?)%|[1-9]\d?\/[1-9]\d?)$/)])
  .meta({ id: 'share', description: 'Share from 0 to 1, as 0.7, "70%" or "7/10"' });

export const countSchema = z.number().min(0).max(20_000);
export const daysSchema = z.number().min(0).max(36_600).meta({ id: 'days', description: 'Days; halves are allowed' });
export const yearsSchema = z.number().min(0).max(100).meta({ id: 'years' });
export const ageSchema = z.number().int().min(0).max(120).meta({ id: 'age', description: 'Full years (周岁)' });
export const gradeSchema = z.number().int().min(1).max(10).meta({ id: 'grade', description: 'Disability grade 1 (worst) to 10' });
export const textSchema = z.string().max(2_000).meta({ id: 'text' });
export { dateSchema };

export const cycleRoundings = ['up', 'down', 'none'] as const;
/** How often something is bought again in a term: courts round up, down or not at all. */
export const cyclesIn = (years: Exact, cycleYears: number, rounding: (typeof cycleRoundings)[number]): Exact => {
  const cycles = years.div(cycleYears);
  return { up: cycles.ceil(), down: cycles.floor(), none: cycles }[rounding];
};

/** Where an item is paid from: the sub-limits of compulsory cover, or outside it. */
export const lossGroups = ['medical', 'deathDisability', 'property', 'outside', 'personal', 'personalFull'] as const;
export type LossGroup = (typeof lossGroups)[number];
export const lossGroupSchema = z.enum(lossGroups).meta({
  id: 'group',
  description:
    'medical / deathDisability / property: sub-limits of compulsory cover; outside: above it, × ratio, insurable; ' +
    'personal: × ratio, never insured; personalFull: whole amount from the person at fault, never insured',
});

/** Fields that every item accepts. */
export const commonShape = {
  amount: yuanSchema.optional().describe('Agreed or court-given amount; it wins over the computed one, which is still shown'),
  claimed: yuanSchema.optional().describe('What the claimant asked for'),
  group: lossGroupSchema.optional().describe('Moves the item to another group (give a reason)'),
  reason: textSchema.optional(),
  source: textSchema.optional(),
  note: textSchema.optional().describe('Only for the reader'),
  evidence: z.array(textSchema).max(200).optional(),
};

/** An item is a plain amount, or an object with the common fields and the inputs of its rule. */
export const itemSchema = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.union([yuanSchema, z.strictObject({ ...commonShape, ...shape })]);

export type CommonInput = z.infer<z.ZodObject<typeof commonShape>>;
