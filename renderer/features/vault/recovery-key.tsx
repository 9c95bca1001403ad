import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { Form } from '../../ui/form/form.tsx';
import { CodeField } from '../../ui/form/text-fields.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { copySecret } from './copy-secret.ts';
import styles from './vault.module.css';

type Values = { lastGroup: string | null };

/** The last group of the key, as typed back by the person. */
export const lastGroupOf = (recoveryKey: string): string => (recoveryKey.split('-').at(-1) ?? '').toUpperCase();

type Props = { recoveryKey: string; onNoted: () => void };

/** Shown once; typing its last group proves that it stands on paper and not only on this screen. */
export const RecoveryKey = ({ recoveryKey, onNoted }: Props) => {
  const { t } = useTranslation();
  const toast = useToast();
  const form = useForm<Values>({ lastGroup: null });
  const copy = async (): Promise<void> => {
    const copied = await copySecret(recoveryKey);
    if (copied === 'failed') toast.failed(t('vault.key.notCopied'));
    else toast.done(t(copied === 'kept' ? 'vault.key.copied' : 'vault.key.copiedForAMinute'));
  };
  const submit = async ({ lastGroup }: Values): Promise<Problem | null> => {
    if (lastGroup !== lastGroupOf(recoveryKey)) return problem('vault.recovery-key-typo', 'lastGroup');
    onNoted();
    return null;
  };
  return (
    <>
      <p className={styles['key']} data-testid="recovery-key">
        {recoveryKey}
      </p>
      <div className={`${styles['row']} ${styles['noPrint']}`}>
        <Button onClick={() => void copy()}>{t('vault.key.copy')}</Button>
        <Button onClick={() => window.print()}>{t('vault.key.print')}</Button>
      </div>
      <div className={styles['noPrint']}>
        <Form form={form} onSubmit={submit} submitLabel={t('vault.key.noted')}>
          <CodeField name="lastGroup" label={t('vault.key.lastGroup')} required hint={t('vault.key.lastGroupHint')} />
        </Form>
      </div>
    </>
  );
};
