import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { StepEventKind } from '../../../shared/steps/model.ts';
import type { StepView } from '../../../shared/steps/view.ts';

/** The six steps as they stand for one injured party; steps 1 and 6 are those of the case. */
export const stepsOf = (file: CaseFile, partyId: string | null): StepView[] =>
  [1, 2, 3, 4, 5, 6].map(
    (step) =>
      file.steps.find((view) => view.step === step && (view.partyId === null || view.partyId === partyId)) ?? {
        step,
        partyId: step === 1 || step === 6 ? null : partyId,
        state: 'not-started',
        percent: 0,
        unmet: [],
        round: 1,
        reason: null,
      },
  );

/** The step a person most likely came for: the first one at work, else the first one not begun, else the last. */
export const likelyStep = (views: readonly StepView[]): number =>
  (
    views.find((view) => view.state === 'attention') ??
    views.find((view) => view.state === 'working') ??
    views.find((view) => view.state === 'not-started')
  )?.step ?? 6;

/** What can be decided about a step now, the usual thing first. */
export const eventsFor = (view: StepView): StepEventKind[] => {
  switch (view.state) {
    case 'not-started':
      return ['started', 'waived'];
    case 'working':
      return ['finished', 'waived'];
    case 'attention':
      return ['reopened', 'repeated'];
    case 'done':
      return ['repeated', 'reopened'];
    case 'waived':
      return ['reopened'];
  }
};
