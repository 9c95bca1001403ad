import { z } from 'zod';
import { dateSchema } from '../../kernel/dates.ts';

const markSchema = z.enum(['P', 'J', 'S', 'U']);

export const figureKinds = [
  'urbanIncome',
  'urbanConsumption',
  'ruralIncome',
  'ruralConsumption',
  'wage',
  'industryWage',
  'livingCost',
] as const;
export type FigureKind = (typeof figureKinds)[number];

/** One published figure in yuan a year, with its own source and mark. */
export const figureSchema = z.strictObject({
  region: z.string(),
  year: z.number().int(),
  kind: z.enum(figureKinds),
  series: z.string().default('').describe('Wage series or industry'),
  value: z.string().regex(/^\d+(\.\d+)?$/),
  mark: markSchema,
  source: z.string(),
});
export type Figure = z.infer<typeof figureSchema>;

const daysRangeSchema = z.union([z.tuple([z.number(), z.number()]), z.literal('clinical')]);

/** One entry of GA/T 1193-2014: three ranges in days, or "by the clinical course". */
export const periodSchema = z.strictObject({
  code: z.string(),
  injury: z.string(),
  injuryEn: z.string(),
  lostIncome: daysRangeSchema,
  nursing: daysRangeSchema,
  nutrition: daysRangeSchema,
  mark: markSchema,
  source: z.string(),
});

/** Local practice that only ever suggests: daily rates, schedules for mental distress, ratios, pilots of the single standard. */
export const practiceSchema = z.strictObject({
  region: z.string(),
  topic: z.enum(['dailyRate', 'mentalDistress', 'ratio', 'urbanPilot', 'nursingDependence']),
  key: z.string(),
  value: z.string(),
  mark: markSchema,
  source: z.string(),
});
export type Practice = z.infer<typeof practiceSchema>;

/** A versioned set of figures. A stored calculation names the pack it used. */
export const standardsPackSchema = z.strictObject({
  id: z.string(),
  version: z.string(),
  issuedOn: dateSchema,
  figures: z.array(figureSchema),
  periods: z.array(periodSchema),
  practice: z.array(practiceSchema),
});
export type StandardsPack = z.infer<typeof standardsPackSchema>;

/** Suggestion of local practice: the region's own, else nothing; practice of one province is never lent to another. */
export const findPractice = (pack: StandardsPack, wanted: Pick<Practice, 'region' | 'topic' | 'key'>): Practice | undefined =>
  pack.practice.find((entry) => entry.region === wanted.region && entry.topic === wanted.topic && entry.key === wanted.key);
