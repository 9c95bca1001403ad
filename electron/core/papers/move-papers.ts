import { instantSchema } from '../../../shared/kernel/dates.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import type { PaperMove } from '../../../shared/papers/contract.ts';
import { paper } from '../../../shared/papers/model.ts';
import { moveNeedsReason } from '../../../shared/papers/rules.ts';
import { allowed } from '../people/allowed.ts';
import type { DraftOperation, Session } from '../session.ts';
import { notInFuture } from '../tidy-values.ts';
import { placePapers, type Placed } from './place-papers.ts';

/** Moves several papers at once: received, checked, refused, original returned, or a state taken back. All or none. */
export const movePapers = (session: Session, input: PaperMove): Result<{ ids: string[] }, Problem> => {
  const { caseId, to, at } = input;
  const right = allowed(session, 'paper.handle', caseId);
  if (!right.ok) return right;
  if (!instantSchema.safeParse(at).success) return err(problem('invalid', 'at'));
  const past = notInFuture(at, session.clock.now().at, 'at');
  if (!past.ok) return past;
  const found = placePapers(session, input);
  if (!found.ok) return found;
  const { placed, ops } = found.value;
  const stuck = placed.find((row) => !isMove(row, to));
  if (stuck) return err(problem('wrong-state', 'papers', { state: stuck.state }));
  const reason = tidyText(input.reason);
  if (reason === '' && placed.some((row) => moveNeedsReason(row.state, to))) return err(problem('reason-needed', 'reason'));
  const moves = placed.map((row): DraftOperation => {
    // A refusal keeps its reason when the original goes back.
    const why = to === 'returned' && reason === '' ? {} : { reason: reason || null };
    const facts = { ...factsOf(input, row), ...why, movedById: session.person().id };
    return { op: 'transition', entity: 'paper', id: row.id, from: row.state, to, facts };
  });
  const stored = session.commit({ kind: 'move-papers', caseId: caseId as CaseId, ops: [...ops, ...moves] });
  return stored.ok ? ok({ ids: placed.map(({ id }) => id) }) : stored;
};

/** Asking is done by a notice, so that it is told and counted; here it only takes a receipt back. */
const isMove = (row: Placed, to: PaperMove['to']): boolean =>
  (paper.states?.moves[row.state]?.includes(to) ?? false) && (to !== 'asked' || row.state === 'received');

/** What a move writes beside the state. Taking a state back empties what came with it. */
const factsOf = ({ to, at, withName, original }: PaperMove, row: Placed): Record<string, unknown> => {
  const name = withName === null ? null : tidyText(withName) || null;
  const kept = original === null ? {} : { original: original ? 1 : 0 };
  switch (to) {
    case 'received':
      // Back from the check it is the paper that came in before; else it comes in anew.
      return row.state === 'checked'
        ? { checkedAt: null }
        : {
            receivedAt: at,
            receivedFrom: name,
            checkedAt: null,
            refusedAt: null,
            returnedAt: null,
            returnedTo: null,
            original: 0,
            ...kept,
          };
    case 'checked':
      return row.state === 'returned' ? { returnedAt: null, returnedTo: null } : { checkedAt: at, refusedAt: null, ...kept };
    case 'refused':
      return { refusedAt: at, checkedAt: null, ...kept };
    case 'returned':
      return { returnedAt: at, returnedTo: name, original: 1 };
    case 'asked':
    case 'wanted':
      return { receivedAt: null, receivedFrom: null, original: null };
  }
};
