import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../app/go.ts';
import { useSyncStatus } from '../../app/sync/use-sync.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useNow } from '../../app/use-now.ts';
import { FormModal } from '../../ui/form/form-modal.tsx';
import { Ask } from './ask.tsx';
import { ConnectForm } from './connect-form.tsx';
import { leaseDaysLeft, leaseTellDays, type SyncStatus } from './sync-view.ts';
import styles from './sync.module.css';

/** Signs in again beside the work: nothing that is here is touched. */
const Relogin = ({ status }: { status: SyncStatus }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('sync.connect.again')}
      </Button>
      {open ? (
        <FormModal title={t('sync.connect.again')} width={520} onClose={() => setOpen(false)}>
          <p className={styles['text']}>{t('sync.notice.reloginText')}</p>
          <ConnectForm address={status.hub?.address ?? null} submitLabel={t('sync.connect.again')} onDone={() => setOpen(false)} />
        </FormModal>
      ) : null}
    </>
  );
};

/** An empty or nearly empty answer of the hub is never taken for a wish to delete: the person says so. */
const MassEvict = () => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [open, setOpen] = useState(false);
  const confirm = async (): Promise<void> => {
    setOpen(false);
    await attempt((api) => api.sync.confirmEvict());
  };
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('sync.notice.decide')}
      </Button>
      {open ? (
        <Ask title={t('sync.notice.evictTitle')} text={t('sync.notice.evictText')} onClose={() => setOpen(false)}>
          <Button type="primary" autoFocus onClick={() => setOpen(false)}>
            {t('sync.notice.evictKeep')}
          </Button>
          <Button danger onClick={() => void confirm()}>
            {t('sync.notice.evictConfirm')}
          </Button>
        </Ask>
      ) : null}
    </>
  );
};

const Way = ({ status }: { status: SyncStatus }) => {
  const { t } = useTranslation();
  const go = useGo();
  if (status.stop === 'relogin') return <Relogin status={status} />;
  if (status.stop === 'mass-evict') return <MassEvict />;
  return (
    <Button size="small" onClick={() => go.sync()}>
      {t('sync.summary.open')}
    </Button>
  );
};

/** What stands between this device and its hub and needs the person, on every page; otherwise nothing. */
export const SyncNotice = () => {
  const { t } = useTranslation();
  const now = useNow();
  const { data: status } = useSyncStatus();
  if (status === undefined || status.mode === 'alone') return null;
  if (status.stop !== null) {
    return (
      <div className={`${styles['notice']} ${styles['grave']}`} role="alert">
        {t(`sync.stop.${status.stop}`)}
        <Way status={status} />
      </div>
    );
  }
  const days = leaseDaysLeft(status, now);
  if (days === null || days >= leaseTellDays) return null;
  return (
    <div className={styles['notice']} role="status">
      {t('sync.notice.leaseSoon', { count: Math.max(0, days) })}
      <Way status={status} />
    </div>
  );
};
