import { z } from 'zod';

import { damageKinds } from '../damages/model.ts';
import { stepNumbers } from '../steps/model.ts';
import { CASE_SIGNALS, FACT_KINDS, FACT_SUBJECTS, INFORMANTS, INJURY_COURSES, NUMBER_SHAPES, RULE_KINDS, TEXT_USES } from './vocabulary.ts';

/** One text in both languages of the app; neither side may be empty. */
export const bilingualSchema = z.strictObject({
  zh: z
    .string()
    .trim()
    .min(1)
    .regex(/[\u4e00-\u9fff]/u, 'Chinese text expected'),
  en: z
    .string()
    .trim()
    .min(1)
    .regex(/^[^\u4e00-\u9fff]+$/u, 'no Chinese characters in English text'),
});
export type Bilingual = z.infer<typeof bilingualSchema>;

/** Key of a content entry; stored in cases, so a shipped id is never renamed or reused. */
export const contentIdSchema = z.string().regex(/^[a-z][A-Za-z0-9]*$/);

const stepKeySchema = z.literal(stepNumbers);
const signalsSchema = z.array(z.enum(CASE_SIGNALS)).min(1);
const touchesSchema = z.array(z.enum(damageKinds));
const namedTextSchema = z.strictObject({ id: contentIdSchema, text: bilingualSchema });

/** One line of a step's checklist; ticking it may be done by recording its topic or fact instead. */
export const guidePointSchema = z.strictObject({
  id: contentIdSchema,
  text: bilingualSchema,
  topicId: contentIdSchema.optional(),
  factId: contentIdSchema.optional(),
});
export type GuidePoint = z.infer<typeof guidePointSchema>;

/** A question of the funnel: open to learn, closed to confirm. Its text lives with the fact unless the step words it anew. */
export const stepQuestionSchema = z.strictObject({
  form: z.enum(['open', 'closed']),
  factId: contentIdSchema,
  text: bilingualSchema.optional(),
});
export type StepQuestion = z.infer<typeof stepQuestionSchema>;

/** One of the six communication steps 沟通六步. */
export const stepSchema = z.strictObject({
  key: stepKeySchema,
  slug: contentIdSchema,
  name: bilingualSchema,
  why: bilingualSchema,
  do: z.array(guidePointSchema).min(5).max(9),
  doneWhen: bilingualSchema,
  opening: bilingualSchema,
  talkingPoints: z.array(namedTextSchema).min(3),
  questions: z.array(stepQuestionSchema).min(4),
  closing: bilingualSchema,
});
export type Step = z.infer<typeof stepSchema>;
export const stepsFileSchema = z.strictObject({ steps: z.array(stepSchema).length(6) });

/** A thing that people must hear early 告知要点, with words to read out or show. */
export const topicSchema = z.strictObject({
  id: contentIdSchema,
  name: bilingualSchema,
  card: bilingualSchema,
  steps: z.array(stepKeySchema).min(1),
  when: signalsSchema,
  covers: touchesSchema,
});
export type Topic = z.infer<typeof topicSchema>;
export const topicsFileSchema = z.strictObject({ topics: z.array(topicSchema).min(1) });

const choiceSchema = z.strictObject({ id: contentIdSchema, name: bilingualSchema });

/**
 * A thing worth knowing about a person or the accident 事实.
 *
 * `level` is the privacy level (1 identity numbers, 2 family, money and health, 3 contact and basic need). A later value
 * that differs from a first statement is drift; `touches` names the items of damage such drift can raise.
 */
export const factTopicSchema = z
  .strictObject({
    id: contentIdSchema,
    name: bilingualSchema,
    subject: z.enum(FACT_SUBJECTS),
    kind: z.enum(FACT_KINDS),
    choices: z.array(choiceSchema).min(2).optional(),
    steps: z.array(stepKeySchema).min(1),
    ask: z.strictObject({ open: bilingualSchema, closed: bilingualSchema }),
    firstStatement: z.boolean(),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    touches: touchesSchema,
  })
  .refine((fact) => (fact.kind === 'choice') === (fact.choices !== undefined), 'choices belong to kind choice only');
