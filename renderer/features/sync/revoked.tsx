import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './sync.module.css';

/** The device was revoked: what was not sent has been handed over, and the key is destroyed. */
export const Revoked = ({ onGoOn }: { onGoOn: () => void }) => {
  const { t } = useTranslation();
  return (
    <section className={styles['alone']} role="alert">
      <h1 className={styles['lead']}>{t('sync.revoked.title')}</h1>
      <p className={styles['text']}>{t('sync.revoked.text')}</p>
      <Button type="primary" onClick={onGoOn}>
        {t('sync.revoked.goOn')}
      </Button>
    </section>
  );
};
