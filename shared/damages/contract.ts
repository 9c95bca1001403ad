import { z } from 'zod';
import { procedure } from '../kernel/procedure.ts';
import { valuesSchema } from '../sync/entity.ts';
import { damageItem, deduction } from './model.ts';

const made = z.object({ id: z.string() });
const caseId = z.string();
const seen = z.number().int();
const newRow = z.boolean();

/** One row of the review grid: new ones bring the id they were typed under. */
const gridItem = z.strictObject({ id: z.string(), isNew: newRow, seen, values: valuesSchema(damageItem) });
const gridDeduction = z.strictObject({ id: z.string(), isNew: newRow, itemId: z.string(), seen, values: valuesSchema(deduction) });

export const gridSchema = z.strictObject({
  caseId,
  partyId: z.string(),
  items: z.array(gridItem).max(500),
  removedItems: z.array(z.string()).max(500),
  deductions: z.array(gridDeduction).max(2_000),
  removedDeductions: z.array(z.string()).max(2_000),
  /** Why rows are removed; needed when any is. */
  reason: z.string().max(2_000),
  draftKey: z.string().max(200).nullable(),
});
export type GridInput = z.infer<typeof gridSchema>;

/** A cell that somebody else wrote since: `items.<id>.<field>` or `deductions.<id>.<field>`. */
const clashSchema = z.object({ field: z.string(), theirs: z.json(), byName: z.string().nullable(), at: z.string(), rev: z.number().int() });
export type GridClash = z.infer<typeof clashSchema>;

export const damagesContract = {
  addItem: procedure.input(z.strictObject({ caseId, values: valuesSchema(damageItem) })).output(made),
  editItem: procedure.input(z.strictObject({ caseId, itemId: z.string(), seen, values: valuesSchema(damageItem) })),
  /** Many cells as one change: all or none. Clashes come back together, and nothing is saved then. */
  saveGrid: procedure.input(gridSchema).output(z.object({ saved: z.boolean(), clashes: z.array(clashSchema) })),
  /** Decides an item, or opens it again. Deciding needs every deduction tied to a disclosure or openly marked. */
  decideItem: procedure.input(z.strictObject({ caseId, itemId: z.string(), decided: z.boolean() })),
  addDeduction: procedure.input(z.strictObject({ caseId, values: valuesSchema(deduction) })).output(made),
  editDeduction: procedure.input(z.strictObject({ caseId, deductionId: z.string(), seen, values: valuesSchema(deduction) })),
};
