import { problem, type Problem } from '../kernel/problem.ts';
import { escalation, type Escalation } from './model.ts';

type State = Escalation['state'];
export type EscalationDecision = 'approved' | 'approved-less' | 'returned' | 'refused';

export const canMoveEscalation = (from: State, to: State): boolean => escalation.states?.moves[from]?.includes(to) ?? false;

/** A request can be rewritten before it is sent and after it came back; in between the superior decides on what was sent. */
export const canEditEscalation = (state: State): boolean => state === 'draft' || state === 'returned';

/** Requests about money say how much; a suspicion or a dispute need not know yet. */
const kindsWithAmount: readonly Escalation['kind'][] = ['over-authority', 'accommodation', 'advance'];

/** What a request needs before a superior can decide on it. */
export const submitProblem = (request: Pick<Escalation, 'state' | 'kind' | 'ask' | 'amountFen'>): Problem | null => {
  const { state, kind, ask, amountFen } = request;
  if (!canMoveEscalation(state, 'submitted')) return problem('wrong-state', 'escalationId', { from: state, to: 'submitted' });
  if (ask.trim() === '') return problem('required', 'ask');
  if (kind === null) return problem('required', 'kind');
  if (kindsWithAmount.includes(kind) && amountFen === null) return problem('required', 'amountFen');
  return null;
};

type Decision = { to: EscalationDecision; decidedFen: number | null; reason: string };

/** Approving less needs an amount below the one asked; everything but a plain approval needs a reason. */
export const decideProblem = (request: Pick<Escalation, 'state' | 'amountFen'>, decision: Decision): Problem | null => {
  const { to, decidedFen, reason } = decision;
  if (!canMoveEscalation(request.state, to)) return problem('wrong-state', 'escalationId', { from: request.state, to });
  if (to !== 'approved' && reason.trim() === '') return problem('reason-needed', 'reason');
  if (to === 'approved-less' && decidedFen === null) return problem('required', 'decidedFen');
  const askedFen = request.amountFen;
  if (decidedFen === null || askedFen === null) return null;
  const tooMuch = to === 'approved-less' ? decidedFen >= askedFen : to === 'approved' && decidedFen !== askedFen;
  return tooMuch ? problem('invalid', 'decidedFen', { askedFen, decidedFen }) : null;
};

/** The amount that stands after a decision: a plain approval grants what was asked, a return or refusal nothing. */
export const grantedFen = (askedFen: number | null, { to, decidedFen }: Decision): number | null => {
  if (to === 'approved') return decidedFen ?? askedFen;
  return to === 'approved-less' ? decidedFen : null;
};

/** Fields a remark can be pinned to. */
const remarkable = Object.entries(escalation.fields).flatMap(([name, { merge }]) => (merge === 'set' ? [name] : []));

export const remarkProblem = (remark: { field?: string | null; body?: string }, path: string): Problem | null => {
  if ((remark.body ?? '').trim() === '') return problem('required', `${path}.body`);
  if (typeof remark.field === 'string' && !remarkable.includes(remark.field)) return problem('invalid', `${path}.field`);
  return null;
};
