import { compareText } from '../kernel/compare-text.ts';
import { z } from 'zod';

const subject = {
  caseId: z.string(),
  partyId: z.string().nullable(),
  reportNumber: z.string(),
  who: z.string().nullable(),
};

/**
 * What time will change in a case, or has changed already. `limitation-tort` counts from the accident, the earliest day it can begin:
 * Civil Code art. 188, three years. `limitation-insurance` counts from the day the liability was fixed: Insurance Law art. 26, two
 * years, and its judicial interpretation (4) art. 18.
 */
export const caseWarningSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('pack-out-of-date'), key: z.string(), issuedOn: z.string(), months: z.number().int() }),
  z.object({ code: z.literal('pack-newer'), key: z.string(), ...subject, used: z.string(), inForce: z.string() }),
  z.object({
    code: z.literal('statistics-year'),
    key: z.string(),
    ...subject,
    usedYear: z.number().int(),
    thenYear: z.number().int(),
    /** Null while nobody has said when the case will end: then it is about today. */
    expectedOn: z.string().nullable(),
  }),
  z.object({ code: z.literal('age-step'), key: z.string(), ...subject, age: z.number().int(), on: z.string() }),
  z.object({ code: z.literal('limitation-tort'), key: z.string(), ...subject, on: z.string() }),
  z.object({ code: z.literal('limitation-insurance'), key: z.string(), ...subject, on: z.string() }),
]);
export type CaseWarning = z.infer<typeof caseWarningSchema>;

/** A claim that lapses is never put away; whoever knows of the rest may. */
export const isDismissible = ({ code }: Pick<CaseWarning, 'code'>): boolean =>
  code !== 'limitation-tort' && code !== 'limitation-insurance';

type Unkeyed = CaseWarning extends infer One ? (One extends CaseWarning ? Omit<One, 'key'> : never) : never;

/** Names a warning by its case and by what it says: with another year, version or day it is another warning and comes back. */
export const keyed = (warning: Unkeyed): CaseWarning => {
  const { code } = warning;
  const caseId = 'caseId' in warning ? warning.caseId : '';
  const partyId = 'partyId' in warning ? (warning.partyId ?? '') : '';
  const said = Object.entries(warning).filter(
    ([name]) => !['code', 'caseId', 'partyId', 'reportNumber', 'who', 'months', 'expectedOn'].includes(name),
  );
  return { ...warning, key: [code, caseId, partyId, ...said.map(([, value]) => String(value))].join(' ') } as CaseWarning;
};

/** A calendar day so many years later; the last of February stands for a leap day that is not there. */
export const yearsAfter = (on: string, years: number): string => {
  const moved = `${Number(on.slice(0, 4)) + years}${on.slice(4)}`;
  return z.iso.date().safeParse(moved).success ? moved : `${moved.slice(0, 8)}28`;
};

/** How long before the day one is told. */
export const warnDays = 90;
export const tortYears = 3;
export const insuranceYears = 2;

const weight: Record<CaseWarning['code'], number> = {
  'limitation-tort': 0,
  'limitation-insurance': 0,
  'age-step': 1,
  'statistics-year': 2,
  'pack-newer': 3,
  'pack-out-of-date': 4,
};

/** Claims that lapse first, by their day; then ages, years and standards. */
export const inOrder = (warnings: readonly CaseWarning[]): CaseWarning[] =>
  warnings.toSorted((a, b) => weight[a.code] - weight[b.code] || compareText(dayOf(a), dayOf(b)) || compareText(a.key, b.key));

const dayOf = (warning: CaseWarning): string => ('on' in warning ? warning.on : '');
