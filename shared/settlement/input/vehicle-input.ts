import { z } from 'zod';
import { lossGroupSchema, ratioSchema, textSchema, yuanSchema } from '../../damages/engine/parts.ts';
import { itemKeys, type ItemKey } from '../../damages/engine/item-schemas.ts';

export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9_\-\u4e00-\u9fff]{1,40}$/)
  .meta({ id: 'id', description: 'Short name inside this file: letters, digits, Chinese, - or _' });

export const poolGroups = ['medical', 'deathDisability', 'property'] as const;
export type PoolGroup = (typeof poolGroups)[number];

const groupSums = z.strictObject({
  medical: yuanSchema.optional(),
  deathDisability: yuanSchema.optional(),
  property: yuanSchema.optional(),
});
const reservePart = z.union([
  z.strictObject({ share: ratioSchema.describe('Share of the sub-limit kept back') }),
  z.strictObject({ amount: yuanSchema }),
]);
const commercialReserve = z.union([
  z.strictObject({ share: ratioSchema.describe('Share of the limit kept back'), reason: textSchema.optional() }),
  z.strictObject({ amount: yuanSchema, reason: textSchema.optional() }),
]);

const compulsorySchema = z.strictObject({
  insured: z.boolean().describe('false: no valid policy; the person who had to insure owes this part without ratio'),
  side: z.enum(['fault', 'noFault']).optional().describe('Which limits apply; default by `fault`'),
  limits: groupSums.optional().describe('Only to state them; must agree with the accident date unless limitsReason is given'),
  limitsReason: textSchema.optional(),
  used: groupSums.optional().describe('Already paid out of a sub-limit to people who are not in this file'),
  reserve: z
    .strictObject({
      medical: reservePart.optional(),
      deathDisability: reservePart.optional(),
      property: reservePart.optional(),
      reason: textSchema.optional(),
    })
    .optional()
    .describe('Kept for an injured person who is absent; the reserve goes first'),
  given: z
    .array(z.strictObject({ victim: idSchema, group: z.enum(poolGroups), amount: yuanSchema, reason: textSchema.optional() }))
    .max(2_000)
    .optional()
    .describe('Shares the court fixed itself; taken out of the pool before the rest is divided'),
  recourse: z
    .enum(['noLicence', 'drunk', 'drugs', 'intentional'])
    .optional()
    .describe('The insurer pays personal injury and then has recourse; property is not paid'),
});

const excludable: readonly (ItemKey | 'other')[] = [...itemKeys, 'other'];
const itemOrGroup = z.enum(excludable);

export const exclusionSchema = z.strictObject({
  victim: idSchema.optional().describe('Default: every victim'),
  item: itemOrGroup.optional().describe('Head of damage that is excluded'),
  group: lossGroupSchema.optional().describe('Or a whole group'),
  amount: yuanSchema.optional().describe('Part of the loss (before the ratio) that is excluded; default: all of it above compulsory cover'),
  reason: textSchema,
  explained: z.boolean().describe('The clause was highlighted and explained (保险法 art. 17); false: it has no effect'),
});
export type ExclusionInput = z.infer<typeof exclusionSchema>;

export const drugsSchema = z
  .strictObject({
    victim: idSchema.optional(),
    basis: z.enum(['appraisal', 'agreed', 'flatRate']),
    amount: yuanSchema.optional(),
    rate: ratioSchema.optional().describe('flatRate only: share of the medical cost above compulsory cover'),
    order: z
      .enum(['excessOnly', 'compulsoryFirst'])
      .optional()
      .describe(
        'excessOnly (default): up to the medical cost above compulsory cover; compulsoryFirst: compulsory cover absorbs them first',
      ),
    reason: textSchema,
  })
  .describe('医保外用药: cost the commercial insurer may refuse; never cut from compulsory cover');
export type DrugsInput = z.infer<typeof drugsSchema>;

const commercialSchema = z.strictObject({
  limit: yuanSchema.describe('Limit per accident'),
  ratio: ratioSchema
    .optional()
    .describe('Ratio by the clause, when the insurer pays by another (lower) one than the court’s; the person owes the rest'),
  clauseSet: z.enum(['2014', '2020', 'other']).optional().describe('Clause version; 2014 asks for the fault deductible rider'),
  mutualScheme: z.boolean().optional().describe('安全统筹: sold by an unlicensed company, treated as no cover'),
  holidayDoubled: z.boolean().optional(),
  used: yuanSchema.optional().describe('Already paid for this accident to people who are not in this file'),
  reserve: commercialReserve.optional().describe('Kept for an injured person who is absent'),
  noDeductibleRider: z.boolean().optional().describe('2014: 不计免赔率险'),
  loadingBreach: z.boolean().optional().describe('2014: +10 % for breach of loading rules'),
  faultDeductible: ratioSchema.optional().describe('事故责任免赔率 as used; default by the clause set'),
  absoluteDeductibles: z.array(ratioSchema).max(10).optional().describe('Absolute deductible rates, added up'),
  deductibleAmount: yuanSchema.optional(),
  refused: z.strictObject({ reason: textSchema }).optional().describe('The whole cover is refused'),
  exclusions: z.array(exclusionSchema).max(200).optional(),
  nonInsuredDrugs: z.array(drugsSchema).max(500).optional(),
});
export type CommercialInput = z.infer<typeof commercialSchema>;

const seatSchema = z.strictObject({
  driverLimit: yuanSchema.optional(),
  passengerLimit: yuanSchema.optional().describe('Limit of one passenger seat'),
  deductible: ratioSchema.optional(),
  exclusions: z.array(exclusionSchema).max(200).optional(),
});
export type SeatInput = z.infer<typeof seatSchema>;

export const faults = ['full', 'main', 'equal', 'minor', 'none'] as const;

export const vehicleSchema = z.strictObject({
  id: idSchema,
  label: textSchema.optional(),
  note: textSchema.optional(),
  kind: z.enum(['motor', 'trailer', 'nonMotor', 'other']).optional().describe('Default motor; other: a road keeper, a work site …'),
  tractor: idSchema.optional().describe('Trailer: the tractor it was coupled to; the ratio then belongs to the tractor'),
  fault: z.enum(faults).describe('责任认定 of this vehicle; none: merely involved'),
  ratio: ratioSchema.optional().describe('Share of the loss above compulsory cover; default 1 for full, 0 for none, else it is asked'),
  ratioReason: textSchema.optional(),
  person: textSchema.optional().describe('Who owes in person (driver, owner, employer)'),
  compulsory: compulsorySchema.optional().describe('交强险; needed for a motor vehicle'),
  commercial: commercialSchema.optional().describe('商业三者险'),
  seat: seatSchema.optional().describe('车上人员责任险'),
});
export type VehicleInput = z.infer<typeof vehicleSchema>;
