import { z } from 'zod';
import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

/**
 * The kinds of loss, named as the money engine names its heads of damage; `other` stands for anything else, with its own label and group.
 * Source: SPC interpretation on personal injury compensation, Fa Shi [2022] 14, art. 1 and 6–17; road traffic interpretation art. 12.
 */
export const damageKinds = [
  'medical',
  'followUpTreatment',
  'hospitalMeals',
  'nutrition',
  'nursing',
  'nursingDependence',
  'lostIncome',
  'transport',
  'lodging',
  'rehabilitation',
  'assistiveDevice',
  'disabilityCompensation',
  'dependantsLiving',
  'deathCompensation',
  'funeral',
  'funeralRelatives',
  'mentalDistress',
  'property',
  'appraisalFee',
  'other',
] as const;
export type DamageKind = (typeof damageKinds)[number];

export const decisions = ['open', 'decided'] as const;

/** The answer from one angle of the review; null is as open as `open`, but nobody has looked yet. */
export const angleAnswers = ['yes', 'no', 'open'] as const;
export type AngleAnswer = (typeof angleAnswers)[number];

/** 损失项目: one line of damage of one injured party. */
export const damageItem = defineEntity({
  name: 'damageItem',
  table: 'damage_items',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    kind: field.choiceFixed(damageKinds),
    label: field.text(200),
    fromOn: field.date(),
    untilOn: field.date(),
    days: field.integer(0, 20_000),
    /** How the amount is built, in words: "18 天 × 100". */
    basis: field.text(500),
    evidence: field.text(),
    claimedFen: field.amountFen(),
    /** Result of the rule engine, written by the core with every change that moves it; never typed. */
    computedFen: field.amountFen(),
    allowedFen: field.amountFen(),
    remark: field.text(),
    decision: field.state(decisions),
    /** What the rule of this kind computes with, as the engine reads it: `inputSchemaOf` checks it. Claimed days and dates stay above. */
    inputs: field.json(z.record(z.string(), z.json())),
    /** Three angles that are never mixed: is it covered, is the amount right, are the papers in order. Source: product.md, step 5. */
    covered: field.choice(angleAnswers),
    coveredNote: field.text(),
    amountFair: field.choice(angleAnswers),
    amountFairNote: field.text(),
    papersComplete: field.choice(angleAnswers),
    papersNote: field.text(),
    clause: field.text(500),
  },
  states: { field: 'decision', initial: 'open', moves: { open: ['decided'], decided: ['open'] } },
});
export type DamageItem = Stored<typeof damageItem>;

/** 扣减: why less is allowed than claimed, and which disclosure announced it; none means "not told before", shown openly. */
export const deduction = defineEntity({
  name: 'deduction',
  table: 'deductions',
  scope: 'case',
  fields: {
    itemId: field.refFixed<'damageItem'>(),
    amountFen: field.amountFen(),
    reason: field.requiredText(2_000),
    clause: field.text(500),
    disclosureId: field.ref<'disclosure'>(),
    /** The reviewer states openly that nobody was told before. */
    notToldBefore: field.yesNo(),
  },
  states: null,
});
export type Deduction = Stored<typeof deduction>;
