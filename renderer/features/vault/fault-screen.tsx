import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultStatus } from '../../../shared/vault/contract.ts';
import type { FaultCode } from '../../../shared/vault/errors.ts';
import { useCore } from '../../app/core-context.ts';
import { waysOut } from './ways-out.ts';
import { Panel } from './panel.tsx';
import { UnlockForm } from './unlock-form.tsx';
import styles from './vault.module.css';

type Props = { status: VaultStatus; restore: ReactNode; onRetry: () => void };

/** `fault.read-only` → `read-only`: the key of its texts. */
const keyOf = (fault: FaultCode): string => fault.replace('fault.', '');

/** One screen for each storage fault: what happened, that nothing was deleted, and the ways out in order of harm. */
export const FaultScreen = ({ status, restore, onRetry }: Props) => {
  const { t } = useTranslation();
  const { api } = useCore();
  const fault = status.fault ?? 'fault.corrupt';
  const ways = waysOut[fault];
  /** A fault met while opening is remembered; locking forgets it, so that the passcode is asked again. */
  const retry = async (): Promise<void> => {
    await api.vault.lock();
    onRetry();
  };
  return (
    <Panel title={t(`vault.fault.${keyOf(fault)}.title`)} text={t(`vault.fault.${keyOf(fault)}.text`)}>
      <p className={styles['text']}>{t('vault.fault.where', { folder: status.dataFolder, version: status.version })}</p>
      {ways.includes('retry') ? (
        <div className={styles['row']}>
          <Button type="primary" onClick={() => void retry()}>
            {t('common.action.retry')}
          </Button>
        </div>
      ) : null}
      {ways.includes('adopt') ? (
        <UnlockForm
          waitSeconds={status.waitSeconds}
          submitLabel={t('vault.fault.adopt')}
          call={(passcode) => api.vault.adopt({ passcode })}
        />
      ) : null}
      {ways.includes('restore') ? (
        <section aria-label={t('vault.setUp.haveBackup')}>
          <h2 className={styles['title']}>{t('vault.setUp.haveBackup')}</h2>
          {restore}
        </section>
      ) : null}
    </Panel>
  );
};
