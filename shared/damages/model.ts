import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

/** The sixteen kinds of loss. Source: SPC interpretation on personal injury compensation, Fa Shi [2022] 14, art. 1 and 6–17. */
export const damageKinds = [
  'medical',
  'followUpTreatment',
  'hospitalMeals',
  'nutrition',
  'nursing',
  'lostIncome',
  'transport',
  'lodging',
  'rehabilitation',
  'assistiveDevice',
  'disabilityCompensation',
  'dependantsLiving',
  'deathCompensation',
  'funeral',
  'mentalDistress',
  'appraisalFee',
] as const;
export type DamageKind = (typeof damageKinds)[number];

export const decisions = ['open', 'decided'] as const;

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
    /** Result of the rule engine, when it ran. */
    computedFen: field.amountFen(),
    allowedFen: field.amountFen(),
    remark: field.text(),
    decision: field.state(decisions),
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
