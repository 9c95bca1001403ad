import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { paperViews, type PaperBoardLine, type PaperView } from '../../../shared/papers/contract.ts';
import { scopeOf } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { boardCases, boardPapers, countCases } from './paper-rows.ts';

type Input = { view: PaperView; offset: number; limit: number };
type Board = { lines: PaperBoardLine[]; total: number; counts: Record<PaperView, number> };

/** 资料台账: papers across the cases this person may see, the longest waiting case first. */
export const paperBoard = (session: Session, input: Input): Result<Board, Problem> => {
  const scope = scopeOf(session);
  if (!scope.ok) return scope;
  const counts = Object.fromEntries(paperViews.map((one) => [one, countCases(session.read, one, scope.value)])) as Record<
    PaperView,
    number
  >;
  const lines = boardCases(session.read, input, scope.value).map((line) => ({
    ...line,
    papers: boardPapers(session.read, input.view, line.caseId),
  }));
  return ok({ lines, total: counts[input.view], counts });
};
