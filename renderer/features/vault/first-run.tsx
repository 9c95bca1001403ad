import { Button, Collapse } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BeginChoice, type Beginning } from './begin-choice.tsx';
import { Panel } from './panel.tsx';
import { RecoveryKey } from './recovery-key.tsx';
import { SetUpForm } from './set-up-form.tsx';

type Stage = { at: 'passcode' } | { at: 'key'; recoveryKey: string } | { at: 'begin' } | { at: 'hub' };

type Props = {
  onDone: (beginning: Beginning) => void;
  /** Putting a backup in place instead of starting new. */
  restore: ReactNode;
  /** Signing in to the hub. */
  connect: ReactNode;
};

/** First run: passcode and person, recovery key on paper, then how to begin. */
export const FirstRun = ({ onDone, restore, connect }: Props) => {
  const { t } = useTranslation();
  const [stage, setStage] = useState<Stage>({ at: 'passcode' });
  if (stage.at === 'key') {
    return (
      <Panel title={t('vault.key.title')} text={t('vault.key.text')}>
        <RecoveryKey recoveryKey={stage.recoveryKey} onNoted={() => setStage({ at: 'begin' })} />
      </Panel>
    );
  }
  if (stage.at === 'begin') {
    return (
      <Panel title={t('vault.begin.title')} text={t('vault.begin.text')}>
        <BeginChoice onBegin={(beginning) => (beginning === 'hub' ? setStage({ at: 'hub' }) : onDone(beginning))} />
      </Panel>
    );
  }
  if (stage.at === 'hub') {
    return (
      <Panel title={t('vault.begin.hub')} text={t('vault.begin.hubText')}>
        {connect}
        <Button type="link" onClick={() => setStage({ at: 'begin' })}>
          {t('vault.begin.back')}
        </Button>
      </Panel>
    );
  }
  return (
    <Panel title={t('vault.setUp.title')} text={t('vault.setUp.text')}>
      <SetUpForm onKey={(recoveryKey) => setStage({ at: 'key', recoveryKey })} />
      <Collapse ghost items={[{ key: 'restore', label: t('vault.setUp.haveBackup'), children: restore }]} />
    </Panel>
  );
};
