import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { useCore } from '../../app/core-context.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { problemText } from '../../i18n/problem-text.ts';
import styles from './vault.module.css';

/** Opens with the system's sign-in, always by an explicit click. When it fails, the passcode stands right above. */
export const SystemUnlockButton = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const client = useQueryClient();
  const attempt = useAttempt();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const open = async (): Promise<void> => {
    setBusy(true);
    try {
      setProblem(await attempt((api) => api.vault.unlockBySystem()));
      await client.invalidateQueries({ queryKey: queries.vault.key() });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div className={styles['row']}>
        <Button loading={busy} onClick={() => void open()}>
          {t('vault.system.open')}
        </Button>
      </div>
      {problem === null ? null : <Alert type="warning" showIcon role="alert" title={problemText(t, problem)} />}
    </>
  );
};
