import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StepView } from '../../../shared/steps/view.ts';
import { unmetWords } from './unmet-words.ts';
import styles from './step-frame.module.css';

/** The gate in one line: what keeps the step from being done, or that nothing does. */
export const WhyNotYet = ({ view, doneWhen }: { view: StepView; doneWhen: string }) => {
  const { t } = useTranslation();
  const reason = view.reason === null || view.reason === '' ? null : t('steps.frame.decidedBecause', { reason: view.reason });
  return (
    <div className={styles['gate']}>
      <p className={styles['doneWhen']}>
        <strong>{t('steps.frame.doneWhen')}</strong> {doneWhen}
      </p>
      {view.state === 'done' || view.state === 'waived' ? (
        <Alert
          type={view.state === 'done' ? 'success' : 'info'}
          title={`${t(`steps.frame.is.${view.state}`)}${reason === null ? '' : ` ${reason}`}`}
        />
      ) : null}
      {view.unmet.length > 0 && view.state !== 'waived' ? (
        <Alert
          type="warning"
          title={
            <span>
              <strong>{t(view.state === 'done' ? 'steps.frame.doneAlthough' : 'steps.frame.notYet')}</strong>
              {view.unmet.map((one) => unmetWords(t, one)).join(t('steps.frame.separator'))}
            </span>
          }
        />
      ) : null}
      {view.unmet.length === 0 && view.state === 'working' ? <Alert type="success" title={t('steps.frame.canFinish')} /> : null}
    </div>
  );
};
