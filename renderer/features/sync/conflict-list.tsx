import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { SyncWordMark } from '../../app/sync/sync-word.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useListKeys } from '../../ui/list/use-list-keys.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { ConflictDetail } from './conflict-detail.tsx';
import { useSyncWording } from './sync-wording.ts';
import styles from './sync.module.css';

/** 冲突与退回: the list on the left, one of them beside it. J and K walk, 1 to 3 choose, Enter settles. */
export const ConflictList = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const format = useFormat();
  const { kindOf } = useSyncWording();
  const { data, error, refetch } = useQuery(queries.sync.conflicts.queryOptions({ input: { caseId: null } }));
  const rows = data ?? [];
  const labels = { next: t('common.list.next'), previous: t('common.list.previous'), enter: t('sync.conflict.choose') };
  const [current, setCurrent] = useListKeys({ count: rows.length, labels, onEnter: () => undefined });
  if (data === undefined)
    return error === null ? <LoadingState rows={8} /> : <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} />;
  const shown = rows[current];
  if (shown === undefined) return <EmptyState title={t('sync.conflict.none')} text={t('sync.conflict.noneText')} />;
  return (
    <div className={styles['split']}>
      <ul className={styles['list']} aria-label={t('sync.conflict.list')}>
        {rows.map((row, i) => (
          <li key={row.changeId} data-current-line={i === current}>
            <button
              type="button"
              className={`${styles['pick']} ${i === current ? styles['current'] : ''}`}
              aria-pressed={i === current}
              onClick={() => setCurrent(i)}
            >
              <SyncWordMark word={row.state === 'conflict' ? 'conflict' : 'returned'} /> <b>{kindOf(row.kind)}</b>
              <span className={styles['second']}>
                {row.reportNumber} · {format.instant(row.at)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <ConflictDetail key={shown.changeId} conflict={shown} />
    </div>
  );
};
