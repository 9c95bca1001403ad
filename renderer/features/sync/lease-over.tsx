import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSyncStatus } from '../../app/sync/use-sync.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useLock } from '../../app/window-context.ts';
import { ConnectForm } from './connect-form.tsx';
import { HubFacts } from './connection-card.tsx';
import { Download } from './download.tsx';
import { phaseKey, problemKey } from './sync-view.ts';
import styles from './sync.module.css';

/** The hub was not heard of for too long: everything is still here and unsent work is kept, but only syncing is possible. */
export const LeaseOver = () => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const lock = useLock();
  const { data: status } = useSyncStatus();
  if (status === undefined) return null;
  const relogin = status.mode === 'signed-out' || status.stop === 'relogin';
  return (
    <section className={styles['alone']}>
      <h1 className={styles['lead']}>{t('sync.lease.title')}</h1>
      <p className={styles['text']}>{t('sync.lease.text', { count: status.counts.waiting })}</p>
      <HubFacts status={status} />
      <p role="status">
        {status.problem === null ? t(phaseKey(status)) : <span className={styles['wrong']}>{t(problemKey(status.problem))}</span>}
      </p>
      <Download status={status} />
      {relogin ? <ConnectForm address={status.hub?.address ?? null} submitLabel={t('sync.connect.again')} autoFocus /> : null}
      <div className={styles['row']}>
        {relogin ? null : (
          <Button type="primary" onClick={() => void attempt((api) => api.sync.now())}>
            {t('sync.action.now')}
          </Button>
        )}
        <Button onClick={() => void lock()}>{t('nav.lock')}</Button>
      </div>
    </section>
  );
};
