import { z } from 'zod';
import { procedure } from '../kernel/procedure.ts';
import { valuesSchema } from '../sync/entity.ts';
import { damageItem, deduction } from './model.ts';

const made = z.object({ id: z.string() });
const caseId = z.string();
const seen = z.number().int();

export const damagesContract = {
  addItem: procedure.input(z.strictObject({ caseId, values: valuesSchema(damageItem) })).output(made),
  editItem: procedure.input(z.strictObject({ caseId, itemId: z.string(), seen, values: valuesSchema(damageItem) })),
  /** Decides an item, or opens it again. Deciding needs every deduction tied to a disclosure or openly marked. */
  decideItem: procedure.input(z.strictObject({ caseId, itemId: z.string(), decided: z.boolean() })),
  addDeduction: procedure.input(z.strictObject({ caseId, values: valuesSchema(deduction) })).output(made),
  editDeduction: procedure.input(z.strictObject({ caseId, deductionId: z.string(), seen, values: valuesSchema(deduction) })),
};
