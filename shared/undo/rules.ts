import { problem, type Problem } from '../kernel/problem.ts';
import type { Operation } from '../sync/change.ts';
import { entityByName } from '../sync/entities.ts';

/** Freezing, handing in and deciding stand: other people have acted on them. A new decision says what is different now. */
const standing: readonly string[] = [
  'freeze-statement',
  'submit-escalation',
  'decide-escalation',
  'tell-decision',
  'ask-advance',
  'decide-advance',
  'pay-advance',
  'submit-offer',
  'put-offer',
  'reply-to-offer',
  'accept-offer',
  'close-offer',
  'record-payment',
  'ask-satisfaction',
  'follow-up-satisfaction',
  'send-letter',
  'decide-step',
  'close-case',
  'reopen-case',
  'reopen-damage-item',
  'register-case',
  'reveal-id-number',
  'notify-missing-papers',
  'print-document',
  'calculate',
  // Whoever has it now works on it: a new assignment gives it back.
  'assign-case',
  'undo-change',
];

/** Rows that are evidence of what was done or seen; hiding them would hide that it happened. */
const evidence: readonly string[] = ['case', 'unmasking', 'statement', 'stepEvent', 'document', 'undoing', 'offerAcceptance'];

/** Whether a kind of change can be taken back at all. Kinds this version does not know are judged by their operations. */
const isStanding = (kind: string): boolean => standing.includes(kind) || kind.startsWith('decide-') || kind.startsWith('freeze-');

/** A step back that the state machine allows. */
const canGoBack = ({ entity, from, to }: Extract<Operation, { op: 'transition' }>): boolean =>
  entityByName(entity)?.states?.moves[to]?.includes(from) ?? false;

/** Rows that came into being with the change: hiding them takes everything back that the same change did to them. */
export const madeIn = (ops: readonly Operation[]): ReadonlySet<string> =>
  new Set(ops.flatMap((op) => (op.op === 'insert' && op.entity !== 'voiding' ? [op.id] : [])));

/** Why a change cannot be taken back, judged by itself; null when it can. What rests on it is asked of the journal. */
export const undoProblem = (kind: string, ops: readonly Operation[]): Problem | null => {
  if (isStanding(kind)) return problem('undo.decided');
  if (ops.some(({ entity }) => evidence.includes(entity) && !isEdit(ops, entity))) return problem('undo.decided');
  if (ops.some(({ entity }) => entityByName(entity) === undefined)) return problem('undo.one-way');
  const made = madeIn(ops);
  const oneWay = ops.find((op) => op.op === 'transition' && !made.has(op.id) && !canGoBack(op));
  return oneWay ? problem('undo.one-way') : null;
};

/** Values of the case itself can be set back; only its making and closing stand. */
const isEdit = (ops: readonly Operation[], entity: string): boolean =>
  entity === 'case' && ops.every((op) => op.entity !== 'case' || op.op === 'set');