export type FactTopic = z.infer<typeof factTopicSchema>;
export const factsFileSchema = z.strictObject({ facts: z.array(factTopicSchema).min(1) });

/**
 * A wording rule: phrases to avoid, why, and what to say instead.
 *
 * A phrase is literal text in which `…` stands for up to six characters of the same clause; phrases in `unless` excuse a
 * hit that they cover. Rules come from colleagues through sync, so they never hold regular expressions.
 */
export const wordingRuleSchema = z
  .strictObject({
    id: contentIdSchema,
    kind: z.enum(RULE_KINDS),
    uses: z.array(z.enum(TEXT_USES)).min(1),
    phrases: z.array(z.string().trim().min(2).max(40)),
    unless: z.array(z.string().trim().min(2).max(40)).default([]),
    number: z.enum(NUMBER_SHAPES).optional(),
    why: bilingualSchema,
    better: bilingualSchema,
  })
  .refine((rule) => (rule.number === undefined) === rule.phrases.length > 0, 'either phrases or a number shape');
export type WordingRule = z.infer<typeof wordingRuleSchema>;
export const rulesFileSchema = z.strictObject({ rules: z.array(wordingRuleSchema).min(1) });

/** A line of the paper checklist 资料清单. */
export const paperSchema = z.strictObject({
  id: contentIdSchema,
  name: bilingualSchema,
  hint: bilingualSchema,
  need: z.enum(['needed', 'optional']),
  when: signalsSchema,
  courses: z.array(z.enum(INJURY_COURSES)).min(1),
  from: z.array(z.enum(INFORMANTS)).min(1),
  original: z.boolean(),
  touches: touchesSchema,
});
export type Paper = z.infer<typeof paperSchema>;
export const papersFileSchema = z.strictObject({ papers: z.array(paperSchema).min(1) });

/** A sign worth checking 疑点. It states what was seen and what to check, never that somebody cheated. */
export const doubtSchema = z.strictObject({
  id: contentIdSchema,
  name: bilingualSchema,
  sign: bilingualSchema,
  check: bilingualSchema,
  askWhom: z.array(z.enum(INFORMANTS)).min(1),
  steps: z.array(stepKeySchema).min(1),
  touches: touchesSchema,
});
export type Doubt = z.infer<typeof doubtSchema>;
export const doubtsFileSchema = z.strictObject({ doubts: z.array(doubtSchema).min(1) });

/** An ICD-10 rubric at three or four characters; the side of the body is recorded apart from the code. */
export const icdCodeSchema = z
  .strictObject({
    code: z.string().regex(/^[A-Z]\d{2}(\.\d)?$/),
    kind: z.enum(['injury', 'illness']),
    zh: bilingualSchema.shape.zh,
    en: bilingualSchema.shape.en,
    /** Pinyin initials of the Chinese name, made by `scripts/icd10-initials.mjs`. */
    py: z.string().regex(/^[a-z0-9]+$/),
  })
  .refine((entry) => entry.kind === 'illness' || /^(S\d\d|T0\d|T1[0-4])/.test(entry.code), 'injuries are S00 to T14');
export type IcdCode = z.infer<typeof icdCodeSchema>;
export const icdFileSchema = z.strictObject({ source: bilingualSchema, codes: z.array(icdCodeSchema).min(1) });

/** Everything the app ships as wording, already parsed. */
export type WordingBundle = {
  readonly steps: readonly Step[];
  readonly topics: readonly Topic[];
  readonly facts: readonly FactTopic[];
  readonly rules: readonly WordingRule[];
  readonly papers: readonly Paper[];
  readonly doubts: readonly Doubt[];
};
