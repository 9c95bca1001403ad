import type { ClockKind, ClockView } from '../../shared/clocks/view.ts';

export type DueTone = 'overdue' | 'soon' | 'promise' | 'later';

const soonMinutes = 8 * 60;

/** Colour of a due time. Overdue wins over everything; a promise keeps its own colour until it is near. */
export const dueTone = (clock: Pick<ClockView, 'dueAt' | 'basis'>, nowAt: string): DueTone => {
  const minutes = (Date.parse(clock.dueAt) - Date.parse(nowAt)) / 60_000;
  if (minutes < 0) return 'overdue';
  if (minutes < soonMinutes) return 'soon';
  return clock.basis === 'promise' ? 'promise' : 'later';
};

/** The step in which the work that a clock asks for is done. Source: product.md, "The six steps". */
export const stepOfClock: Record<ClockKind, number> = {
  'first-callback': 1,
  visit: 2,
  'progress-insured': 4,
  'progress-injured': 4,
  question: 4,
  promise: 4,
  'escalation-decision': 6,
  'decision-to-tell': 6,
  'advance-decision': 3,
  'visit-recap': 2,
  'papers-list': 1,
  'papers-check': 5,
  review: 5,
  determination: 5,
  'undisputed-part': 5,
  payment: 5,
  'refusal-notice': 6,
  'refusal-call': 6,
  satisfaction: 5,
  'satisfaction-follow-up': 5,
  'complaint-owner': 6,
  'complaint-contact': 6,
  'complaint-plan': 6,
  'complaint-done': 6,
};
