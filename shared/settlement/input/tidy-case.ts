import { tidyShapes } from './tidy-shapes.ts';
import { tidyValue } from './tidy-values.ts';

const tidyDeep = (key: string, value: unknown): unknown => {
  if (typeof value === 'string') return tidyValue(key, value);
  if (Array.isArray(value)) return value.map((entry) => tidyDeep(key, entry));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, tidyDeep(name, inner)]));
};

/**
 * Reads a case file generously: whatever can only mean one thing (`"2024-3-1"`, `"主责"`, `"1,234.50元"`, one grade for a list of
 * grades, a number of yuan for a commercial cover) becomes what the schema says. Everything else stays as it is, so that a slip is
 * still an error with its path.
 */
export const tidyCase = (value: unknown): unknown => tidyShapes(tidyDeep('', value));
