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

type Given = { caseId: string; papers: readonly PaperTarget[] };

/** Finds the rows that are meant, and the operations for lines that are not rows yet. The same line twice is one line. */
export const placePapers = (session: Session, { caseId, papers }: Given): Result<{ placed: Placed[]; ops: DraftOperation[] }, Problem> => {
  if (papers.length === 0) return err(problem('papers.nothing-chosen', 'papers'));
  const rows = papersOf(session.read, caseId);
  const placed = new Map<string, Placed>();
  const fresh = new Map<string, Placed>();
  const ops: DraftOperation[] = [];
  for (const [i, target] of papers.entries()) {
    const known = knownRow(rows, target);
    const made =
      known === undefined && !('id' in target)
        ? (fresh.get(lineKey(target)) ?? newRow(session, { caseId, target, at: `papers.${i}` }))
        : null;
    if (made !== null && 'op' in made) {
      ops.push(made.op);
      fresh.set(lineKey(target as NewLine), made.row);
      placed.set(made.row.id, made.row);
    } else if (made !== null && 'code' in made) return err(made);
    else if (known !== undefined) placed.set(known.id, known);
    else if (made === null) return err(problem('not-found', `papers.${i}`));
  }
  return ok({ placed: [...placed.values()], ops });
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
