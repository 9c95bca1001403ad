import { z } from 'zod';
import type { StandardsPack } from '../damages/engine/standards-pack.ts';
import { procedure } from '../kernel/procedure.ts';
import { storedSchema, valuesSchema } from '../sync/entity.ts';
import { bill } from './bill-model.ts';
import { calculation, calculationPurposes } from './calculation-model.ts';
import type { LiveSettlement } from './file/live.ts';
import { settlementModes } from './file/rows.ts';
import { calculationBasis, partyBasis } from './model.ts';

const caseId = z.string();
const seen = z.number().int();

/** A value made by pure code of this folder on the other side: its type is its contract, and checking it again would cost more than making it. */
const made = <T>(): z.ZodType<T> => z.custom<T>((value) => typeof value === 'object' && value !== null);

const calculationHead = z.object({
  id: z.string(),
  at: z.string(),
  byPersonId: z.string().nullable(),
  voidReason: z.string().nullable(),
  purpose: calculation.fields.purpose.schema,
  engine: z.string(),
  ruleSet: z.string(),
  packId: z.string(),
  packVersion: z.string(),
  contentHash: z.string(),
  note: z.string().nullable(),
});

/** Everything of the settlement beside the case file; `pack` is the one this case uses, null when it is not on this machine. */
export const settlementFileSchema = z.object({
  bases: z.array(storedSchema(calculationBasis)),
  partyBases: z.array(storedSchema(partyBasis)),
  bills: z.array(storedSchema(bill)),
  calculations: z.array(calculationHead),
  pack: made<StandardsPack>().nullable(),
  /** Version of the newest pack on this machine. */
  packInForce: z.string(),
});
export type SettlementFile = z.infer<typeof settlementFileSchema>;

export const replaySchema = z.object({
  engineThen: z.string(),
  engineNow: z.string(),
  same: z.boolean(),
  /** The content still has the hash it was stored with. */
  untouched: z.boolean(),
  differences: z.array(z.object({ path: z.string(), stored: z.string(), now: z.string() })),
});
export type CalculationReplay = z.infer<typeof replaySchema>;

const billsSchema = z.strictObject({
  caseId,
  partyId: z.string(),
  bills: z.array(z.strictObject({ id: z.string(), isNew: z.boolean(), seen, values: valuesSchema(bill) })).max(500),
  removed: z.array(z.string()).max(500),
  /** Why bills are removed; needed when any is. */
  reason: z.string().max(2_000),
  draftKey: z.string().max(200).nullable(),
});
export type BillsInput = z.infer<typeof billsSchema>;

export const settlementContract = {
  open: procedure.input(z.strictObject({ caseId })).output(settlementFileSchema),
  /** Makes the basis of the case with its first values, then changes it. */
  saveBasis: procedure.input(
    z.strictObject({ caseId, seen, values: valuesSchema(calculationBasis), draftKey: z.string().max(200).nullable() }),
  ),
  savePartyBasis: procedure.input(
    z.strictObject({ caseId, partyId: z.string(), seen, values: valuesSchema(partyBasis), draftKey: z.string().max(200).nullable() }),
  ),
  /** Bills of one person as one change; computed amounts follow in the same change. */
  saveBills: procedure.input(billsSchema),
  /** Keeps the case as it is computed now; refused while anything is wrong or missing. */
  calculate: procedure
    .input(z.strictObject({ caseId, purpose: z.enum(calculationPurposes), note: z.string().max(2_000) }))
    .output(z.object({ id: z.string() })),
  calculation: procedure.input(z.strictObject({ caseId, calculationId: z.string() })).output(storedSchema(calculation)),
  /** Computes a stored calculation again from its own input and figures. */
  replay: procedure.input(z.strictObject({ caseId, calculationId: z.string() })).output(replaySchema),
  /** The case as it stands now. */
  compute: procedure.input(z.strictObject({ caseId, mode: z.enum(settlementModes) })).output(made<LiveSettlement>()),
};
