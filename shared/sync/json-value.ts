import { z } from 'zod';
import { quick } from './quick.ts';

/** A JSON value that holds no other. */
export const isLeaf = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));

/** `z.json()` that sees a plain value at once: nearly every value of a change is one, and a page holds ten thousands of them. */
export const jsonValue = (): z.ZodType<z.infer<ReturnType<typeof z.json>>> => quick(z.json(), isLeaf);
