import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepView } from '../../../shared/steps/view.ts';
import { useWording } from '../../i18n/wording.ts';
import { Card } from '../../ui/card/card.tsx';
import type { Tick } from './guide.ts';
import styles from './step-frame.module.css';
import { WhyNotYet } from './why-not-yet.tsx';

type Props = {
  view: StepView;
  ticks: readonly Tick[];
  /** Null when the page is read-only. */
  onTick: ((tick: Tick) => void) | null;
  extra?: ReactNode;
  actions: ReactNode;
  children: ReactNode;
};

/** The same four parts for every step: why, do, record, done when. */
export const StepFrame = ({ view, ticks, onTick, extra, actions, children }: Props) => {
  const { t } = useTranslation();
  const { stepOf, say } = useWording();
  const step = stepOf(view.step);
  if (step === undefined) return null;
  return (
    <Card title={`${view.step} ${say(step.name)}`} extra={extra}>
      <p className={styles['why']}>{say(step.why)}</p>
      <details className={styles['guide']} open={view.state === 'not-started'}>
        <summary>{t('steps.frame.do', { done: ticks.filter((tick) => tick.done).length, all: ticks.length })}</summary>
        <div className={styles['guideBody']}>
          <p className={styles['words']}>{say(step.opening)}</p>
          <div className={styles['ticks']}>
            {ticks.map((tick) => (
              <Checkbox key={tick.point.id} checked={tick.done} disabled={onTick === null} onChange={() => onTick?.(tick)}>
                {say(tick.point.text)}
              </Checkbox>
            ))}
          </div>
          <p className={styles['words']}>{say(step.closing)}</p>
        </div>
      </details>
      <div className={styles['record']}>{children}</div>
      <WhyNotYet view={view} doneWhen={say(step.doneWhen)} />
      <div className={styles['actions']}>{actions}</div>
    </Card>
  );
};
