import { z } from 'zod';
import { damageKinds } from '../damages/model.ts';
import { maxAmountFen } from '../kernel/money.ts';

const fen = z.number().int().min(0).max(maxAmountFen);
const id = z.string().max(64);

/** 扣减 as it was announced to the person: `toldAt` names the telling, or `notTold` says openly that there was none. */
const sheetDeductionSchema = z.strictObject({
  id,
  amountFen: fen,
  reason: z.string().max(2_000),
  clause: z.string().max(500).nullable(),
  disclosureId: id.nullable(),
  toldAt: z.string().max(64).nullable(),
  notTold: z.boolean(),
});
export type SheetDeduction = z.infer<typeof sheetDeductionSchema>;

const sheetLineSchema = z.strictObject({
  itemId: id,
  kind: z.enum(damageKinds),
  label: z.string().max(200).nullable(),
  days: z.number().int().nullable(),
  basis: z.string().max(500).nullable(),
  claimedFen: fen.nullable(),
  computedFen: fen.nullable(),
  allowedFen: fen,
  deductions: z.array(sheetDeductionSchema).max(200),
});
export type SheetLine = z.infer<typeof sheetLineSchema>;

export const payerLayers = ['compulsory', 'uninsuredCompulsory', 'commercial', 'seat', 'person', 'lump'] as const;

/** What one payer owes the person, what of it was paid before, and what is still to be paid. */
const sheetPayerSchema = z.strictObject({
  payer: z.string().max(200),
  layer: z.enum(payerLayers),
  vehicle: z.string().max(200),
  /** Paid by this company; only these payments are recorded and counted against the authority limit. */
  ours: z.boolean(),
  dueFen: fen,
  alreadyPaidFen: fen,
  refundsFen: fen,
  toPartyFen: fen,
});
export type SheetPayer = z.infer<typeof sheetPayerSchema>;

/** 方案内容: everything an offer says, frozen when the version is made. */
export const offerSheetSchema = z.strictObject({
  lines: z.array(sheetLineSchema).max(500),
  claimedFen: fen,
  allowedFen: fen,
  deductedFen: fen,
  shares: z.array(z.strictObject({ vehicle: z.string().max(200), ratio: z.string().max(40) })).max(100),
  payers: z.array(sheetPayerSchema).max(500),
  /** What nobody else owes: the person's own part of the fault. */
  ownShareFen: fen,
  alreadyPaidFen: fen,
  refundsFen: fen,
  receivesFen: fen,
  surplusFen: fen,
  ruleSet: z.string().max(64),
  packId: z.string().max(200),
  packVersion: z.string().max(64),
  /** Why one sum is offered instead of a calculation by layers; null for a calculated offer. */
  lumpReason: z.string().max(2_000).nullable(),
});
export type OfferSheet = z.infer<typeof offerSheetSchema>;
