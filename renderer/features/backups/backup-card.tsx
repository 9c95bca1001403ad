import { useMutation } from '@tanstack/react-query';
import { DownloadOutlined } from '@ant-design/icons';
import { Button, Collapse } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { saveFile } from '../../ui/files/save-file.ts';
import { Card } from '../../ui/card/card.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { RestoreForm } from './restore-form.tsx';

/** One encrypted file with everything in it, out and back in. */
export const BackupCard = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const toast = useToast();
  const make = useMutation({
    ...queries.backups.make.mutationOptions(),
    onError: (error) => toast.failed(failureOf(t, error).text),
    onSuccess: ({ file, changes, attachments }) => {
      saveFile(file);
      toast.done(t('backups.make.done', { changes, attachments }));
    },
  });
  return (
    <Card title={t('backups.card.title')} note={t('backups.card.note')}>
      <Button type="primary" icon={<DownloadOutlined aria-hidden />} loading={make.isPending} onClick={() => make.mutate(undefined)}>
        {make.isPending ? t('backups.make.busy') : t('backups.make.submit')}
      </Button>
      <Collapse ghost items={[{ key: 'restore', label: t('backups.restore.title'), children: <RestoreForm /> }]} />
    </Card>
  );
};
