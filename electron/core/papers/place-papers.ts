import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { PartyId } from '../../../shared/kernel/ids.ts';
import type { PaperTarget } from '../../../shared/papers/contract.ts';
import { paper, type PaperRow } from '../../../shared/papers/model.ts';
import { partyOfCase } from '../party-of-case.ts';
import type { DraftOperation, Session } from '../session.ts';
import { tidyNew } from '../tidy-values.ts';
import { papersOf } from './paper-rows.ts';

/** A line of the checklist in the hands of a use-case: what is known of it, and whether this change makes it a row. */
export type Placed = Pick<PaperRow, 'id' | 'partyId' | 'state' | 'askedTimes' | 'firstAskedAt' | 'checkedAt'> & { rev: number | null };

export type Given = { caseId: string; papers: readonly PaperTarget[]; checklist?: readonly PaperTarget[] | undefined };

/**
 * Finds the rows that are meant, and the operations for lines that are not rows yet, those of the rest of the checklist among
 * them. The same line twice is one line.
 */
export const placePapers = (
  session: Session,
  { caseId, papers, checklist = [] }: Given,
): Result<{ placed: Placed[]; ops: DraftOperation[] }, Problem> => {
  if (papers.length === 0) return err(problem('papers.nothing-chosen', 'papers'));
  const rows = papersOf(session.read, caseId);
  const placed = new Map<string, Placed>();
  const fresh = new Map<string, Made>();
  for (const [i, target] of [...papers, ...checklist].entries()) {
    const known = knownRow(rows, target);
    if (known === undefined && 'id' in target) return err(problem('not-found', `papers.${i}`));
    const made =
      known !== undefined || 'id' in target ? null : (fresh.get(lineKey(target)) ?? newRow(session, { caseId, target, at: `papers.${i}` }));
    if (made !== null && 'code' in made) return err(made);
    if (made !== null && !('id' in target)) fresh.set(lineKey(target), made);
    const row = made?.row ?? known;
    if (row !== undefined && i < papers.length) placed.set(row.id, row);
  }
  return ok({ placed: [...placed.values()], ops: [...fresh.values()].map(({ op }) => op) });
};

type NewLine = Exclude<PaperTarget, { id: string }>;

const lineKey = ({ wordingId, name, partyId }: NewLine): string =>
  JSON.stringify([partyId, wordingId ?? '', wordingId === null ? name : '']);

/** A derived line that has become a row meanwhile, perhaps in another window, is that row. */
const knownRow = (rows: readonly PaperRow[], target: PaperTarget): PaperRow | undefined => {
  if ('id' in target) return rows.find(({ id }) => id === target.id);
  return target.wordingId === null ? undefined : rows.find((row) => row.wordingId === target.wordingId && row.partyId === target.partyId);
};

type Made = { op: DraftOperation; row: Placed };

const newRow = (session: Session, { caseId, target, at }: { caseId: string; target: NewLine; at: string }): Made | Problem => {
  const party = partyOfCase(session, { caseId, partyId: target.partyId, field: `${at}.partyId` });
  if (!party.ok) return party.error;
  const { wordingId, need } = target;
  const partyId = target.partyId as PartyId | null;
  const tidied = tidyNew(paper, { partyId, wordingId, name: wordingId === null ? target.name : null, need, needReason: null }, at);
  if (!tidied.ok) return tidied.error;
  if (wordingId === null && tidied.value.name === null) return problem('papers.no-name', `${at}.name`);
  const id = session.ids.next();
  return {
    op: { op: 'insert', entity: 'paper', id, fields: tidied.value },
    row: { id, partyId, state: 'wanted', askedTimes: null, firstAskedAt: null, checkedAt: null, rev: null },
  };
};
