import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { useSyncWording } from './sync-wording.ts';
import styles from './sync.module.css';

/** 已交接: one line for each case that left this device, with what of the own work still counted. */
export const HandedOverList = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const format = useFormat();
  const { reasonOf } = useSyncWording();
  const { data, error, refetch } = useQuery(queries.sync.handedOver.queryOptions());
  if (data === undefined)
    return error === null ? <LoadingState rows={6} /> : <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} />;
  if (data.length === 0) return <EmptyState title={t('sync.handedOver.none')} text={t('sync.handedOver.noneText')} />;
  return (
    <ul className={styles['list']}>
      {data.map((stub) => (
        <li key={stub.caseId} className={styles['line']}>
          <b className={styles['number']}>{stub.reportNumber}</b>
          <span>{reasonOf(stub.reason)}</span>
          {stub.late === 0 ? null : <span>{t('sync.handedOver.late', { count: stub.late })}</span>}
          {stub.waiting === 0 ? null : <span>{t('sync.handedOver.waiting', { count: stub.waiting })}</span>}
          <time dateTime={stub.at} className={`${styles['second']} ${styles['push']}`}>
            {format.instant(stub.at)}
          </time>
        </li>
      ))}
    </ul>
  );
};
