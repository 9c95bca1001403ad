import { z } from 'zod';
import { doubtSchema, factTopicSchema, paperSchema, stepSchema, topicSchema, wordingRuleSchema } from './model.ts';

/**
 * 话术规则, as a company publishes it: the rules take the place of those the app ships; guides, topics with their cards, facts with
 * their questions, papers and doubts are laid over them, entry by entry. What the document does not name stays as shipped.
 */
export const wordingDocumentSchema = z.strictObject({
  rules: z.array(wordingRuleSchema).min(1),
  steps: z.array(stepSchema).max(6).optional(),
  topics: z.array(topicSchema).optional(),
  facts: z.array(factTopicSchema).optional(),
  papers: z.array(paperSchema).optional(),
  doubts: z.array(doubtSchema).optional(),
});
export type WordingDocument = z.infer<typeof wordingDocumentSchema>;
