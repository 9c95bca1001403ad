import type { ClockRules } from '../../../shared/clocks/limits.ts';
import { runningClocks } from '../../../shared/clocks/rules.ts';
import type { ClockView } from '../../../shared/clocks/view.ts';
import type { CaseSnapshot } from '../../../shared/steps/snapshot.ts';
import type { WriteDb } from '../../db/handles.ts';
import { clocksOfCase, dropClock, keepClock } from './clock-rows.ts';

/** Brings the stored clocks of one case in line with its file, writing only what differs; returns them, earliest due first. */
export const projectClocks = (db: WriteDb, file: CaseSnapshot, rules: readonly ClockRules[]): ClockView[] => {
  const wanted = runningClocks(file, rules);
  const stored = new Map(clocksOfCase(db, file.caseId).map((clock) => [keyOf(clock), clock]));
  for (const clock of wanted) {
    const known = stored.get(keyOf(clock));
    stored.delete(keyOf(clock));
    if (!known || !isSame(known, clock)) keepClock(db, clock);
  }
  for (const gone of stored.values()) dropClock(db, gone);
  return wanted;
};

const keyOf = ({ kind, partyId, refId }: ClockView): string => `${kind} ${partyId ?? ''} ${refId ?? ''}`;

const compared = ['dueAt', 'startedAt', 'what', 'waitingFor', 'basis', 'warnAt', 'ruleVersion', 'calendarKnown'] as const;

const isSame = (a: ClockView, b: ClockView): boolean => compared.every((name) => a[name] === b[name]);
