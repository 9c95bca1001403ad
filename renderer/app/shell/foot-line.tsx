import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCore } from '../core-context.ts';
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
  const { data: status } = useQuery(queries.vault.status.queryOptions());
  const behind = status?.clockBehindMinutes ?? 0;
  return behind === 0 ? null : (
    <p className={styles['warning']} role="status">
      {t('nav.clockBehind', { count: behind })}
    </p>
  );
};
