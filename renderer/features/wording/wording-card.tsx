import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Collapse, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { wordingLists, type WordingPreview } from '../../../shared/wording/contract.ts';
import { useCore } from '../../app/core-context.ts';
import { RefusedDocument } from '../../app/sync/refused-document.tsx';
import { useAttempt } from '../../app/use-attempt.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWording } from '../../i18n/wording.ts';
import { Card } from '../../ui/card/card.tsx';
import { saveFile } from '../../ui/files/save-file.ts';
import { PublishWording } from './publish-wording.tsx';
import { RuleList } from './rule-list.tsx';
import { SilencedList } from './silenced-list.tsx';
import styles from './wording.module.css';

type Given = { file: File; preview: WordingPreview };

/** 话术: whose words count here and since when, the rules behind the suggestions, and what one has put aside. */
export const WordingCard = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const { api, queries } = useCore();
  const attempt = useAttempt();
  const wording = useWording();
  const { data } = useQuery(queries.wording.here.queryOptions());
  const [given, setGiven] = useState<Given | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (data === undefined) return null;
  const read = async (file: File): Promise<void> =>
    setProblem(await attempt(async () => setGiven({ file, preview: await api.wording.read({ file }) })));
  const counts = wordingLists.map((list) => t(`wording.list.${list}`, { count: wording[list].length })).join(t('wording.between'));
  const facts = { version: data.version, at: data.receivedAt === null ? '' : format.instant(data.receivedAt) };
  return (
    <Card
      title={t('wording.title')}
      note={data.version === 0 ? t('wording.shipped') : t('wording.company', facts)}
      extra={
        data.mayPublish ? (
          <>
            <Button size="small" onClick={() => void attempt(async () => saveFile(await api.wording.template()))}>
              {t('wording.template')}
            </Button>{' '}
            <Upload
              accept=".json"
              showUploadList={false}
              beforeUpload={(file) => {
                void read(file);
                return false;
              }}
            >
              <Button size="small">{t('wording.read')}</Button>
            </Upload>
          </>
        ) : null
      }
    >
      {problem === null ? null : (
        <Alert type="error" showIcon closable={{ onClose: () => setProblem(null) }} title={problemText(t, problem)} />
      )}
      <RefusedDocument kind="wording-rules" />
      <p className={styles['lead']}>{data.version === 0 ? t('wording.leadShipped') : t('wording.leadCompany', facts)}</p>
      <p className={styles['second']}>
        {t('wording.counts', { counts })} {t('wording.kept')}{' '}
        {data.mayPublish ? '' : t(data.forCompany ? 'wording.byAdmin' : 'wording.alone')}
      </p>
      <Collapse
        ghost
        size="small"
        items={[
          { key: 'rules', label: t('wording.rules', { count: wording.rules.length }), children: <RuleList /> },
          {
            key: 'silenced',
            label: t('wording.silenced', { count: data.silenced.length }),
            children: <SilencedList rows={data.silenced} />,
          },
        ]}
      />
      {given === null ? null : <PublishWording file={given.file} preview={given.preview} onClose={() => setGiven(null)} />}
    </Card>
  );
};
