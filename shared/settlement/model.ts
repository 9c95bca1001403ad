import { z } from 'zod';
import { statisticsSchema } from '../damages/engine/figures.ts';
import { ruleSetIds } from '../damages/engine/rule-sets.ts';
import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';
import { advanceSchema, conventionsSchema, victimSchema } from './input/case-input.ts';
import { idSchema, vehicleSchema } from './input/vehicle-input.ts';

/** Where a value of the basis comes from: the field's path, what spoke for it, and how well it is known. */
export const basisSourceSchema = z.strictObject({
  reason: z.string().max(200),
  source: z.string().max(500),
  mark: z.enum(['P', 'J', 'S', 'U', 'input']),
});
export type BasisSource = z.infer<typeof basisSourceSchema>;
const sourcesSchema = z.record(z.string().max(200), basisSourceSchema);

/** Who paid one of the case's own advances, where the file alone does not say it. */
export const advancePayerSchema = z.strictObject({
  by: advanceSchema.shape.by,
  vehicle: idSchema.optional(),
  group: advanceSchema.shape.group,
});

/**
 * 理算口径: what the money of one case is computed with beside its items. One per case; should two devices begin one, later values
 * stand over earlier ones (`overlayBasis`). Vehicles, statistics and conventions are exactly the engine's input.
 */
export const calculationBasis = defineEntity({
  name: 'calculationBasis',
  table: 'calculation_bases',
  scope: 'case',
  fields: {
    vehicles: field.json(z.array(vehicleSchema).max(100)),
    /** Id of the vehicle that is insured here: its covers are ours. */
    ownVehicle: field.text(40),
    statistics: field.json(statisticsSchema),
    conventions: field.json(conventionsSchema),
    filedOn: field.date(),
    settledOn: field.date(),
    /** When the case is expected to end; only for warnings. */
    expectedOn: field.date(),
    ruleSet: field.json(z.strictObject({ id: z.enum(ruleSetIds), reason: z.string().min(1).max(2_000) })),
    /** Paid before by others than through this file: driver, owner, fund. */
    payments: field.json(z.array(advanceSchema).max(500)),
    /** By id of the advance. */
    advancePayers: field.json(z.record(z.string(), advancePayerSchema)),
    /** The standards pack this case keeps using; null: the one in force. */
    packVersion: field.text(64),
    note: field.text(),
    sources: field.json(sourcesSchema),
  },
  states: null,
});
export type CalculationBasis = Stored<typeof calculationBasis>;

const { lift, participation, ratios } = victimSchema.shape;

/** What one injured party is computed with beside the items. Dates of birth and admission stay with the party. */
export const partyBasis = defineEntity({
  name: 'partyBasis',
  table: 'party_bases',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    position: field.choice(['pedestrian', 'nonMotor', 'driver', 'passenger']),
    inVehicle: field.text(40),
    residence: field.choice(['urban', 'rural']),
    /** Full years on the day of grading or death, only while the date of birth is not known. */
    age: field.integer(0, 120),
    treatmentEndedOn: field.date(),
    /** 定残日. */
    gradedOn: field.date(),
    diedOn: field.date(),
    ratios: field.json(ratios.unwrap()),
    ratiosReason: field.text(),
    lift: field.json(lift.unwrap()),
    /** Off unless somebody says so with a reason (guiding case 24). */
    participation: field.json(participation.unwrap()),
    statistics: field.json(statisticsSchema),
    sources: field.json(sourcesSchema),
  },
  states: null,
});
export type PartyBasis = Stored<typeof partyBasis>;
