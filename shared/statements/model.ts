import { z } from 'zod';
import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

/** How the person stood by the text: signed on this screen, signed on paper (photographed), or would not sign. */
export const signings = ['screen', 'paper', 'refused'] as const;
export type Signing = (typeof signings)[number];

/** One line of a signature: x and y by turns, in pixels of the pad. */
const strokeSchema = z.array(z.number().int().min(0).max(10_000)).min(2).max(8_000);

/** 签名: vector strokes, so that the signature is data of the same change and can never be lost apart from it. */
export const signatureSchema = z.strictObject({
  width: z.number().int().min(1).max(10_000),
  height: z.number().int().min(1).max(10_000),
  strokes: z.array(strokeSchema).min(1).max(300),
});
export type Signature = z.infer<typeof signatureSchema>;

/** Which fact says what: the rows that may not change once the statement is frozen. */
export const statedFactsSchema = z
  .array(z.strictObject({ topic: z.string().min(1).max(64), factId: z.string().max(64) }))
  .min(1)
  .max(500);
export type StatedFacts = z.infer<typeof statedFactsSchema>;

export const statementStates = ['draft', 'frozen'] as const;

/**
 * 首次陈述: what one injured person said first, as the text they were shown. Freezing is a transition without a way back;
 * `apply-change` then refuses every change of the statement and of the facts it names, whoever sends it.
 */
export const statement = defineEntity({
  name: 'statement',
  table: 'statements',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    facts: field.jsonFixed(statedFactsSchema),
    /** The text exactly as shown, Chinese. */
    text: field.requiredTextFixed(100_000),
    /** SHA-256 of `text`, lower-case hex. */
    textHash: field.requiredTextFixed(64),
    signing: field.choiceFixed(signings),
    signedBy: field.textFixed(200),
    signature: field.jsonFixed(signatureSchema),
    /** Photo of the signed paper. */
    attachmentId: field.refFixed<'attachment'>(),
    refusal: field.textFixed(2_000),
    /** SHA-256 over text hash, facts and signature together: see `sealText`. */
    seal: field.requiredTextFixed(64),
    state: field.state(statementStates),
    frozenAt: field.stateText(64),
  },
  states: { field: 'state', initial: 'draft', moves: { draft: ['frozen'] } },
});
export type Statement = Stored<typeof statement>;
