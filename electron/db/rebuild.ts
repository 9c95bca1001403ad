import type { CaseId } from '../../shared/kernel/ids.ts';
import { applyEntries, type Unapplied } from './apply-entries.ts';
import type { Reads, WriteDb } from './handles.ts';
import { entryAt } from './journal.ts';
import { clearCase } from './projection-tables.ts';
import type { Projector, TouchedRow } from './projector.ts';
import { allShownEntries, shownEntries, type ShownEntry } from './shown-entries.ts';

export type { Unapplied } from './apply-entries.ts';

/** The projectors and the instant they are computed for. */
export type Projection = { projectors: readonly Projector[]; now: string };

/** Applies everything that shows in the journal of `from` to the empty tables of `to`, then computes boards and search once per case. */
export const rebuild = (from: Reads, to: WriteDb, projection: Projection): { entries: number; unapplied: Unapplied[] } => {
  const unapplied: Unapplied[] = [];
  const touchedByCase = new Map<CaseId | null, TouchedRow[]>();
  const entries = allShownEntries(from);
  for (const group of byCase(from, entries)) {
    const applied = applyEntries(from, to, group.entries);
    unapplied.push(...applied.unapplied);
    touchedByCase.set(group.caseId, applied.touched);
  }
  for (const [caseId, touched] of touchedByCase) runProjectors(to, { caseId, touched, ...projection });
  return { entries: entries.length, unapplied };
};

type Group = { caseId: CaseId | null; entries: ShownEntry[] };

function* byCase(from: Reads, entries: readonly ShownEntry[]): Generator<Group> {
  let group: Group | null = null;
  for (const entry of entries) {
    const caseId = entryAt(from, entry.seq)?.caseId ?? null;
    if (group === null || group.caseId !== caseId) {
      if (group !== null) yield group;
      group = { caseId, entries: [] };
    }
    group.entries.push(entry);
  }
  if (group !== null) yield group;
}

type Work = Projection & { caseId: CaseId | null; touched: readonly TouchedRow[]; pulled?: boolean };

/** Each projector runs once, with every touched row once. */
export const runProjectors = (db: WriteDb, { caseId, touched, pulled = false, projectors, now }: Work): void => {
  const rows = [...new Map(touched.map((row) => [`${row.entity} ${row.id}`, row])).values()];
  if (rows.length === 0) return;
  for (const projector of projectors) projector(db, { caseId, rows, pulled }, now);
};

/** Throws the rows of one case away and makes them again: confirmed entries in the hub's order, then own ones that wait. */
export const rebuildCase = (db: WriteDb, caseId: CaseId, projection: Projection): TouchedRow[] => {
  clearCase(db, caseId);
  const { touched } = applyEntries(db, db, shownEntries(db, caseId));
  runProjectors(db, { caseId, touched, ...projection });
  return touched;
};
