import { z } from 'zod';
import { damageKinds } from '../damages/model.ts';

/** What the file does not say yet, so that no amount follows from the difference. */
const driftGaps = [
  'words',
  'days',
  'rate',
  'people',
  'item',
  'age',
  'supporters',
  'incapable',
  'grade',
  'standards',
  'accident',
  'other',
] as const;
export type DriftGap = (typeof driftGaps)[number];

/** What was taken for granted where nobody said it. */
const driftAssumptions = ['month-of-30', 'days-in-hospital'] as const;
export type DriftAssumption = (typeof driftAssumptions)[number];

const fen = z.number().int().nullable();

/** 变动的钱: one item of damage by the first value and by the later one, both by the rule engine; positive: more to pay. */
const driftMoneySchema = z.object({
  kind: z.enum(damageKinds),
  beforeFen: fen,
  afterFen: fen,
  differenceFen: fen,
  /** What the people of the case receive more; null while the whole case cannot be settled. */
  receivesFen: fen,
  beforeWorking: z.string().nullable(),
  afterWorking: z.string().nullable(),
  assumed: z.array(z.enum(driftAssumptions)),
  missing: z.array(z.enum(driftGaps)),
});
export type DriftMoney = z.infer<typeof driftMoneySchema>;

export const driftEffectsSchema = z.array(z.object({ laterFactId: z.string(), items: z.array(driftMoneySchema) }));
export type DriftEffects = z.infer<typeof driftEffectsSchema>;
