import { z } from 'zod';
import { procedure } from '../kernel/procedure.ts';
import { storedSchema, valuesSchema } from '../sync/entity.ts';
import { advance, advanceWays } from './model.ts';

const caseId = z.string();
const advanceId = z.string();

/** One request of the queue. `own`: the person who looks at it asked for it, so somebody else decides. */
export const advanceLineSchema = z.object({
  advance: storedSchema(advance),
  reportNumber: z.string(),
  partyName: z.string().nullable(),
  askedByName: z.string().nullable(),
  own: z.boolean(),
});
export type AdvanceLine = z.infer<typeof advanceLineSchema>;

export const advancesContract = {
  write: procedure.input(z.strictObject({ caseId, values: valuesSchema(advance) })).output(z.object({ id: z.string() })),
  edit: procedure.input(z.strictObject({ caseId, advanceId, seen: z.number().int(), values: valuesSchema(advance) })),
  ask: procedure.input(z.strictObject({ caseId, advanceId })),
  /** Approved with amount and way, or *not yet* with what to add. */
  decide: procedure.input(
    z.strictObject({
      caseId,
      advanceId,
      to: z.enum(['approved', 'not-yet']),
      decidedFen: z.number().int().min(0).max(99_999_999_999).nullable(),
      way: z.enum(advanceWays).nullable(),
      toAdd: z.string().max(2_000),
    }),
  ),
  /** Requests across cases, oldest first: those that wait for a decision, those that came back as *not yet*, or all handed in. */
  queue: procedure.input(z.strictObject({ show: z.enum(['waiting', 'returned', 'all']) })).output(z.array(advanceLineSchema)),
  /** The core system paid; the file keeps day and way. */
  pay: procedure.input(z.strictObject({ caseId, advanceId, paidOn: z.string(), way: z.enum(advanceWays), note: z.string().max(2_000) })),
};
