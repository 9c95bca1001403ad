import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core-context.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Lane } from './lane.tsx';
import { problemKey, sendingKey, type Content } from './sync-view.ts';
import styles from './sync.module.css';

const RetryContent = ({ content }: { content: Content }) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  if (content.refused.length === 0 && content.problem === null) return null;
  return (
    <Button size="small" onClick={() => void attempt((api) => api.sync.retryContent())}>
      {t('sync.action.retry')}
    </Button>
  );
};

const Now = ({ content, lane }: { content: Content; lane: 'thumbnails' | 'originals' }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { sending, problem, refused, leftBehind } = content;
  const percent = sending === null ? '' : format.percent(sending.sentBytes, sending.bytes);
  return (
    <>
      {t(sendingKey(content, lane), { percent })}
      {problem === null ? null : <span className={styles['wrong']}> {t(problemKey(problem))}</span>}
      {lane === 'thumbnails' || refused.length === 0 ? null : (
        <div className={styles['wrong']}>{t('sync.lane.refused', { count: refused.length })}</div>
      )}
      {lane === 'thumbnails' || leftBehind === 0 ? null : <div>{t('sync.lane.leftBehind', { count: leftBehind })}</div>}
    </>
  );
};

/** The two lanes of files: small pictures first, originals after them and only when they are not held. */
export const ContentLanes = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const attempt = useAttempt();
  const { data: content } = useQuery(queries.sync.content.queryOptions({ refetchInterval: 3_000 }));
  if (content === undefined) return null;
  const { originalsHeld: held } = content;
  return (
    <>
      <Lane
        name={t('sync.lane.thumbnails')}
        {...content.thumbnails}
        now={<Now content={content} lane="thumbnails" />}
        action={<RetryContent content={content} />}
      />
      <Lane
        name={t('sync.lane.originals')}
        {...content.originals}
        now={<Now content={content} lane="originals" />}
        action={
          <Button size="small" onClick={() => void attempt((api) => api.sync.holdOriginals({ on: !held }))}>
            {t(held ? 'sync.action.goOn' : 'sync.action.hold')}
          </Button>
        }
      />
    </>
  );
};
