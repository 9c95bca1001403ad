import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { useCore } from '../core-context.ts';
import { useAttempt } from '../use-attempt.ts';
import styles from './shell.module.css';

/** Which device, which version, and where the data lies. */
export const FootLine = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const { data: me } = useQuery(queries.people.me.queryOptions());
  const { data: status } = useQuery(queries.vault.status.queryOptions());
  return (
    <footer className={styles['foot']}>
      {me === undefined ? null : <span>{t('nav.foot.device', { name: me.deviceName })}</span>}
      {status === undefined ? null : <span>{t('nav.foot.version', { version: status.version })}</span>}
      {status === undefined ? null : <span>{t('nav.foot.data', { folder: status.dataFolder })}</span>}
      <span>{t('nav.foot.encrypted')}</span>
    </footer>
  );
};

/** Work is never refused for a wrong clock, but the person must know. */
export const ClockWarning = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const format = useFormat();
  const attempt = useAttempt();
  const { data: time } = useQuery(queries.clocks.time.queryOptions({ refetchInterval: 60_000 }));
  const behind = time?.behindMinutes ?? 0;
  return behind === 0 ? null : (
    <p className={styles['warning']} role="status">
      {t('clocks.time.behind', { span: format.span(behind) })}{' '}
      <Button size="small" onClick={() => void attempt((api) => api.clocks.confirmTime())}>
        {t('clocks.time.right')}
      </Button>
    </p>
  );
};
