import { compareText } from '../kernel/compare-text.ts';
import type { Complaint, ComplaintState } from './model.ts';

/** What comes next: a complaint is contacted, planned and done in this order. Source: product.md, clocks. */
export const nextState: Readonly<Record<ComplaintState, Exclude<ComplaintState, 'received'> | null>> = {
  received: 'contacted',
  contacted: 'planned',
  planned: 'done',
  done: null,
};

/** Where a step keeps its time and its words. */
export const stepFields = {
  contacted: { at: 'contactedAt', words: 'contactedWords' },
  planned: { at: 'plannedAt', words: 'plan' },
  done: { at: 'doneAt', words: 'outcome' },
} as const satisfies Record<Exclude<ComplaintState, 'received'>, { at: keyof Complaint; words: keyof Complaint }>;

/** When the last step was taken; the next one cannot lie before it. */
export const lastStepAt = ({ madeAt, contactedAt, plannedAt, doneAt }: Complaint): string => doneAt ?? plannedAt ?? contactedAt ?? madeAt;

/** Open ones first, urgent before the others, the oldest on top; of the settled ones the newest. */
export const inOrder = <C extends Pick<Complaint, 'state' | 'urgent' | 'madeAt'>>(rows: readonly C[]): C[] =>
  rows.toSorted(
    (a, b) =>
      Number(a.state === 'done') - Number(b.state === 'done') ||
      Number(b.urgent === true) - Number(a.urgent === true) ||
      (a.state === 'done' ? compareText(b.madeAt, a.madeAt) : compareText(a.madeAt, b.madeAt)),
  );
