import { z } from 'zod';
import { damageKinds } from '../damages/model.ts';
import { maxAmountFen } from '../kernel/money.ts';
import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

export const determinationOutcomes = ['partial', 'refusal'] as const;
export type DeterminationOutcome = (typeof determinationOutcomes)[number];
export const determinationStates = ['decided', 'sent'] as const;

const fen = z.number().int().min(0).max(maxAmountFen);

/** One item with what is not paid of it: each reason names its clause and the telling that announced it, or says there was none. */
const refusedLineSchema = z.strictObject({
  itemId: z.string().max(64),
  kind: z.enum(damageKinds),
  label: z.string().max(200).nullable(),
  claimedFen: fen,
  allowedFen: fen,
  reasons: z
    .array(
      z.strictObject({
        amountFen: fen,
        reason: z.string().max(2_000),
        clause: z.string().max(500).nullable(),
        disclosureId: z.string().max(64).nullable(),
        toldAt: z.string().max(64).nullable(),
      }),
    )
    .max(200),
});
export type RefusedLine = z.infer<typeof refusedLineSchema>;

const undisputedSchema = z.array(z.strictObject({ amountFen: fen, paidOn: z.string().max(10) })).max(100);

/** 核定通知: that part of a claim, or all of it, is not paid, with reasons, clause and the way to appeal. Its text is written once. */
export const determination = defineEntity({
  name: 'determination',
  table: 'determinations',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    offerId: field.refFixed<'offer'>(),
    outcome: field.choiceFixed(determinationOutcomes),
    reason: field.requiredTextFixed(2_000),
    clause: field.requiredTextFixed(500),
    appeal: field.requiredTextFixed(2_000),
    lines: field.jsonFixed(z.array(refusedLineSchema).max(500)),
    claimedFen: field.amountFenFixed(),
    allowedFen: field.amountFenFixed(),
    decidedAt: field.instantFixed(),
    state: field.state(determinationStates),
    sentAt: field.stateText(64),
    sentTo: field.stateText(64),
    sentToName: field.stateText(200),
    sentLogId: field.stateText(64),
    /** What of it was paid ahead because it could be determined, with the days. Source: Insurance Law art. 25. */
    undisputed: field.jsonFixed(undisputedSchema),
  },
  states: { field: 'state', initial: 'decided', moves: { decided: ['sent'] } },
});
export type Determination = Stored<typeof determination>;
