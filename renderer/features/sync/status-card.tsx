import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLastContact } from '../../app/sync/use-last-contact.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Card } from '../../ui/card/card.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { Download } from './download.tsx';
import { phaseKey, problemKey, type SyncStatus } from './sync-view.ts';
import styles from './sync.module.css';

const ClockWords = ({ status }: { status: SyncStatus }) => {
  const { t } = useTranslation();
  const format = useFormat();
  if (!status.clock.warn) return null;
  const span = format.span(Math.round(Math.abs(status.clock.skewMs) / 60_000));
  return <p>{t(status.clock.skewMs < 0 ? 'sync.clock.behind' : 'sync.clock.ahead', { span })}</p>;
};

/** The loop stood still with work to do and was started afresh: whoever looks after the devices should know. */
const Restarts = ({ status: { restarts } }: { status: SyncStatus }) => {
  const { t } = useTranslation();
  const format = useFormat();
  if (restarts.lastAt === null) return null;
  return <p>{t('sync.status.restarted', { count: restarts.count, at: format.instant(restarts.lastAt) })}</p>;
};

/** One sentence on how things stand, what stops them, and the way on. */
export const StatusCard = ({ status }: { status: SyncStatus }) => {
  const { t } = useTranslation();
  const seen = useLastContact(status.lastContactAt);
  const attempt = useAttempt();
  const toast = useToast();
  const { counts, unsettled } = status;
  const sync = async (): Promise<void> => {
    const problem = await attempt((api) => api.sync.now());
    if (problem !== null) toast.failed(problemText(t, problem));
  };
  const delivered = counts.accepted + counts.late;
  return (
    <Card
      title={t('sync.page.title')}
      note={status.lastContactAt === null ? seen : <time dateTime={status.lastContactAt}>{seen}</time>}
      extra={
        <Button type="primary" size="small" disabled={status.phase === 'stopped'} onClick={() => void sync()}>
          {t('sync.action.now')}
        </Button>
      }
    >
      <p className={styles['lead']}>{t('sync.status.lead', { waiting: counts.waiting, delivered, unsettled })}</p>
      <p role="status">
        {t(phaseKey(status))}
        {status.problem === null ? null : <span className={styles['wrong']}> {t(problemKey(status.problem))}</span>}
      </p>
      <Download status={status} />
      <ClockWords status={status} />
      <Restarts status={status} />
      {status.unindexed === 0 ? null : <p role="status">{t('sync.status.unindexed', { count: status.unindexed })}</p>}
      {status.newer === 0 ? null : <p>{t('sync.status.newer', { count: status.newer })}</p>}
    </Card>
  );
};
