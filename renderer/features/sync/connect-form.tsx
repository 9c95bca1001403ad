import type { Problem } from '../../../shared/kernel/problem.ts';
import { useTranslation } from 'react-i18next';
import { useAttempt } from '../../app/use-attempt.ts';
import { Form } from '../../ui/form/form.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { TextField } from '../../ui/form/text-fields.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { atField } from './sign-in-problem.ts';

type Values = { address: string | null; loginName: string | null; password: string | null };

type Props = {
  /** The hub this file already belongs to. */
  address?: string | null;
  submitLabel: string;
  autoFocus?: boolean;
  onDone?: () => void;
};

/** Address, name and password of the hub. The password is sent once and kept nowhere. */
export const ConnectForm = ({ address = null, submitLabel, autoFocus = false, onDone }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const form = useForm<Values>({ address, loginName: null, password: null });
  const submit = async (values: Values): Promise<Problem | null> => {
    const input = { address: values.address ?? '', loginName: values.loginName ?? '', password: values.password ?? '' };
    const problem = await attempt((api) => api.sync.signIn(input));
    if (problem !== null) return atField(problem);
    form.set('password', null);
    onDone?.();
    return null;
  };
  return (
    <Form form={form} onSubmit={submit} submitLabel={submitLabel} label={t('sync.connect.title')}>
      <TextField
        name="address"
        label={t('sync.connect.address')}
        placeholder="https://"
        hint={t('sync.connect.addressHint')}
        required
        wide
        max={300}
        autoFocus={autoFocus && address === null}
      />
      <TextField name="loginName" label={t('sync.connect.loginName')} required max={64} autoFocus={autoFocus && address !== null} />
      <PasswordField name="password" label={t('sync.connect.password')} required />
    </Form>
  );
};
