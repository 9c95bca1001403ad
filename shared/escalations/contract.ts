import { z } from 'zod';
import { procedure } from '../kernel/procedure.ts';
import { storedSchema, valuesSchema } from '../sync/entity.ts';
import { escalation, escalationRemark } from './model.ts';

const caseId = z.string();
const escalationId = z.string();

export const escalationsContract = {
  write: procedure.input(z.strictObject({ caseId, values: valuesSchema(escalation) })).output(z.object({ id: z.string() })),
  edit: procedure.input(z.strictObject({ caseId, escalationId, seen: z.number().int(), values: valuesSchema(escalation) })),
  submit: procedure.input(z.strictObject({ caseId, escalationId })),
  /** A supervisor's decision. `approved-less` needs an amount, all but `approved` a reason. */
  decide: procedure.input(
    z.strictObject({
      caseId,
      escalationId,
      to: z.enum(['approved', 'approved-less', 'returned', 'refused']),
      decidedFen: z.number().int().min(0).max(99_999_999_999).nullable(),
      reason: z.string().max(2_000),
      remarks: z.array(valuesSchema(escalationRemark)).max(50),
    }),
  ),
  remark: procedure.input(z.strictObject({ caseId, values: valuesSchema(escalationRemark) })).output(z.object({ id: z.string() })),
  /** The decision was told to the field and to the party. */
  tell: procedure.input(
    z.strictObject({ caseId, escalationId, toldFieldNote: z.string().min(1).max(2_000), toldPartyLogId: z.string().nullable() }),
  ),
  /** Requests across cases, oldest first; `waiting` are those a supervisor can decide now. */
  queue: procedure.input(z.strictObject({ show: z.enum(['waiting', 'returned', 'all']) })).output(
    z.array(
      z.object({
        escalation: storedSchema(escalation),
        reportNumber: z.string(),
        partyName: z.string().nullable(),
        askedByName: z.string().nullable(),
        /** The person who looks at it asked for it, so somebody else decides. */
        own: z.boolean(),
        remarks: z.array(storedSchema(escalationRemark)),
      }),
    ),
  ),
};
