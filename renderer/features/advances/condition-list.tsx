import { useTranslation } from 'react-i18next';
import type { Condition } from '../../../shared/advances/conditions.ts';
import styles from './advances.module.css';

const sign: Record<Condition['status'], string> = { met: '✓', open: '○', held: '‖', free: '–' };

/** The checklist of a request: what is met, what is open, what holds it back, and what this basis does not wait for. */
export const ConditionList = ({ conditions }: { conditions: readonly Condition[] }) => {
  const { t } = useTranslation();
  return (
    <ul className={styles['lines']} aria-label={t('advances.condition.title')}>
      {conditions.map(({ id, status }) => (
        <li key={id} className={styles[status]}>
          <span aria-hidden="true" className={styles['sign']}>
            {sign[status]}
          </span>
          <span>
            {t(`advances.condition.${id}`)}
            <span className={styles['second']}> · {t(`advances.status.${status}`)}</span>
            {id === 'liability' && (status === 'held' || status === 'free') ? (
              <span className={styles['second']}> {t(`advances.liability.${status}`)}</span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
};
