import { z } from 'zod';
import { procedure } from '../kernel/procedure.ts';

/** A half-written form. `key` names the form and its subject, for example `contact:<caseId>`. */
export const draftSchema = z.object({
  key: z.string().min(1).max(200),
  caseId: z.string().nullable(),
  body: z.json(),
  updatedAt: z.string(),
});

export const draftsContract = {
  read: procedure.input(z.strictObject({ key: z.string().max(200) })).output(draftSchema.nullable()),
  list: procedure.output(z.array(draftSchema)),
  keep: procedure.input(z.strictObject({ key: z.string().min(1).max(200), caseId: z.string().nullable(), body: z.json() })),
  discard: procedure.input(z.strictObject({ key: z.string().max(200) })),
};
