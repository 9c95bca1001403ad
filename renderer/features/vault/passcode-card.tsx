import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { Card } from '../../ui/card/card.tsx';
import { Form } from '../../ui/form/form.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { checkNewPasscode } from './check-new-passcode.ts';
import { NewPasscodeFields, type NewPasscode } from './new-passcode-fields.tsx';

type Values = NewPasscode & { passcode: string | null };

const empty: Values = { passcode: null, newPasscode: null, again: null };

export const PasscodeCard = () => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const form = useForm<Values>(empty);
  const submit = async (values: Values): Promise<Problem | null> => {
    const wrong = checkNewPasscode(values);
    if (wrong !== null) return wrong;
    const problem = await attempt((api) =>
      api.vault.changePasscode({ passcode: values.passcode ?? '', newPasscode: values.newPasscode ?? '' }),
    );
    if (problem !== null) return problem;
    form.reset(empty);
    toast.done(t('vault.change.done'));
    return null;
  };
  return (
    <Card title={t('vault.change.title')} note={t('vault.change.note')}>
      <Form form={form} onSubmit={submit} submitLabel={t('vault.change.submit')}>
        <PasswordField name="passcode" label={t('vault.change.present')} required />
        <NewPasscodeFields form={form} />
      </Form>
    </Card>
  );
};
