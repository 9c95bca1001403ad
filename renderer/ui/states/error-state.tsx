import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './states.module.css';

type Props = { text: string; reference?: string | null; onRetry?: () => void };

/** Something failed: the reason, the reference number of a bug, and the way on. */
export const ErrorState = ({ text, reference = null, onRetry }: Props) => {
  const { t } = useTranslation();
  return (
    <div className={styles['state']} role="alert">
      <p className={styles['title']}>{text}</p>
      {reference === null ? null : <p className={styles['text']}>{t('common.state.reference', { reference })}</p>}
      {onRetry === undefined ? null : (
        <div className={styles['actions']}>
          <Button onClick={onRetry}>{t('common.action.retry')}</Button>
        </div>
      )}
    </div>
  );
};
