import { z } from 'zod';
import { statisticsSchema } from '../../damages/engine/figures.ts';
import { itemKeys, itemsSchema } from '../../damages/engine/item-schemas.ts';
import { ageSchema, dateSchema, lossGroupSchema, ratioSchema, textSchema, yuanSchema } from '../../damages/engine/parts.ts';
import { ruleSetIds } from '../../damages/engine/rule-sets.ts';
import { idSchema, vehicleSchema } from './vehicle-input.ts';

export const victimSchema = z.strictObject({
  id: idSchema,
  label: textSchema.optional(),
  note: textSchema.optional(),
  position: z
    .enum(['pedestrian', 'nonMotor', 'driver', 'passenger'])
    .optional()
    .describe('Default pedestrian. driver / passenger: inside `inVehicle`, which is then no third-party cover for this person'),
  inVehicle: idSchema.optional().describe('The own vehicle; a nonMotor rider’s own e-bike when it stands among the vehicles'),
  bornOn: dateSchema.optional(),
  age: ageSchema.optional().describe('Full years on the day of grading (or death); instead of bornOn'),
  residence: z.enum(['urban', 'rural']).optional().describe('Needed before 2022-05-01'),
  admittedOn: dateSchema.optional(),
  treatmentEndedOn: dateSchema.optional(),
  gradedOn: dateSchema.optional().describe('定残日'),
  diedOn: dateSchema.optional(),
  statistics: statisticsSchema.optional().describe('Overrides of this person'),
  ratios: z.record(idSchema, ratioSchema).optional().describe('Ratio of a vehicle towards this person, by vehicle id'),
  ratiosReason: textSchema.optional(),
  lift: z
    .strictObject({ reduction: ratioSchema, reason: textSchema })
    .optional()
    .describe('好意同乘 (民法典 1217): cuts what the own vehicle’s side owes; not when the passenger paid or on gross fault'),
  participation: z
    .strictObject({
      applies: z.boolean().describe('Default: no participation at all (guiding case 24)'),
      rate: ratioSchema.optional(),
      items: z
        .array(z.enum([...itemKeys, 'other']))
        .max(30)
        .optional()
        .describe('Keys of the items it applies to; default all except other'),
      onGiven: z.boolean().optional().describe('true: amounts given in this file are sums before participation and are multiplied, too'),
      reason: textSchema,
    })
    .optional(),
  items: itemsSchema,
});
export type VictimInput = z.infer<typeof victimSchema>;

export const advanceSchema = z.strictObject({
  by: z.enum(['compulsory', 'commercial', 'seat', 'person', 'fund', 'other']),
  vehicle: idSchema.optional().describe('Needed for compulsory, commercial, seat and person'),
  label: textSchema.optional(),
  victim: idSchema,
  on: dateSchema.optional().describe('When it was paid; only for the reader'),
  note: textSchema.optional(),
  amount: yuanSchema,
  group: lossGroupSchema.optional().describe('What it was paid for; needed for compulsory'),
  inClaim: z
    .boolean()
    .optional()
    .describe('false: the bills in this file leave out what was advanced, so it is not deducted again; default true'),
  refundFrom: z
    .array(z.enum(['person', 'commercial', 'seat', 'compulsory']))
    .max(4)
    .optional()
    .describe('Order in which the payer is refunded out of what others owe'),
});
export type AdvanceInput = z.infer<typeof advanceSchema>;

export const conventionsSchema = z.strictObject({
  dependantsCap: z
    .enum(['beforeCoefficient', 'afterCoefficient'])
    .optional()
    .describe('Yearly cap of dependants compared before or after the disability coefficient; default after'),
  dependantsSplit: z.enum(['proportional', 'seniorFirst']).optional().describe('Who is cut in a capped year; default everybody'),
  appraisalFee: z
    .enum(['deathDisability', 'outside', 'personal', 'personalFull'])
    .optional()
    .describe('Where the appraisal fee belongs; default outside'),
  mentalDistress: z.enum(['first', 'proportional', 'last']).optional().describe('Place of mental distress inside compulsory cover'),
  noFaultOrder: z.enum(['proportional', 'first']).optional().describe('Vehicles without fault pay in proportion to the limits, or first'),
  uninsuredOrder: z.enum(['insuredFirst', 'proportional']).optional().describe('One of several vehicles uninsured (art. 18 para 3)'),
  trailerCover: z
    .enum(['withinTractor', 'added'])
    .optional()
    .describe('Commercial limits of tractor and trailer: together not above the tractor’s, or added up'),
  refundOrder: z
    .enum(['commercialFirst', 'compulsoryFirst'])
    .optional()
    .describe('Which cover returns a person’s advance first; default commercial'),
  surplusAdvance: z
    .enum(['returned', 'deducted'])
    .optional()
    .describe('What an advance exceeds its own head: returned by the injured person, or taken out of what the same side still owes'),
  limitToClaim: z.boolean().optional().describe('An item never exceeds its claimed amount'),
});
export type ConventionsInput = z.infer<typeof conventionsSchema>;

/** One accident with all injured people, vehicles and advances. */
export const caseSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal('liubu-settle/1').optional(),
  caseRef: textSchema.optional(),
  note: textSchema.optional(),
  accident: z.strictObject({ on: dateSchema, place: textSchema.optional(), note: textSchema.optional() }),
  filedOn: dateSchema.optional().describe('First-instance filing date; selects the rule set before 2022-05-01'),
  settledOn: dateSchema.optional().describe('Settlement date when there is no court case'),
  ruleSet: z
    .strictObject({ id: z.enum(ruleSetIds), reason: textSchema })
    .optional()
    .describe('Only to overrule the selection'),
  statistics: statisticsSchema.optional(),
  conventions: conventionsSchema.optional(),
  vehicles: z.array(vehicleSchema).min(1).max(100),
  victims: z.array(victimSchema).min(1).max(1_000),
  advances: z.array(advanceSchema).max(5_000).optional(),
});
export type CaseInput = z.infer<typeof caseSchema>;
