import { z } from 'zod';
import { dateSchema } from '../kernel/dates.ts';
import { maxAmountFen } from '../kernel/money.ts';
import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

/** Kinds of damage that are proved by bills. */
export const billKinds = [
  'medical',
  'followUpTreatment',
  'rehabilitation',
  'assistiveDevice',
  'transport',
  'lodging',
  'property',
  'appraisalFee',
] as const;
export type BillKind = (typeof billKinds)[number];

export const billCategories = ['outpatient', 'inpatient', 'other'] as const;

/** Class in the catalogue of basic medical insurance: 甲 A, 乙 B, 丙 C, 自费 self. */
export const listClasses = ['A', 'B', 'C', 'self'] as const;
export type ListClass = (typeof listClasses)[number];

/** Most lines one bill or daily list may have. */
export const maxBillLines = 5_000;

const amount = z.number().int().min(0).max(maxAmountFen);

/** One line of a daily list. The price keeps its decimals as text, because drugs are priced below the fen. */
export const billLineSchema = z.strictObject({
  label: z.string().max(200),
  on: dateSchema.nullable(),
  price: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,6})?$/)
    .nullable(),
  quantity: z.number().min(0).max(1_000_000).nullable(),
  amountFen: amount,
  listClass: z.enum(listClasses).nullable(),
  /** What of the amount is accepted; null: all of it. */
  allowedFen: amount.nullable(),
  reason: z.string().max(500),
});
export type BillLine = z.infer<typeof billLineSchema>;

/** 发票/清单: one bill of an injured party, with the lines of its list where they were entered. */
export const bill = defineEntity({
  name: 'bill',
  table: 'bills',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    kind: field.choiceFixed(billKinds),
    category: field.choice(billCategories),
    hospital: field.text(200),
    billedOn: field.date(),
    number: field.text(64),
    stayFromOn: field.date(),
    stayUntilOn: field.date(),
    /** Total of the bill; without it the lines are added up. */
    amountFen: field.amountFen(),
    /** Part already paid by basic medical insurance: nobody is paid twice. */
    paidByInsuranceFen: field.amountFen(),
    /** No: not caused by the accident, or without a doctor's order. */
    allowed: field.yesNo(),
    reason: field.text(),
    lines: field.json(z.array(billLineSchema).max(maxBillLines)),
    attachmentId: field.ref<'attachment'>(),
  },
  states: null,
});
export type Bill = Stored<typeof bill>;
