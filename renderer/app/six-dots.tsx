import { useTranslation } from 'react-i18next';
import type { StepState } from '../../shared/steps/model.ts';
import { Dots, type DotTone } from '../ui/dots/dots.tsx';

const toneOf: Record<StepState, DotTone> = {
  'not-started': 'empty',
  working: 'working',
  done: 'done',
  waived: 'skipped',
  attention: 'attention',
};

/** The six steps of a case in six dots. */
export const SixDots = ({ states }: { states: readonly StepState[] }) => {
  const { t } = useTranslation();
  const dots = states.map((state, i) => ({
    tone: toneOf[state],
    words: `${i + 1} ${t(`common.step.${i + 1}`)}: ${t(`common.stepState.${state}`)}`,
  }));
  return <Dots dots={dots} />;
};
