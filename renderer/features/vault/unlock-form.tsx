import { useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { useCore } from '../../app/core-context.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { Form } from '../../ui/form/form.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useCountdown } from './use-countdown.ts';

type Values = { passcode: string | null };
type Props = { waitSeconds: number; submitLabel: string; call: (passcode: string) => Promise<unknown> };

/** Asks for the passcode; after wrong tries it counts down until the next one is taken. */
export const UnlockForm = ({ waitSeconds, submitLabel, call }: Props) => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const client = useQueryClient();
  const attempt = useAttempt();
  const form = useForm<Values>({ passcode: null });
  const [until, setUntil] = useState(() => Date.now() + waitSeconds * 1_000);
  const left = useCountdown(until);
  const submit = async ({ passcode }: Values): Promise<Problem | null> => {
    const problem = await attempt(() => call(passcode ?? ''));
    const seconds = problem?.facts['seconds'];
    if (typeof seconds === 'number') setUntil(Date.now() + seconds * 1_000);
    await client.invalidateQueries({ queryKey: queries.vault.key() });
    return problem === null ? null : { ...problem, field: 'passcode' };
  };
  return (
    <>
      {left > 0 ? <Alert type="warning" showIcon role="status" title={t('vault.unlock.wait', { count: left })} /> : null}
      <Form form={form} onSubmit={submit} submitLabel={submitLabel} readOnly={left > 0} grid={false}>
        <PasswordField name="passcode" label={t('vault.passcode.label')} required autoFocus />
      </Form>
    </>
  );
};
