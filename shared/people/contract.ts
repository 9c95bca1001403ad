import { z } from 'zod';
import { dateSchema } from '../kernel/dates.ts';
import { maxAmountFen } from '../kernel/money.ts';
import { procedure } from '../kernel/procedure.ts';
import { storedSchema } from '../sync/entity.ts';
import { actions } from './access.ts';
import { person, roles } from './model.ts';

const limitFen = z.number().int().min(0).max(maxAmountFen);

export const limitsStates = ['in-force', 'planned', 'past'] as const;

/** One version of the company's limits with when it counts and why it was made; the built-in ones have none of it. */
const limitsVersionSchema = z.object({
  version: z.number().int(),
  publishedAt: z.string().nullable(),
  /** The first day on which it counts, or counted. */
  from: z.string().nullable(),
  reason: z.string().nullable(),
  state: z.enum(limitsStates),
  limitsFen: z.record(z.enum(roles), z.number().int()),
});
export type LimitsVersion = z.infer<typeof limitsVersionSchema>;

export const peopleContract = {
  list: procedure.output(z.array(storedSchema(person))),
  /** Who works at this machine now, with everything the role may do on an open case. */
  me: procedure.output(z.object({ person: storedSchema(person), may: z.array(z.enum(actions)), deviceName: z.string() })),
  /** 权限额度: up to what each role may decide alone, by which version of the limits, and what that is for the person here. */
  authority: procedure.output(
    z.object({
      version: z.number().int(),
      source: z.enum(['built-in', 'published']),
      receivedAt: z.string().nullable(),
      from: z.string().nullable(),
      limitsFen: z.record(z.enum(roles), z.number().int()),
      ownFen: z.number().int(),
    }),
  ),
  /** Every version that is here, the newest first; without any, the built-in limits. */
  limits: procedure.output(
    z.object({
      versions: z.array(limitsVersionSchema),
      builtIn: z.boolean(),
      mayPublish: z.boolean(),
      forCompany: z.boolean(),
      today: z.string(),
    }),
  ),
  /** Publishes the next version for the whole company; `seen` is the newest one the form showed, 0 for none. */
  publishLimits: procedure
    .input(
      z.strictObject({
        seen: z.number().int().min(0),
        limitsFen: z.strictObject({ handler: limitFen, supervisor: limitFen }),
        effectiveOn: dateSchema,
        reason: z.string().max(2_000),
      }),
    )
    .output(z.object({ version: z.number().int() })),
  add: procedure
    .input(z.strictObject({ name: z.string().min(1).max(200), role: z.enum(roles), branch: z.string().max(200) }))
    .output(z.object({ id: z.string() })),
  switchTo: procedure.input(z.strictObject({ personId: z.string() })),
};
