import { z } from 'zod';
import type { StandardsPack } from '../damages/engine/standards-pack.ts';
import { settleErrorCodes } from '../damages/engine/ledger.ts';
import { procedure } from '../kernel/procedure.ts';
import { storedSchema, valuesSchema } from '../sync/entity.ts';
import { bill, billLineSchema } from './bill-model.ts';
import { billRowProblems } from './bill-sheet.ts';
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

const sumsSchema = z.object({ lossFen: z.number().int(), receivesFen: z.number().int() }).nullable();

export const casePreviewSchema = z.object({
  /** Null when the file cannot be taken over; `errors` then say why, each with its path in the file. */
  importId: z.string().nullable(),
  fileName: z.string(),
  errors: z.array(
    z.object({ code: z.enum(settleErrorCodes), path: z.string(), facts: z.record(z.string(), z.json()), blocking: z.boolean() }),
  ),
  changes: z.array(
    z.object({
      action: z.enum(['insert', 'set', 'void']),
      entity: z.enum(['case', 'injuredParty', 'calculationBasis', 'partyBasis', 'damageItem', 'bill']),
      id: z.string().nullable(),
      /** Name of the person, for what belongs to one. */
      partyName: z.string().nullable(),
      kind: z.string().nullable(),
      fields: z.array(z.object({ field: z.string(), before: z.json(), after: z.json() })),
    }),
  ),
  before: sumsSchema,
  after: sumsSchema,
});
export type CasePreview = z.infer<typeof casePreviewSchema>;

export const billSheetSchema = z.object({
  fileName: z.string(),
  lines: z.array(billLineSchema),
  bad: z.array(z.object({ line: z.number().int(), problem: z.enum(billRowProblems), cell: z.string() })),
  sumFen: z.number().int(),
});
export type BillSheet = z.infer<typeof billSheetSchema>;

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
  /** The case as a file of `npm run settle`. */
  exportCase: procedure.input(z.strictObject({ caseId })).output(z.file()),
  /** Reads such a file and says what it would change; nothing is written. */
  readCase: procedure.input(z.strictObject({ caseId, file: z.file() })).output(casePreviewSchema),
  /** Takes the file over as one change; `reason` stands at what is hidden. */
  takeCase: procedure.input(z.strictObject({ caseId, importId: z.string(), reason: z.string().max(2_000) })),
  /** Reads the lines of a daily list from a spreadsheet or CSV; nothing is written. */
  readBill: procedure.input(z.strictObject({ file: z.file() })).output(billSheetSchema),
  /** The case as it stands now. */
  compute: procedure.input(z.strictObject({ caseId, mode: z.enum(settlementModes) })).output(made<LiveSettlement>()),
};
