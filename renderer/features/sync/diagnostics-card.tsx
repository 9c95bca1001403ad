import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { saveFile } from '../../ui/files/save-file.ts';
import { Card } from '../../ui/card/card.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import styles from './sync.module.css';

/** 诊断包: for whoever helps; it holds nothing about a person or a case but ids. */
export const DiagnosticsCard = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const toast = useToast();
  const make = useMutation({
    ...queries.sync.diagnostics.mutationOptions(),
    onError: (error) => toast.failed(failureOf(t, error).text),
    onSuccess: ({ file }) => saveFile(file),
  });
  return (
    <Card title={t('sync.diagnostics.title')}>
      <p className={styles['text']}>{t('sync.diagnostics.text')}</p>
      <Button icon={<DownloadOutlined aria-hidden />} loading={make.isPending} onClick={() => make.mutate(undefined)}>
        {t('sync.diagnostics.make')}
      </Button>
    </Card>
  );
};
