import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { useCore } from '../../app/core-context.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { Form } from '../../ui/form/form.tsx';
import { CodeField } from '../../ui/form/text-fields.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { checkNewPasscode } from './check-new-passcode.ts';
import { NewPasscodeFields, type NewPasscode } from './new-passcode-fields.tsx';

type Values = NewPasscode & { recoveryKey: string | null };

/** The way in when the passcode is forgotten: the recovery key, and a new passcode. */
export const RecoverForm = () => {
  const { t } = useTranslation();
  const { api, queries } = useCore();
  const client = useQueryClient();
  const attempt = useAttempt();
  const form = useForm<Values>({ recoveryKey: null, newPasscode: null, again: null });
  const submit = async (values: Values): Promise<Problem | null> => {
    const wrong = checkNewPasscode(values);
    if (wrong !== null) return wrong;
    const { recoveryKey, newPasscode } = values;
    const problem = await attempt(() => api.vault.recover({ recoveryKey: recoveryKey ?? '', newPasscode: newPasscode ?? '' }));
    await client.invalidateQueries({ queryKey: queries.vault.key() });
    if (problem === null) return null;
    return problem.field === null && problem.code.includes('recovery-key') ? { ...problem, field: 'recoveryKey' } : problem;
  };
  return (
    <Form form={form} onSubmit={submit} submitLabel={t('vault.recover.submit')}>
      <CodeField name="recoveryKey" label={t('vault.recover.key')} required wide max={256} autoFocus />
      <NewPasscodeFields form={form} />
    </Form>
  );
};
