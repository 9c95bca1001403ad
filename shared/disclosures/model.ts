import { z } from 'zod';
import { channels, counterparts } from '../contacts/model.ts';
import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

export const understandings = ['yes', 'no', 'unclear'] as const;
export const proofs = ['none', 'signature', 'sound', 'photo', 'sent-text', 'witness'] as const;

/** 告知卡 as it was shown: `version` of the company's wording, 0 for the shipped one. */
const cardUsedSchema = z.strictObject({ version: z.number().int().min(0), zh: z.string().max(20_000), en: z.string().max(20_000) });
export type CardUsed = z.infer<typeof cardUsedSchema>;

/** 告知: one topic told to one person. It can be corrected by a later one, never taken back once quoted. */
export const disclosure = defineEntity({
  name: 'disclosure',
  table: 'disclosures',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    logId: field.refFixed<'contactLog'>(),
    /** Topic id from `resources/wording/topics.json`. */
    topic: field.requiredTextFixed(64),
    words: field.longTextFixed(),
    toldTo: field.choiceFixed(counterparts),
    toldToName: field.textFixed(200),
    channel: field.choiceFixed(channels),
    toldAt: field.instantFixed(),
    proof: field.choiceFixed(proofs),
    understood: field.choiceFixed(understandings),
    correctsDisclosureId: field.refFixed<'disclosure'>(),
    /** The card as it read, where no words of one's own were used; null: own words, or told before cards were kept. */
    card: field.jsonFixed(cardUsedSchema),
  },
  states: null,
});

export type Disclosure = Stored<typeof disclosure>;
