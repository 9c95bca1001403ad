import { advance, type Advance } from '../../../shared/advances/model.ts';
import { askProblem, canMoveAdvance, conditionsIn, decideAdvanceProblem, type AdvanceDecision } from '../../../shared/advances/rules.ts';
import { chinaDateOf, dateSchema } from '../../../shared/kernel/dates.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import type { Action } from '../../../shared/people/access.ts';
import { overAuthorityProblem, ownRequestProblem } from '../../../shared/people/own-request.ts';
import { allowed } from '../people/allowed.ts';
import { askedBy } from '../asked-by.ts';
import { ownLimit } from '../authority-here.ts';
import type { Session } from '../session.ts';
import { advancesOfCase, findAdvance, headOf } from './advance-rows.ts';

type Target = { caseId: CaseId; advanceId: string };
type Move = Target & { kind: string; to: Advance['state']; facts: Record<string, unknown> };

/** Hands the request in. Open conditions need a reason; an unclear liability holds back what the company pays of its own accord. */
export const askAdvance = (session: Session, target: Target): Result<void, Problem> =>
  withRow(session, {
    ...target,
    action: 'escalation.write',
    work: (row) => {
      const head = headOf(session.read, target.caseId);
      if (!head) return err(problem('not-found', 'caseId'));
      const conditions = conditionsIn({ head, row, all: advancesOfCase(session.read, target.caseId) });
      const wrong = askProblem(row, conditions);
      if (wrong) return err(wrong);
      return move(session, row, { ...target, kind: 'ask-advance', to: 'asked', facts: { askedAt: session.clock.now().at } });
    },
  });

type Decide = Target & AdvanceDecision;

/** A superior approves with amount and way, or says *not yet* and what to add. */
export const decideAdvance = (session: Session, input: Decide): Result<void, Problem> =>
  withRow(session, {
    ...input,
    action: 'escalation.decide',
    work: (row) => {
      const own = ownRequestProblem(session.person().id, askedBy(session.read, row), 'advanceId');
      const approved = input.to === 'approved';
      const over = approved ? overAuthorityProblem(input.decidedFen, ownLimit(session), 'decidedFen') : null;
      const wrong = own ?? decideAdvanceProblem(row, input) ?? over;
      if (wrong) return err(wrong);
      const facts = {
        decidedFen: approved ? input.decidedFen : null,
        decidedWay: approved ? input.way : null,
        toAdd: tidyText(input.toAdd) || null,
        decidedAt: session.clock.now().at,
        decidedByName: session.person().name,
      };
      return move(session, row, { ...input, kind: 'decide-advance', facts });
    },
  });

type Pay = Target & { paidOn: string; way: string; note: string };

/** Notes the day and the way an approved sum was paid; the core system pays it. */
export const payAdvance = (session: Session, input: Pay): Result<void, Problem> =>
  withRow(session, {
    ...input,
    action: 'escalation.write',
    work: (row) => {
      const { paidOn, way, note } = input;
      if (!canMoveAdvance(row.state, 'paid')) return err(problem('wrong-state', 'advanceId', { from: row.state, to: 'paid' }));
      if (!dateSchema.safeParse(paidOn).success) return err(problem('invalid', 'paidOn'));
      if (paidOn > chinaDateOf(session.clock.now().at)) return err(problem('in-the-future', 'paidOn'));
      if (row.decidedAt !== null && paidOn < chinaDateOf(row.decidedAt)) return err(problem('ends-before-start', 'paidOn'));
      const facts = { paidOn, paidWay: way, paidNote: tidyText(note) || null };
      return move(session, row, { ...input, kind: 'pay-advance', to: 'paid', facts });
    },
  });

type Work = Target & { action: Action; work: (row: Advance) => Result<void, Problem> };

const withRow = (session: Session, { caseId, advanceId, action, work }: Work): Result<void, Problem> => {
  const right = allowed(session, action, caseId);
  if (!right.ok) return right;
  const row = findAdvance(session.read, caseId, advanceId);
  return row ? work(row) : err(problem('not-found', 'advanceId'));
};

const move = (session: Session, row: Advance, { caseId, kind, to, facts }: Move): Result<void, Problem> => {
  const ops = [{ op: 'transition' as const, entity: advance.name, id: row.id, from: row.state, to, facts }];
  const done = session.commit({ kind, caseId, ops });
  return done.ok ? ok(undefined) : done;
};
