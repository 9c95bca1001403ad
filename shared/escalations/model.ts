import { z } from 'zod';
import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

export const escalationKinds = ['over-authority', 'accommodation', 'suspected-fraud', 'dispute', 'advance'] as const;
export const escalationStates = ['draft', 'submitted', 'approved', 'approved-less', 'returned', 'refused', 'told'] as const;

/** One way the matter could go, for the side-by-side comparison. Amounts in fen, time in days. */
export const scenarioSchema = z.strictObject({
  way: z.enum(['settle-now', 'after-appraisal', 'in-court']),
  amountFen: z.number().int().min(0).nullable(),
  extraCostFen: z.number().int().min(0).nullable(),
  days: z.number().int().min(0).max(10_000).nullable(),
  note: z.string().max(2_000),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** 上报: a request that only a superior can grant. */
export const escalation = defineEntity({
  name: 'escalation',
  table: 'escalations',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    kind: field.choice(escalationKinds),
    /** The ask in one sentence. */
    ask: field.requiredText(500),
    amountFen: field.amountFen(),
    factsChecked: field.longText(),
    whyFileSilent: field.longText(),
    scenarios: field.json(z.array(scenarioSchema).max(3)),
    ourConcessions: field.text(),
    theirConcessions: field.text(),
    enclosures: field.json(z.array(z.string()).max(200)),
    state: field.state(escalationStates),
    submittedAt: field.stateText(64),
    decidedFen: field.stateInteger(),
    decisionReason: field.stateText(),
    decidedAt: field.stateText(64),
    decidedByName: field.stateText(200),
    /** Logs in which the decision was told. */
    toldFieldNote: field.stateText(),
    toldPartyLogId: field.stateText(64),
    /** The comparison whose figures the request took over. */
    scenarioSetId: field.ref<'scenarioSet'>(),
  },
  states: {
    field: 'state',
    initial: 'draft',
    moves: {
      draft: ['submitted'],
      submitted: ['approved', 'approved-less', 'returned', 'refused'],
      returned: ['submitted'],
      approved: ['told'],
      'approved-less': ['told'],
      refused: ['told'],
    },
  },
});
export type Escalation = Stored<typeof escalation>;

/** 批注: a remark of a superior on one field of the request. */
export const escalationRemark = defineEntity({
  name: 'escalationRemark',
  table: 'escalation_remarks',
  scope: 'case',
  fields: {
    escalationId: field.refFixed<'escalation'>(),
    /** Field name of the request, or null for the whole. */
    field: field.textFixed(64),
    body: field.requiredTextFixed(2_000),
  },
  states: null,
});
export type EscalationRemark = Stored<typeof escalationRemark>;
