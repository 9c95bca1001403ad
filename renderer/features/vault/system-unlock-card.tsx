import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { useCore } from '../../app/core-context.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { Card } from '../../ui/card/card.tsx';
import { Form } from '../../ui/form/form.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import styles from './vault.module.css';

type Values = { passcode: string | null };

const empty: Values = { passcode: null };

const Switch = ({ on }: { on: boolean }) => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const client = useQueryClient();
  const attempt = useAttempt();
  const toast = useToast();
  const form = useForm<Values>(empty);
  const submit = async ({ passcode }: Values): Promise<Problem | null> => {
    const problem = await attempt((api) => api.vault.setSystemUnlock({ passcode: passcode ?? '', on: !on }));
    if (problem !== null) return problem;
    form.reset(empty);
    toast.done(t(on ? 'vault.system.doneOff' : 'vault.system.doneOn'));
    await client.invalidateQueries({ queryKey: queries.vault.key() });
    return null;
  };
  return (
    <>
      <p>{t(on ? 'vault.system.isOn' : 'vault.system.isOff')}</p>
      <Form form={form} onSubmit={submit} submitLabel={t(on ? 'vault.system.turnOff' : 'vault.system.turnOn')} grid={false}>
        <PasswordField name="passcode" label={t('vault.change.present')} required />
      </Form>
    </>
  );
};

/** Whether the system's sign-in may stand in for the passcode on this computer; where it cannot, the reason. */
export const SystemUnlockCard = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const { data: status } = useQuery(queries.vault.status.queryOptions());
  const state = status?.systemUnlock ?? 'absent';
  return (
    <Card title={t('vault.system.title')} note={t('vault.system.note')}>
      <div className={styles['ways']}>
        <p className={styles['text']}>{t('vault.system.text')}</p>
        {state === 'absent' || state === 'weak' ? (
          <>
            <Alert type="info" showIcon title={t(`vault.system.${state}`)} />
            <div className={styles['row']}>
              <Button disabled>{t('vault.system.turnOn')}</Button>
            </div>
          </>
        ) : (
          <Switch on={state === 'on'} />
        )}
      </div>
    </Card>
  );
};
