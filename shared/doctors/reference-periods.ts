/** Days of one kind: a range, none needed, or "by the clinical course" 根据临床治疗情况. */
export type DaysRange = readonly [number, number] | 'clinical';

export const periodKinds = ['lostIncome', 'nursing', 'nutrition'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** One entry of GA/T 1193-2014 with the ICD-10 codes the app reads as this injury. `U` figures are not verified. */
export type PeriodEntry = Readonly<Record<PeriodKind, DaysRange>> & {
  code: string;
  zh: string;
  en: string;
  /** Beginnings of ICD-10 codes. The assignment is the app's own; the standard knows no ICD codes. */
  icd10: readonly string[];
  mark: 'P' | 'J' | 'S' | 'U';
  source: string;
};

/** What one coded injury is measured by: the entry and its variants (conservative, operated, one or more bones). */
export type PeriodLine = { diagnosisId: string; icd10: string; entries: readonly PeriodEntry[] };

/** A.6: as a rule not above 24 months. */
export const mostDays = 730;

/** Entries whose code fits best: S82.81 takes those of S82.8 before those of S82. */
export const entriesFor = (icd10: string, table: readonly PeriodEntry[]): PeriodEntry[] => {
  const code = icd10.toUpperCase();
  const fits = table.flatMap((entry) =>
    entry.icd10.filter((start) => code.startsWith(start)).map((start) => ({ entry, length: start.length })),
  );
  const best = Math.max(0, ...fits.map(({ length }) => length));
  return fits.filter(({ length }) => length === best).map(({ entry }) => entry);
};

type Coded = { id: string; icd10: string | null; oldIllness: boolean | null };

/** One line per injury code; old illness is left out (A.1: the periods of this accident only). */
export const periodLines = (diagnoses: readonly Coded[], table: readonly PeriodEntry[]): PeriodLine[] => {
  const lines = new Map<string, PeriodLine>();
  for (const { id, icd10, oldIllness } of diagnoses) {
    if (icd10 === null || oldIllness === true || !/^[ST]/.test(icd10) || lines.has(icd10)) continue;
    lines.set(icd10, { diagnosisId: id, icd10, entries: entriesFor(icd10, table) });
  }
  return [...lines.values()];
};

export type Governing = { min: number; max: number; icd10: string; verified: boolean; several: boolean };

/** The widest range of one injury over its variants; null when the standard leaves it to the clinical course. */
const envelope = ({ entries }: PeriodLine, kind: PeriodKind): { min: number; max: number; verified: boolean } | null => {
  const ranges = entries.flatMap((entry) => (entry[kind] === 'clinical' ? [] : [{ range: entry[kind], mark: entry.mark }]));
  if (ranges.length === 0) return null;
  return {
    min: Math.min(...ranges.map(({ range }) => range[0])),
    max: Math.min(mostDays, Math.max(...ranges.map(({ range }) => range[1]))),
    verified: ranges.every(({ mark }) => mark !== 'U'),
  };
};

/** A.4: of several injuries the longest governs; they are never simply added. */
export const governing = (lines: readonly PeriodLine[], kind: PeriodKind): Governing | null => {
  const known = lines.flatMap((line) => {
    const range = envelope(line, kind);
    return range === null ? [] : [{ ...range, icd10: line.icd10 }];
  });
  const [longest] = known.toSorted((a, b) => b.max - a.max || b.min - a.min);
  return longest === undefined ? null : { ...longest, several: known.length > 1 };
};

export const claimWarnings = ['above-range', 'maybe-added', 'above-24-months', 'past-assessment', 'no-reference'] as const;
export type ClaimWarning = (typeof claimWarnings)[number];

export type Claim = { days: number; untilOn: string | null };

/** The lost-work period of one claim against the reference and the annex: each warning names its rule on the screen. */
export const checkClaim = (
  lines: readonly PeriodLine[],
  kind: PeriodKind,
  { days, untilOn, assessedOn }: Claim & { assessedOn: string | null },
): ClaimWarning[] => {
  const range = governing(lines, kind);
  const sums = [0, 1].map((end) => lines.reduce((sum, line) => sum + (envelopeEnd(line, kind, end) ?? 0), 0));
  const warnings: ClaimWarning[] = [];
  if (range === null) warnings.push('no-reference');
  else if (days > range.max) warnings.push('above-range');
  if (range?.several === true && days > range.max && sums.includes(days)) warnings.push('maybe-added');
  if (days > mostDays) warnings.push('above-24-months');
  if (kind === 'lostIncome' && assessedOn !== null && untilOn !== null && untilOn >= assessedOn) warnings.push('past-assessment');
  return warnings;
};

const envelopeEnd = (line: PeriodLine, kind: PeriodKind, end: number): number | null => {
  const range = envelope(line, kind);
  if (range === null) return null;
  return end === 0 ? range.min : range.max;
};

type DaysItem = { days: number | null; fromOn: string | null; untilOn: string | null };

/** Claimed days: as entered, else both days of the range counted. */
export const claimedDays = ({ days, fromOn, untilOn }: DaysItem): number | null => {
  if (days !== null) return days;
  if (fromOn === null || untilOn === null || untilOn < fromOn) return null;
  return Math.round((Date.parse(untilOn) - Date.parse(fromOn)) / 86_400_000) + 1;
};
