import type { ClockView } from '../../../shared/clocks/view.ts';
import type { StepState } from '../../../shared/steps/model.ts';
import { dotsOf, stepsOf } from '../../../shared/steps/rules.ts';
import type { CaseSnapshot } from '../../../shared/steps/snapshot.ts';
import type { WriteDb } from '../../db/handles.ts';
import { keepSummary } from './summary-rows.ts';

/** One letter per state, so that six dots are six characters. */
export const dotLetters: Readonly<Record<StepState, string>> = {
  'not-started': 'n',
  working: 'w',
  done: 'd',
  waived: 'v',
  attention: 'a',
};

/** Recomputes the list line of one case. Dots depend on decisions and records only, so no limit in days matters here. */
export const projectSummary = (db: WriteDb, file: CaseSnapshot, context: { clocks: readonly ClockView[]; now: string }): void => {
  const dots = dotsOf(stepsOf(file, { silentDays: 0, now: context.now }))
    .map((state) => dotLetters[state])
    .join('');
  keepSummary(db, file.caseId, {
    dots,
    next: context.clocks[0] ?? null,
    lastContactAt: file.lastContactAt,
    waitingEscalations: file.escalations.filter(({ state }) => state === 'submitted').length,
  });
};
