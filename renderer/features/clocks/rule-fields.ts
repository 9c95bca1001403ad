import { z } from 'zod';
import type { ClockLimits } from '../../../shared/clocks/limits.ts';
import { clockLimitsSchema } from '../../../shared/clocks/limits.ts';

export type LimitName = keyof ClockLimits;

/** The limits in the order in which the schema names them. */
export const limitNames = Object.keys(clockLimitsSchema.shape) as LimitName[];

export type LimitUnit = 'hours' | 'days' | 'workdays' | 'wall';

/** The unit stands in the name of the limit. */
export const unitOf = (name: LimitName): LimitUnit => {
  if (name.endsWith('Workdays')) return 'workdays';
  if (name.endsWith('Days')) return 'days';
  return name.endsWith('Hours') ? 'hours' : 'wall';
};

/** The longest a limit may be, from the schema; for those set by law it is the law's own number. */
export const longestOf = (name: LimitName): number | undefined => {
  const schema: unknown = clockLimitsSchema.shape[name];
  return schema instanceof z.ZodNumber ? (schema.maxValue ?? undefined) : undefined;
};

/** Full-width digits and colons are typed with a Chinese input method; `9:00` is meant as `09:00`. */
export const tidyWall = (text: string): string => {
  const half = text.normalize('NFKC').trim();
  return /^\d:\d{2}$/.test(half) ? `0${half}` : half;
};
