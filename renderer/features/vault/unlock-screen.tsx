import { Button, Collapse } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultStatus } from '../../../shared/vault/contract.ts';
import { useCore } from '../../app/core-context.ts';
import { Panel } from './panel.tsx';
import { RecoverForm } from './recover-form.tsx';
import { SystemUnlockButton } from './system-unlock-button.tsx';
import { UnlockForm } from './unlock-form.tsx';
import styles from './vault.module.css';

type Props = { status: VaultStatus; restore: ReactNode };

/** Locked: passcode, or the recovery key. Nothing of the file is in memory here. */
export const UnlockScreen = ({ status, restore }: Props) => {
  const { t } = useTranslation();
  const { api } = useCore();
  const [recovering, setRecovering] = useState(false);
  return (
    <Panel
      title={t(recovering ? 'vault.recover.title' : 'vault.unlock.title')}
      text={t(recovering ? 'vault.recover.text' : 'vault.unlock.text')}
    >
      {recovering ? (
        <RecoverForm />
      ) : (
        <UnlockForm
          waitSeconds={status.waitSeconds}
          submitLabel={t('vault.unlock.submit')}
          call={(passcode) => api.vault.unlock({ passcode })}
        />
      )}
      {status.systemUnlock === 'on' && !recovering ? <SystemUnlockButton /> : null}
      <div className={styles['row']}>
        <Button type="link" onClick={() => setRecovering(!recovering)}>
          {t(recovering ? 'vault.recover.back' : 'vault.unlock.forgotten')}
        </Button>
      </div>
      <Collapse ghost items={[{ key: 'restore', label: t('vault.setUp.haveBackup'), children: restore }]} />
    </Panel>
  );
};
