import { z } from 'zod';
import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

export const scenarioWays = ['settle-now', 'after-appraisal', 'in-court'] as const;
export type ScenarioWay = (typeof scenarioWays)[number];

const percent = z.number().min(0).max(100);
const days = z.number().min(0).max(7_300);
const fen = z.number().int().min(0).max(99_999_999_999);

/** One way a scenario may end. `null` leaves the value as the case has it. */
export const outcomeSchema = z.strictObject({
  label: z.string().max(200),
  /** In percent; the outcomes of a scenario make up 100. */
  chance: percent,
  grade: z.number().int().min(1).max(10).nullable(),
  lostIncomeDays: days.nullable(),
  nursingDays: days.nullable(),
  nutritionDays: days.nullable(),
  /** Of the own vehicle, above compulsory cover, in percent. */
  ratio: percent.nullable(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

/** Daily rates for periods that the case itself does not have yet. */
export const ratesSchema = z.strictObject({ lostIncomeFen: fen.nullable(), nursingFen: fen.nullable(), nutritionFen: fen.nullable() });
export type ScenarioRates = z.infer<typeof ratesSchema>;

export const scenarioSchema = z.strictObject({
  way: z.enum(scenarioWays),
  /** Days from today until it is over. */
  days: z.number().int().min(0).max(10_000),
  /** Part of the replaced periods that is granted, in percent: paying a part now. */
  share: percent,
  appraisalFeeFen: fen,
  /** Paid whole by the person at fault. */
  courtFeeFen: fen,
  /** What the company spends itself: lawyer, travel. */
  ownCostFen: fen,
  note: z.string().max(2_000),
  outcomes: z.array(outcomeSchema).min(1).max(6),
});
export type ScenarioInput = z.infer<typeof scenarioSchema>;

export const scenarioTemplates = ['elderly'] as const;

/** 方案比较: one set of scenarios for one injured person; several may be kept. */
export const scenarioSet = defineEntity({
  name: 'scenarioSet',
  table: 'scenario_sets',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    name: field.requiredText(200),
    template: field.choice(scenarioTemplates),
    rates: field.json(ratesSchema),
    scenarios: field.json(z.array(scenarioSchema).max(6)),
    note: field.text(),
  },
  states: null,
});
export type ScenarioSet = Stored<typeof scenarioSet>;
