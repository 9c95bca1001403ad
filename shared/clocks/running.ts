import { addMinutes } from '../kernel/dates.ts';
import { addWorkdays, toCallHours } from '../kernel/work-calendar.ts';
import type { CaseSnapshot } from '../steps/snapshot.ts';
import { rulesAt, type ClockLimits, type ClockRules } from './limits.ts';
import { basisOf, type ClockKind, type ClockView } from './view.ts';

export const hour = 60;
export const day = 24 * hour;

/** A case with the versions of the limits its clocks may run under. */
export type Ticking = { file: CaseSnapshot; rules: readonly ClockRules[] };

type Due = { at: string; known?: boolean; warnAt?: string };

type Start = { kind: ClockKind; startedAt: string } & Partial<Pick<ClockView, 'partyId' | 'refId' | 'waitingFor' | 'what'>>;

/** One clock: `due` computes from the limits in force when it started. */
export const tick = ({ file, rules }: Ticking, start: Start, due: (limits: ClockLimits, from: string) => Due): ClockView => {
  const { version, limits } = rulesAt(rules, start.startedAt);
  const { at, known = true, warnAt = null } = due(limits, start.startedAt);
  return {
    caseId: file.caseId,
    partyId: null,
    refId: null,
    waitingFor: 'us',
    what: null,
    ...start,
    basis: basisOf(start.kind),
    dueAt: at,
    warnAt,
    ruleVersion: start.kind === 'promise' ? null : version,
    calendarKnown: known,
  };
};

/** Due after a span of minutes. */
export const after = (from: string, minutes: number): Due => ({ at: addMinutes(from, minutes) });

/** Due after a span of minutes, but never at a time when nobody may be called. */
export const inCallHours = (from: string, minutes: number, { callFrom, callUntil }: ClockLimits): Due => ({
  at: toCallHours(addMinutes(from, minutes), { from: callFrom, until: callUntil }),
});

/** Due after a number of working days. */
export const afterWorkdays = (from: string, days: number): Due => addWorkdays(from, days);
