import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core-context.ts';
import { useSyncStatus } from '../../app/sync/use-sync.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useLock } from '../../app/window-context.ts';
import { problemKey } from './sync-view.ts';
import styles from './sync.module.css';

/** The device was revoked and still has what the hub lacks: only that goes on, and how far it is can be seen. Source: SPEC [SY-58]. */
export const HandingOver = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const attempt = useAttempt();
  const lock = useLock();
  const { data: status } = useSyncStatus();
  const { data: content } = useQuery(queries.sync.content.queryOptions({ refetchInterval: 1_000 }));
  if (status === undefined || content === undefined) return null;
  const problem = status.problem === 'revoked' ? content.problem : (status.problem ?? content.problem);
  return (
    <section className={styles['alone']} role="alert">
      <h1 className={styles['lead']}>{t('sync.handingOver.title')}</h1>
      <p className={styles['text']}>{t('sync.handingOver.text')}</p>
      <p role="status">
        {t('sync.handingOver.left', { changes: status.counts.waiting, files: content.undelivered })}
        {problem === null ? null : <span className={styles['wrong']}> {t(problemKey(problem))}</span>}
      </p>
      <div className={styles['row']}>
        <Button type="primary" onClick={() => void attempt((api) => api.sync.now())}>
          {t('sync.handingOver.now')}
        </Button>
        <Button onClick={() => void lock()}>{t('nav.lock')}</Button>
      </div>
    </section>
  );
};
