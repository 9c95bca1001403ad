import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { roles, type Role } from '../../../shared/people/model.ts';
import { useCore } from '../../app/core-context.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { ChoiceField } from '../../ui/form/choice-fields.tsx';
import { Form } from '../../ui/form/form.tsx';
import { TextField } from '../../ui/form/text-fields.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { checkNewPasscode } from './check-new-passcode.ts';
import { NewPasscodeFields, type NewPasscode } from './new-passcode-fields.tsx';

type Values = NewPasscode & { personName: string | null; role: Role; branch: string | null };

const empty: Values = { newPasscode: null, again: null, personName: null, role: 'handler', branch: null };

/** Passcode, and who works here. */
export const SetUpForm = ({ onKey }: { onKey: (recoveryKey: string) => void }) => {
  const { t } = useTranslation();
  const { api } = useCore();
  const attempt = useAttempt();
  const form = useForm<Values>(empty);
  const submit = async (values: Values): Promise<Problem | null> => {
    const wrong = checkNewPasscode(values);
    if (wrong !== null) return wrong;
    const { newPasscode, personName, role, branch } = values;
    const input = { passcode: newPasscode ?? '', personName: personName ?? '', role, branch: branch ?? '' };
    return attempt(async () => onKey((await api.vault.setUp(input)).recoveryKey));
  };
  return (
    <Form form={form} onSubmit={submit} submitLabel={t('vault.setUp.submit')}>
      <NewPasscodeFields form={form} autoFocus />
      <TextField name="personName" label={t('vault.setUp.name')} required />
      <TextField name="branch" label={t('vault.setUp.branch')} />
      <ChoiceField
        name="role"
        label={t('vault.setUp.role')}
        required
        wide
        choices={roles.map((value) => ({ value, label: t(`people.role.${value}`) }))}
      />
    </Form>
  );
};
