import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SyncStatus } from './sync-view.ts';

/** How many cases are still to be fetched; nothing while nothing is. */
export const Download = ({ status }: { status: SyncStatus }) => {
  const { t } = useTranslation();
  if (status.download === null) return null;
  const { left, total } = status.download;
  const done = Math.max(0, total - left);
  return (
    <div role="status">
      {t('sync.download.line', { done, total })}
      <Progress percent={total === 0 ? 0 : Math.floor((100 * done) / total)} size="small" aria-label={t('sync.download.label')} />
    </div>
  );
};
