import { useTranslation } from 'react-i18next';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { useFieldValue, type FormHandle } from '../../ui/form/use-form.ts';
import { passcodeStrength } from './passcode-strength.ts';
import styles from './vault.module.css';

export type NewPasscode = { newPasscode: string | null; again: string | null };

type Props = { form: FormHandle<object>; autoFocus?: boolean };

/** A passcode typed twice, with a word for its strength while typing. */
export const NewPasscodeFields = ({ form, autoFocus = false }: Props) => {
  const { t } = useTranslation();
  const passcode = useFieldValue<string | null>(form, 'newPasscode') ?? '';
  return (
    <>
      <PasswordField
        name="newPasscode"
        label={t('vault.passcode.new')}
        required
        fresh
        autoFocus={autoFocus}
        hint={t('vault.passcode.hint')}
      />
      <PasswordField
        name="again"
        label={t('vault.passcode.again')}
        required
        fresh
        sameAs={{ name: 'newPasscode', text: t('vault.passcode.mismatch') }}
      />
      <p className={styles['strength']} aria-live="polite">
        {t(`vault.strength.${passcodeStrength(passcode)}`)}
      </p>
    </>
  );
};
