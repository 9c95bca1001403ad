import { useQueryClient } from '@tanstack/react-query';
import { UploadOutlined } from '@ant-design/icons';
import { Button, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { useCore } from '../../app/core-context.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { Form } from '../../ui/form/form.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';

type Values = { passcode: string | null };

/** Puts a backup in place of what is here; what is here is kept aside under another name. */
export const RestoreForm = () => {
  const { t } = useTranslation();
  const { api } = useCore();
  const client = useQueryClient();
  const attempt = useAttempt();
  const toast = useToast();
  const [file, setFile] = useState<File | null>(null);
  const form = useForm<Values>({ passcode: null });
  const submit = async ({ passcode }: Values): Promise<Problem | null> => {
    if (file === null) return problem('required');
    const refused = await attempt(async () => {
      const { changes } = await api.backups.restore({ file, passcode: passcode ?? '' });
      toast.done(t('backups.restore.done', { count: changes }));
    });
    if (refused === null) await client.invalidateQueries();
    return refused?.code === 'backup.wrong-passcode' ? { ...refused, field: 'passcode' } : refused;
  };
  const take = (chosen: File): false => {
    setFile(chosen);
    return false;
  };
  return (
    <Form form={form} onSubmit={submit} submitLabel={t('backups.restore.submit')} grid={false}>
      <p>{t('backups.restore.text')}</p>
      <Upload beforeUpload={take} showUploadList={false} maxCount={1}>
        <Button icon={<UploadOutlined aria-hidden />}>{file === null ? t('backups.restore.choose') : file.name}</Button>
      </Upload>
      <PasswordField name="passcode" label={t('backups.restore.passcode')} required />
    </Form>
  );
};
