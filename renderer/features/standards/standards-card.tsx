import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Table, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/kernel/problem.ts';
import type { PackHead, PackPreview } from '../../../shared/standards/contract.ts';
import { useCore } from '../../app/core-context.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { languageOf } from '../../i18n/texts.ts';
import { Card } from '../../ui/card/card.tsx';
import { saveFile } from '../../ui/files/save-file.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { RefusedDocument } from '../../app/sync/refused-document.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import styles from './standards.module.css';
import { usePackColumns } from './standards-columns.tsx';

/** 标准数据包: every version stays; a new one is a list of figures laid over the newest, seen with its effect before it is published. */
export const StandardsCard = () => {
  const { t, i18n } = useTranslation();
  const { api, queries } = useCore();
  const attempt = useAttempt();
  const toast = useToast();
  const { data } = useQuery(queries.standards.list.queryOptions());
  const { data: desk } = useQuery(queries.standards.desk.queryOptions());
  const columns = usePackColumns();
  const [preview, setPreview] = useState<PackPreview | null>(null);
  const [moving, setMoving] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [reading, setReading] = useState(false);
  const run = async (call: () => Promise<void>): Promise<void> => {
    setProblem(null);
    setProblem(await attempt(call));
  };
  const read = async (file: File): Promise<void> => {
    setReading(true);
    await run(async () => setPreview(await api.standards.read({ file })));
    setReading(false);
  };
  const recalculate = (): Promise<void> =>
    run(async () => {
      let last = { moved: 0, refused: 0 };
      for await (const { done, total, moved, refused } of await api.standards.recalculate()) {
        last = { moved, refused: refused.length };
        setMoving(t('standards.progress', { done, total }));
      }
      setMoving(null);
      toast.done(t('standards.moved', { count: last.moved, refused: last.refused }));
    });
  const behind = desk?.mayMove === true && (data ?? []).some(({ inForce, cases }) => !inForce && cases > 0);
  const hasLocal = (data ?? []).some(({ source }) => source === 'local');
  const inForce = (data ?? []).find((pack) => pack.inForce);
  return (
    <Card
      title={t('standards.title')}
      extra={
        <>
          {desk?.mayPublish ? (
            <>
              <Button
                size="small"
                onClick={() => void run(async () => saveFile(await api.standards.template({ language: languageOf(i18n) })))}
              >
                {t('standards.template')}
              </Button>{' '}
              <Upload
                accept=".xlsx,.csv,.txt"
                showUploadList={false}
                beforeUpload={(file) => {
                  void read(file);
                  return false;
                }}
              >
                <Button size="small" loading={reading}>
                  {t(desk.forCompany ? 'standards.readForCompany' : 'standards.read')}
                </Button>
              </Upload>{' '}
            </>
          ) : null}
          {behind ? (
            <Button size="small" loading={moving !== null} onClick={() => void recalculate()}>
              {moving ?? t('standards.recalculate')}
            </Button>
          ) : null}
        </>
      }
    >
      {problem === null ? null : (
        <Alert type="error" showIcon closable={{ onClose: () => setProblem(null) }} title={problemText(t, problem)} />
      )}
      <RefusedDocument kind="standards-pack" />
      {inForce === undefined ? null : (
        <p className={styles['lead']}>
          {t('standards.lead', { version: inForce.version, issuedOn: inForce.issuedOn })}{' '}
          <span className={styles['second']}>
            {t('standards.rule.latest')} {hasLocal || desk?.forCompany ? t('standards.rule.company') : ''} {t('standards.rule.kept')}{' '}
            {desk === undefined || desk.mayPublish ? '' : t(desk.forCompany ? 'standards.rule.byAdmin' : 'standards.rule.byBranch')}
          </span>
        </p>
      )}
      <Table<PackHead> size="small" pagination={false} rowKey="version" columns={columns} dataSource={[...(data ?? [])]} />
      {preview === null || desk === undefined ? null : <PreviewDialog preview={preview} desk={desk} onClose={() => setPreview(null)} />}
    </Card>
  );
};
