import type { Operation } from '../sync/change.ts';
import { madeIn } from './rules.ts';

type Change = { ops: readonly Operation[] };

const mentions = (value: unknown, ids: ReadonlySet<string>): boolean => {
  if (typeof value === 'string') return ids.has(value);
  if (Array.isArray(value)) return value.some((one) => mentions(one, ids));
  return typeof value === 'object' && value !== null && Object.values(value).some((one) => mentions(one, ids));
};

/** Whether `later` builds on what `change` did: it writes the same field or state, hides the row, or names a row that was made. */
export const restsOn = (later: Change, change: Change): boolean => {
  const made = madeIn(change.ops);
  if (made.size > 0 && later.ops.some((op) => mentions(op, made))) return true;
  return change.ops.some((op) => !made.has(op.id) && later.ops.some((next) => touchesSame(next, op)));
};

const touchesSame = (later: Operation, op: Operation): boolean => {
  if (later.op === 'insert') return later.entity === 'voiding' && later.fields['targetId'] === targetOf(op);
  if (later.entity !== op.entity || later.id !== op.id || later.op !== op.op) return false;
  return later.op === 'transition' || Object.keys(later.fields).some((name) => op.op === 'set' && name in op.fields);
};

/** The row an operation is about: for a voiding the row it hides. */
const targetOf = (op: Operation): string => (op.op === 'insert' ? String(op.fields['targetId']) : op.id);

type Named = Change & { changeId: string; kind: string };

/** The newer change that rests on the one to be taken back, or null. Pairs of a change and its undoing cancel out. */
export const newerOn = <C extends Named>(change: Named, later: readonly C[], undone: ReadonlySet<string>): C | null =>
  later.find((next) => next.kind !== 'undo-change' && !undone.has(next.changeId) && restsOn(next, change)) ?? null;
