import { z } from 'zod';
import { procedure } from '../kernel/procedure.ts';
import { storedSchema } from '../sync/entity.ts';
import { promise, promiseSides, promiseStates } from './model.ts';

export const promiseFilterSchema = z.strictObject({
  state: z.enum(promiseStates).nullable(),
  side: z.enum(promiseSides).nullable(),
  /** Only open ones whose time has passed. */
  overdue: z.boolean(),
});
export type PromiseFilter = z.infer<typeof promiseFilterSchema>;

export const promiseLineSchema = z.object({
  promise: storedSchema(promise),
  reportNumber: z.string(),
  partyName: z.string().nullable(),
});
export type PromiseLine = z.infer<typeof promiseLineSchema>;

export const promiseShareSchema = z.object({
  name: z.string(),
  side: z.enum(promiseSides),
  kept: z.number().int(),
  broken: z.number().int(),
  moved: z.number().int(),
  open: z.number().int(),
  /** Open ones whose time has passed. */
  overdue: z.number().int(),
});
export type PromiseShare = z.infer<typeof promiseShareSchema>;

export const promisesContract = {
  /** 承诺台账: promises across the cases one may see; open ones first, the next due on top. */
  ledger: procedure
    .input(z.strictObject({ filter: promiseFilterSchema, offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) }))
    .output(z.object({ lines: z.array(promiseLineSchema), total: z.number().int() })),
  settle: procedure.input(
    z.strictObject({
      caseId: z.string(),
      promiseId: z.string(),
      to: z.enum(['kept', 'broken', 'moved', 'open']),
      /** Required unless kept. */
      reason: z.string().max(2_000),
      /** The new date when moved. */
      dueAt: z.string().nullable(),
      /** How the person was told that it is moved: in words, or the contact log in which it was said. Ours is never moved silently. */
      noticeText: z.string().max(2_000).nullable(),
      noticeLogId: z.string().nullable(),
    }),
  ),
  /** 兑现率: promises per person who gave them, in the cases one may see; people with the most open overdue ones first. */
  shares: procedure.output(z.array(promiseShareSchema)),
};
