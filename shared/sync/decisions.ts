import { advance, type Advance } from '../advances/model.ts';
import { askProblem, conditionsIn, decideAdvanceProblem } from '../advances/rules.ts';
import type { Case } from '../cases/model.ts';
import { escalation, type Escalation } from '../escalations/model.ts';
import { decideProblem, grantedFen, submitProblem, type EscalationDecision } from '../escalations/rules.ts';
import type { Problem } from '../kernel/problem.ts';
import type { Role } from '../people/model.ts';
import { draftRow, draftRowsOf, fieldValue, storedFrom, type CaseRow, type Draft } from './case-view.ts';
import type { Operation } from './change.ts';
import { isCovered, oursOfRow } from './offer-guards.ts';
import type { AuthorityLimits } from './published.ts';
import { refuse } from './stop.ts';

type Move = Extract<Operation, { op: 'transition' }>;
export type Decider = { personId: string; role: Role; authority: AuthorityLimits };

/** Decisions that are bound to the row as it was seen, and acknowledged only when they survive a fail-over. */
const moneyDecisions: Readonly<Record<string, readonly string[]>> = {
  escalation: ['approved', 'approved-less', 'returned', 'refused'],
  advance: ['approved', 'not-yet'],
};

export const isBoundDecision = (operation: Operation): boolean =>
  operation.op === 'transition' && (moneyDecisions[operation.entity]?.includes(operation.to) ?? false);

/** Moves that cannot be taken back by losing a node: whoever hears "done" may act on it. */
export const isMoneyMove = (operation: Operation): boolean =>
  operation.op === 'transition' && (operation.entity === 'offer' || operation.entity === 'advance' || operation.entity === 'escalation');

/** What a decision needs beside the right to make it: a complete request, a sound amount, enough authority, another person's request. */
export const checkDecision = (draft: Draft, move: Move, decider: Decider): void => {
  const row = draftRow(draft, move.entity, move.id);
  if (!row || !(move.entity === 'escalation' || move.entity === 'advance' || move.entity === 'offer')) return;
  if (row.voidReason !== null) refuse('wrong-state', { entity: row.entity, id: row.id, state: 'void' });
  if (move.entity === 'escalation') checkEscalation(storedFrom(escalation, row), move, decider);
  else if (move.entity === 'advance') checkAdvance(draft, storedFrom(advance, row), { move, decider });
  else checkOffer(draft, row, { move, decider });
};

const checkEscalation = (row: Escalation, move: Move, decider: Decider): void => {
  if (row.state !== move.from) return;
  if (move.to === 'submitted') stopAt(move, submitProblem(row));
  if (!isBoundDecision(move)) return;
  const decision = {
    to: move.to as EscalationDecision,
    decidedFen: asNumber(move.facts['decidedFen']),
    reason: String(move.facts['decisionReason'] ?? ''),
  };
  stopAt(move, decideProblem(row, decision));
  if (row.byPersonId === decider.personId) refuse('own-request', at(move));
  if (move.to === 'approved' || move.to === 'approved-less') refuseOver(move, grantedFen(row.amountFen, decision) ?? 0, decider);
};

type Judged = { move: Move; decider: Decider };

const checkAdvance = (draft: Draft, row: Advance, { move, decider }: Judged): void => {
  if (row.state !== move.from) return;
  if (move.to === 'asked') stopAt(move, askProblem(row, conditionsIn({ head: caseOf(draft), row, all: advancesOf(draft) })));
  if (!isBoundDecision(move)) return;
  const decidedFen = asNumber(move.facts['decidedFen']);
  const way = move.facts['decidedWay'];
  const toAdd = String(move.facts['toAdd'] ?? '');
  stopAt(
    move,
    decideAdvanceProblem(row, { to: move.to as 'approved' | 'not-yet', decidedFen, way: typeof way === 'string' ? way : null, toAdd }),
  );
  if (row.byPersonId === decider.personId) refuse('own-request', at(move));
  if (move.to === 'approved') refuseOver(move, decidedFen ?? 0, decider);
};

/** An offer goes out on the own limit, or on a superior's decision about this person that allows as much. */
const checkOffer = (draft: Draft, row: CaseRow, { move, decider }: Judged): void => {
  const goesOut = move.to === 'approved' || (move.to === 'put' && move.from === 'draft');
  if (!goesOut || fieldValue(row, 'state') !== move.from) return;
  const amountFen = oursOfRow(row);
  const mayCover = decider.authority.limitsFen[decider.role] > 0;
  if (!(mayCover && isCovered(draft, row, amountFen))) refuseOver(move, amountFen, decider);
};

const refuseOver = (move: Move, amountFen: number, { role, authority }: Decider): void => {
  const limitFen = authority.limitsFen[role];
  if (amountFen > limitFen) refuse('over-authority', { ...at(move), amountFen, limitFen });
};

const stopAt = (move: Move, problem: Problem | null): void => {
  if (problem) refuse('wrong-state', { ...at(move), problem: problem.code, field: problem.field });
};

const at = ({ entity, id }: Move): { entity: string; id: string } => ({ entity, id });

const asNumber = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const caseOf = (draft: Draft): Pick<Case, 'accidentAt' | 'liabilityFinding'> => {
  const row = draftRow(draft, 'case', draft.view.caseId) ?? refuse('case-unknown');
  return { accidentAt: fieldValue(row, 'accidentAt'), liabilityFinding: fieldValue(row, 'liabilityFinding') } as Case;
};

const advancesOf = (draft: Draft): Advance[] => draftRowsOf(draft, advance.name).map((row) => storedFrom(advance, row));
