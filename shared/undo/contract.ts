import { z } from 'zod';
import { problemSchema } from '../kernel/problem.ts';
import { procedure } from '../kernel/procedure.ts';

const caseId = z.string();

/** How many of my changes of a case can be taken back. */
export const undoDepth = 20;

const undoLineSchema = z.object({
  changeId: z.string(),
  kind: z.string(),
  at: z.string(),
  /** How many rows it touched, by entity. */
  rows: z.record(z.string(), z.number().int()),
  /** It was taken back already. */
  undone: z.boolean(),
  /** Why it cannot be taken back now, or null. */
  problem: problemSchema.nullable(),
});
export type UndoLine = z.infer<typeof undoLineSchema>;

export const undoContract = {
  /** My newest changes of this case, the newest first. */
  list: procedure.input(z.strictObject({ caseId })).output(z.array(undoLineSchema)),
  /** Takes one change back; `reason` is kept on the rows it hides. */
  run: procedure.input(z.strictObject({ caseId, changeId: z.string(), reason: z.string().min(1).max(200) })),
};
