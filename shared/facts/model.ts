import { z } from 'zod';
import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

/** Who or what a value comes from. */
export const factSources = ['insured', 'driver', 'injured', 'family', 'doctor', 'police', 'employer', 'paper', 'seen', 'other'] as const;
export type FactSource = (typeof factSources)[number];

/** A person who cares for the injured party, as said. Income in fen a month. */
export const carerSchema = z.strictObject({
  name: z.string().max(200),
  relation: z.string().max(64),
  days: z.number().int().min(0).max(20_000).nullable(),
  incomeMonthlyFen: z.number().int().min(0).nullable(),
});
export type Carer = z.infer<typeof carerSchema>;

/** A person who depends on the injured party, as said. */
export const dependantSchema = z.strictObject({
  name: z.string().max(200),
  relation: z.string().max(64),
  bornOn: z.iso.date().nullable(),
  supporters: z.number().int().min(1).max(20).nullable(),
});
export type Dependant = z.infer<typeof dependantSchema>;

/** The value of a fact: text, yes/no, an amount in fen, a date, or a list of people. The topic decides which. */
export const factValueSchema = z.union([
  z.strictObject({ kind: z.literal('text'), text: z.string().max(100_000) }),
  z.strictObject({ kind: z.literal('choice'), choice: z.string().max(64) }),
  z.strictObject({ kind: z.literal('money'), amountFen: z.number().int().min(0).max(99_999_999_999) }),
  z.strictObject({ kind: z.literal('number'), number: z.number() }),
  z.strictObject({ kind: z.literal('date'), on: z.iso.date() }),
  z.strictObject({ kind: z.literal('carers'), carers: z.array(carerSchema).max(20) }),
  z.strictObject({ kind: z.literal('dependants'), dependants: z.array(dependantSchema).max(30) }),
]);
export type FactValue = z.infer<typeof factValueSchema>;

/** 事实: a value with its speaker, place and time. Facts are added, never changed. */
export const fact = defineEntity({
  name: 'fact',
  table: 'facts',
  scope: 'case',
  fields: {
    /** Null: a fact about the accident or the case. */
    partyId: field.refFixed<'injuredParty'>(),
    /** Topic id from `resources/wording/facts.json`. */
    topic: field.requiredTextFixed(64),
    value: field.jsonFixed(factValueSchema),
    source: field.choiceFixed(factSources),
    sourceName: field.textFixed(200),
    saidAt: field.instantFixed(),
    logId: field.refFixed<'contactLog'>(),
  },
  states: null,
});

export type Fact = Stored<typeof fact>;
