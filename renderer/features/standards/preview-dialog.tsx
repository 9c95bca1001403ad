import { Alert, Button, Drawer, Input, Progress, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseEffect, PackPreview } from '../../../shared/standards/contract.ts';
import { useCore } from '../../app/core-context.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { EffectTable } from './effect-table.tsx';
import styles from './standards.module.css';

type Props = { preview: PackPreview; onClose: () => void };
type Running = { percent: number; effects: readonly CaseEffect[] };

/** What a list of figures changes, and what that does to every open case; then it may be published under a version of its own. */
export const PreviewDialog = ({ preview, onClose }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { api } = useCore();
  const attempt = useAttempt();
  const toast = useToast();
  const [running, setRunning] = useState<Running | null>(null);
  const [version, setVersion] = useState('');
  const [issuedOn, setIssuedOn] = useState('');
  const [note, setNote] = useState('');
  const { importId, bad } = preview;
  const changed = preview.changes.filter(({ change }) => change !== 'same');
  const effect = async (): Promise<void> => {
    const problem = await attempt(async () => {
      let effects: CaseEffect[] = [];
      for await (const step of await api.standards.effect({ importId })) {
        effects = [...effects, ...step.effects];
        setRunning({ percent: step.total === 0 ? 100 : Math.floor((100 * step.done) / step.total), effects });
      }
    });
    if (problem !== null) toast.failed(problemText(t, problem));
  };
  const publish = async (): Promise<void> => {
    const problem = await attempt(() => api.standards.publish({ importId, version: version.trim(), issuedOn: issuedOn.trim(), note }));
    if (problem !== null) toast.failed(problemText(t, problem));
    else onClose();
  };
  return (
    <Drawer open size={860} title={t('standards.preview.title', { name: preview.fileName, base: preview.base })} onClose={onClose}>
      {bad.length === 0 ? null : (
        <Alert
          type="error"
          showIcon
          title={t('standards.preview.bad', { count: bad.length })}
          description={
            <ul>
              {bad.slice(0, 20).map((row) => (
                <li key={`${row.line}-${row.problem}`}>
                  {t('standards.preview.badRow', { line: row.line, what: t(`standards.bad.${row.problem}`), cell: row.cell })}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <Table
        size="small"
        rowKey="line"
        pagination={changed.length > 20 ? { pageSize: 20 } : false}
        dataSource={changed}
        locale={{ emptyText: t('standards.preview.same') }}
        columns={[
          { title: t('standards.column.change'), key: 'change', render: (_, row) => t(`standards.change.${row.change}`) },
          {
            title: t('standards.column.figure'),
            key: 'figure',
            render: (_, { figure }) =>
              [figure.region, figure.year, t(`settle.figures.${figure.kind}`), figure.series].filter(Boolean).join(' · '),
          },
          { title: t('standards.column.before'), key: 'before', align: 'right', render: (_, row) => row.before?.value ?? '—' },
          { title: t('standards.column.after'), key: 'after', align: 'right', render: (_, row) => row.figure.value },
          { title: t('standards.column.mark'), key: 'mark', render: (_, row) => t(`settlement.mark.short.${row.figure.mark}`) },
          { title: t('standards.column.source'), key: 'source', render: (_, row) => row.figure.source },
        ]}
      />
      <div className={styles['tools']}>
        <Button disabled={bad.length > 0 || changed.length === 0} onClick={() => void effect()}>
          {t('standards.preview.effect')}
        </Button>
        {running === null ? null : <Progress percent={running.percent} size="small" style={{ width: 200 }} />}
      </div>
      {running === null ? null : <EffectTable effects={running.effects} amount={format.amount} />}
      <div className={styles['publish']}>
        <label>
          {t('standards.publish.version')}
          <Input size="small" maxLength={64} value={version} onChange={(event) => setVersion(event.target.value)} />
        </label>
        <label>
          {t('standards.publish.issuedOn')}
          <Input size="small" placeholder="2026-05-15" value={issuedOn} onChange={(event) => setIssuedOn(event.target.value)} />
        </label>
        <label>
          {t('standards.publish.note')}
          <Input size="small" value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
        <Button
          type="primary"
          disabled={bad.length > 0 || changed.length === 0 || version.trim() === '' || issuedOn.trim() === ''}
          onClick={() => void publish()}
        >
          {t('standards.publish.button')}
        </Button>
      </div>
    </Drawer>
  );
};
