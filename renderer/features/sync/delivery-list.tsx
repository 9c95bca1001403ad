import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { useGo } from '../../app/go.ts';
import { useSyncStatus } from '../../app/sync/use-sync.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import styles from './sync.module.css';

/** 送达证明: case by case, how many own changes are on the way, received, and came back. */
export const DeliveryList = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const format = useFormat();
  const go = useGo();
  const { data: status } = useSyncStatus();
  const { data, error, refetch } = useQuery(queries.sync.delivery.queryOptions());
  if (data === undefined)
    return error === null ? <LoadingState rows={8} /> : <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} />;
  if (data.length === 0) return <EmptyState title={t('sync.change.none')} text={t('sync.change.noneText')} />;
  const alone = status?.mode === 'alone';
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          {(['case', alone ? 'here' : 'way', 'received', 'back', 'settled', 'last'] as const).map((one) => (
            <th key={one} scope="col">
              {t(`sync.delivery.${one}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.map(({ caseId, reportNumber, counts, settled, lastAt }) => (
          <tr key={caseId}>
            <th scope="row">
              <Button type="link" size="small" className={styles['flush'] ?? ''} onClick={() => go.case(caseId)}>
                {reportNumber}
              </Button>
            </th>
            <td className={styles['number']}>{format.number(counts.waiting)}</td>
            <td className={styles['number']}>{format.number(counts.accepted + counts.late)}</td>
            <td className={styles['number']}>{format.number(counts.conflict + counts.refused + counts.quarantined)}</td>
            <td className={styles['number']}>{format.number(settled)}</td>
            <td className={styles['number']}>{format.instant(lastAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
