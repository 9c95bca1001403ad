import type { CaseFile } from '../cases/contract.ts';
import { caseFeatures } from '../wording/case-features.ts';
import { duePapers } from '../wording/guide.ts';
import type { Paper } from '../wording/model.ts';
import { deriveCaseSignals } from '../wording/signals.ts';
import type { PaperNeed, PaperRow } from './model.ts';
import { belongsToCase, injuryCourse, isIn, papersFor } from './rules.ts';

/** One line of the checklist: from the wording, from the file, or from both. */
export type PaperLine = {
  /** Stays the same when the derived line becomes a row. */
  key: string;
  row: PaperRow | null;
  wording: Paper | null;
  partyId: string | null;
  need: PaperNeed;
};

const keyOf = (wordingId: string, partyId: string | null): string => `${wordingId}|${partyId ?? ''}`;

/**
 * 资料清单 for one person: what the wording makes necessary in this case, merged with what is on file. A line that was asked
 * for stays although the case no longer makes it necessary; papers of the accident come first, needed before optional.
 */
export const paperLines = (file: CaseFile, partyId: string | null, wordings: readonly Paper[]): PaperLine[] => {
  const features = caseFeatures(file, partyId);
  const due = duePapers(wordings, deriveCaseSignals(features), injuryCourse(features)).filter(
    (one) => partyId !== null || belongsToCase(one),
  );
  const rows = papersFor(file, partyId).filter((row) => partyId !== null || row.partyId === null);
  const stored = rows.map((row): PaperLine => {
    const wording = wordings.find(({ id }) => id === row.wordingId) ?? null;
    return {
      key: row.wordingId === null ? row.id : keyOf(row.wordingId, row.partyId),
      row,
      wording,
      partyId: row.partyId,
      need: row.need ?? 'needed',
    };
  });
  const there = new Set(stored.map(({ key }) => key));
  const derived = due.flatMap((wording): PaperLine[] => {
    const owner = belongsToCase(wording) ? null : partyId;
    const key = keyOf(wording.id, owner);
    return there.has(key) ? [] : [{ key, row: null, wording, partyId: owner, need: wording.need }];
  });
  const rank = (line: PaperLine): number =>
    (line.partyId === null ? 0 : 100) + needs.indexOf(line.need) * 10 + (line.wording === null ? 5 : 0);
  const order = (line: PaperLine): number => wordings.findIndex(({ id }) => id === line.wording?.id);
  return [...stored, ...derived].toSorted((a, b) => rank(a) - rank(b) || order(a) - order(b));
};

const needs: readonly PaperNeed[] = ['needed', 'optional', 'waived'];

/** Whether a line still has to come in; one that never became a row is missing too. */
export const isLineMissing = ({ row, need }: PaperLine): boolean => need === 'needed' && (row === null || !isIn(row));

/** `3 / 9`: needed lines that are in. */
export const paperMeter = (lines: readonly PaperLine[]): { in: number; all: number } => {
  const needed = lines.filter(({ need }) => need === 'needed');
  return { in: needed.filter((line) => !isLineMissing(line)).length, all: needed.length };
};
