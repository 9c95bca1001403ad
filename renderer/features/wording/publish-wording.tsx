import { Alert, Button, Drawer, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/kernel/problem.ts';
import type { WordingPreview } from '../../../shared/wording/contract.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import styles from './wording.module.css';

type Props = { file: File; preview: WordingPreview; onClose: () => void };

/** What a file of words changes against what counts now; then it may be published for everybody. */
export const PublishWording = ({ file, preview, onClose }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const publish = async (): Promise<void> => {
    setBusy(true);
    const found = await attempt(async (api) => {
      const { version } = await api.wording.publish({ file, seen: preview.seen });
      toast.done(t('wording.published', { version }));
    });
    setBusy(false);
    setProblem(found);
    if (found === null) onClose();
  };
  return (
    <Drawer open size={640} title={t('wording.preview', { name: preview.fileName })} onClose={onClose}>
      <Table<WordingPreview['changes'][number]>
        size="small"
        rowKey={({ list, id }) => `${list} ${id}`}
        pagination={preview.changes.length > 15 ? { pageSize: 15 } : false}
        dataSource={[...preview.changes]}
        columns={[
          { title: t('wording.column.change'), render: (_, { change }) => t(`wording.change.${change}`) },
          { title: t('wording.column.list'), render: (_, { list }) => t(`wording.name.${list}`) },
          { title: t('wording.column.id'), dataIndex: 'id' },
        ]}
      />
      <p className={styles['second']}>{t('wording.publishNote')}</p>
      {problem === null ? null : <Alert type="error" showIcon title={problemText(t, problem)} />}
      <Button type="primary" loading={busy} onClick={() => void publish()}>
        {t('wording.publish')}
      </Button>
    </Drawer>
  );
};
