import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../app/failure.ts';
import { useGo } from '../../app/go.ts';
import { useSyncStatus } from '../../app/sync/use-sync.ts';
import { useNow } from '../../app/use-now.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Card } from '../../ui/card/card.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { ConnectForm } from './connect-form.tsx';
import { Download } from './download.tsx';
import { SignOut } from './sign-out.tsx';
import { leaseDaysLeft, type SyncStatus } from './sync-view.ts';
import styles from './sync.module.css';

export const HubFacts = ({ status }: { status: SyncStatus }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { hub, lastContactAt } = status;
  const days = leaseDaysLeft(status, now);
  if (hub === null) return null;
  return (
    <dl className={styles['facts']}>
      <dt>{t('sync.connection.address')}</dt>
      <dd>{hub.address}</dd>
      <dt>{t('sync.connection.person')}</dt>
      <dd>
        {hub.personName} · {t(`people.role.${hub.role}`)}
      </dd>
      <dt>{t('sync.connection.since')}</dt>
      <dd className={styles['number']}>{format.instant(hub.connectedAt)}</dd>
      <dt>{t('sync.connection.lastContact')}</dt>
      <dd className={styles['number']}>{lastContactAt === null ? t('sync.summary.never') : format.instant(lastContactAt)}</dd>
      {days === null ? null : (
        <>
          <dt>{t('sync.connection.lease')}</dt>
          <dd>{days < 0 ? t('sync.connection.leaseOver') : t('sync.connection.leaseLeft', { count: days })}</dd>
        </>
      )}
    </dl>
  );
};

const Connection = ({ status, onSyncPage }: { status: SyncStatus; onSyncPage: boolean }) => {
  const { t } = useTranslation();
  const go = useGo();
  if (status.mode === 'alone') {
    return (
      <>
        <p className={styles['text']}>{t('sync.connection.aloneText')}</p>
        <ConnectForm submitLabel={t('sync.connect.submit')} onDone={() => go.sync()} />
      </>
    );
  }
  return (
    <>
      <HubFacts status={status} />
      {onSyncPage ? null : <Download status={status} />}
      {status.mode === 'signed-out' ? (
        <>
          <p className={styles['text']}>{t('sync.connection.signedOutText')}</p>
          <ConnectForm address={status.hub?.address ?? null} submitLabel={t('sync.connect.again')} />
        </>
      ) : (
        <div className={styles['row']}>
          {onSyncPage ? null : (
            <Button type="primary" onClick={() => go.sync()}>
              {t('sync.summary.open')}
            </Button>
          )}
          <SignOut waiting={status.counts.waiting} />
        </div>
      )}
    </>
  );
};

/** Work alone, or with the company's hub. */
export const ConnectionCard = ({ onSyncPage = false }: { onSyncPage?: boolean }) => {
  const { t } = useTranslation();
  const { data: status, error, refetch } = useSyncStatus();
  const note = status === undefined ? undefined : t(`sync.connection.mode.${status.mode}`);
  return (
    <Card title={t('sync.connection.title')} {...(note === undefined ? {} : { note })}>
      {status === undefined ? (
        error === null ? (
          <LoadingState rows={3} />
        ) : (
          <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} />
        )
      ) : (
        <Connection status={status} onSyncPage={onSyncPage} />
      )}
    </Card>
  );
};
