import reference from '../../../resources/reference-periods/ga-t-1193-2014.json';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { DamageItem } from '../../../shared/damages/model.ts';
import {
  checkClaim,
  claimedDays,
  governing,
  periodKinds,
  periodLines,
  type ClaimWarning,
  type Governing,
  type PeriodEntry,
  type PeriodKind,
  type PeriodLine,
} from '../../../shared/doctors/reference-periods.ts';

// Shipped with the app and held by tests against the standards pack.
export const periodTable = reference.entries as unknown as readonly PeriodEntry[];
export const periodNotes = reference.notes;
export const annexRules = reference.rules;

export type ClaimedPeriod = { itemId: string; label: string | null; days: number | null; warnings: readonly ClaimWarning[] };
export type PeriodView = {
  lines: readonly PeriodLine[];
  governing: Readonly<Record<PeriodKind, Governing | null>>;
  claimed: Readonly<Record<PeriodKind, readonly ClaimedPeriod[]>>;
};

/** Written codes before spoken ones: the paper says what it is. */
const linesOf = (file: CaseFile, partyId: string): PeriodLine[] => {
  const rows = file.diagnoses.filter((row) => row.partyId === partyId && row.voidReason === null);
  const written = rows.filter(({ mode, icd10 }) => mode === 'written' && icd10 !== null);
  return periodLines(written.length > 0 ? written : rows, periodTable);
};

/** 定残日: the years of the disability item count from that day, so its first day is taken for it. */
const assessedOn = (items: readonly DamageItem[]): string | null =>
  items.find(({ kind, fromOn }) => kind === 'disabilityCompensation' && fromOn !== null)?.fromOn ?? null;

/** Reference periods of one person beside the days that are claimed. */
export const periodView = (file: CaseFile, partyId: string): PeriodView => {
  const lines = linesOf(file, partyId);
  const items = file.items.filter((item) => item.partyId === partyId && item.voidReason === null);
  const day = assessedOn(items);
  const claimed = (kind: PeriodKind): ClaimedPeriod[] =>
    items
      .filter((item) => item.kind === kind)
      .map((item) => {
        const days = claimedDays(item);
        const warnings = days === null ? [] : checkClaim(lines, kind, { days, untilOn: item.untilOn, assessedOn: day });
        return { itemId: item.id, label: item.label, days, warnings };
      });
  const byKind = <V>(read: (kind: PeriodKind) => V): Record<PeriodKind, V> =>
    Object.fromEntries(periodKinds.map((kind) => [kind, read(kind)])) as Record<PeriodKind, V>;
  return { lines, governing: byKind((kind) => governing(lines, kind)), claimed: byKind(claimed) };
};
