import { useTranslation } from 'react-i18next';
import type { StepView } from '../../../shared/steps/view.ts';
import styles from './step-bar.module.css';

type Props = { views: readonly StepView[]; names: readonly string[]; current: number; onPick: (step: number) => void };

/** The six steps with their state; the open one is tinted. State is a word or a mark, never colour alone. */
export const StepBar = ({ views, names, current, onPick }: Props) => {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('steps.bar.title')}>
      <ol className={styles['bar']}>
        {views.map((view, i) => (
          <li key={view.step}>
            <button
              type="button"
              className={`${styles['step']} ${styles[view.state] ?? ''}`}
              aria-current={view.step === current ? 'step' : undefined}
              aria-keyshortcuts={`Alt+${view.step}`}
              onClick={() => onPick(view.step)}
            >
              <span className={styles['number']}>{view.step}</span>
              <span className={styles['name']}>{names[i]}</span>
              {view.round > 1 ? <span className={styles['round']}>{t('steps.bar.round', { round: view.round })}</span> : null}
              <span className={styles['state']}>{view.state === 'working' ? `${view.percent}%` : t(`steps.state.${view.state}`)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
};
