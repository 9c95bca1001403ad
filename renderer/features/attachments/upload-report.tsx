import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './attachments.module.css';
import type { Upload } from './use-uploads.ts';

type Props = { uploads: readonly Upload[]; onRetry: (key: number) => void; onDismiss: (keys: readonly number[]) => void };

const countOf = (uploads: readonly Upload[], state: Upload['state']): number => uploads.filter((one) => one.state === state).length;

/** How far the files are, and every refused one with its reason until somebody has read it. */
export const UploadReport = ({ uploads, onRetry, onDismiss }: Props) => {
  const { t } = useTranslation();
  const left = countOf(uploads, 'waiting') + countOf(uploads, 'sending');
  const refused = uploads.filter(({ state }) => state === 'refused');
  const there = countOf(uploads, 'there');
  const sending = uploads.find(({ state }) => state === 'sending');
  if (uploads.length === 0) return null;
  const result = [
    ...(countOf(uploads, 'added') > 0 ? [t('attachments.report.added', { count: countOf(uploads, 'added') })] : []),
    ...(there > 0 ? [t('attachments.report.there', { count: there })] : []),
  ].join(t('attachments.report.between'));
  return (
    <div className={styles['report']}>
      {left > 0 ? (
        <Progress
          size="small"
          percent={Math.floor((100 * (uploads.length - left)) / uploads.length)}
          aria-label={t('attachments.report.progress')}
        />
      ) : null}
      <p role="status" className={styles['second']}>
        {left > 0
          ? t('attachments.report.left', { done: uploads.length - left, total: uploads.length, name: sending?.file.name ?? '' })
          : result}
      </p>
      {refused.length === 0 ? null : (
        <div className={styles['alert']} role="alert">
          <p className={styles['alertHead']}>
            <b>{t('attachments.report.refused', { count: refused.length })}</b>
            <Button size="small" onClick={() => onDismiss(refused.map(({ key }) => key))}>
              {t('attachments.report.dismissAll')}
            </Button>
          </p>
          <ul className={styles['refused']}>
            {refused.map(({ key, file, reason }) => (
              <li key={key}>
                <b>{file.name}</b> {reason}{' '}
                <Button className={styles['inline'] ?? ''} type="link" size="small" onClick={() => onRetry(key)}>
                  {t('common.action.retry')}
                </Button>
                <Button
                  className={styles['inline'] ?? ''}
                  type="link"
                  size="small"
                  aria-label={t('attachments.report.dismissOne', { name: file.name })}
                  onClick={() => onDismiss([key])}
                >
                  {t('attachments.report.dismiss')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
};
