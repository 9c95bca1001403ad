import { z } from 'zod';
import type { StandardsPack } from '../damages/engine/standards-pack.ts';
import { procedure } from '../kernel/procedure.ts';
import type { CaseInput } from '../settlement/input/case-input.ts';
import { storedSchema, valuesSchema } from '../sync/entity.ts';
import { scenarioSet } from './model.ts';

/** Made by pure code on the other side; checking it again would cost more than making it. */
const made = <T>(): z.ZodType<T> => z.custom<T>((value) => typeof value === 'object' && value !== null);

export const scenarioFileSchema = z.object({
  sets: z.array(storedSchema(scenarioSet)),
  /** The case as the engine reads it; the window computes from it while a slider moves. */
  input: made<CaseInput>(),
  pack: made<StandardsPack>(),
  /** The company's vehicle, null while it cannot be told. */
  ownVehicle: z.string().nullable(),
});
export type ScenarioFile = z.infer<typeof scenarioFileSchema>;

export const scenariosContract = {
  open: procedure.input(z.strictObject({ caseId: z.string(), partyId: z.string() })).output(scenarioFileSchema),
  /** Keeps a set; `setId` null makes a new one. */
  save: procedure
    .input(z.strictObject({ caseId: z.string(), setId: z.string().nullable(), seen: z.number().int(), values: valuesSchema(scenarioSet) }))
    .output(z.object({ id: z.string() })),
};
