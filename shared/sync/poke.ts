import { z } from 'zod';

/** Says only "pull": it carries no data, and nothing depends on it. Source: SPEC [SY-73]. */
export const pokeSchema = z.strictObject({ poke: z.literal('pull') });
export type Poke = z.infer<typeof pokeSchema>;

/** Milliseconds between two pings of the hub; a device that hears nothing for two of them connects anew. */
export const pingEveryMs = 25_000;
