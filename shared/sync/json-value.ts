import { z } from 'zod';

const isLeaf = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));

/**
 * `z.json()` that sees a plain value at once: nearly every value of a change is one, and a page holds ten thousands of them.
 * What it accepts, and its JSON schema, are those of `z.json()`.
 */
export const jsonValue = (): z.ZodType<z.infer<ReturnType<typeof z.json>>> => {
  const schema = z.json();
  const thorough = schema._zod.run;
  schema._zod.run = (payload, context) => (isLeaf(payload.value) ? payload : thorough(payload, context));
  return schema;
};
