import { Alert, Button, Drawer, Progress, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseEffect, PackPreview, StandardsDesk } from '../../../shared/standards/contract.ts';
import { fenOf } from '../../../shared/damages/engine/exact.ts';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { useCore } from '../../app/core-context.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { EffectTable } from './effect-table.tsx';
import { PublishForm } from './publish-form.tsx';
import { useGiveFocusBack } from '../../ui/dialog/give-focus-back.ts';
import styles from './standards.module.css';

type Props = { preview: PackPreview; desk: StandardsDesk; onClose: () => void };
type Running = { percent: number; effects: readonly CaseEffect[] };

/** What a list of figures changes, and what that does to every open case; then it may be published under a version of its own. */
export const PreviewDialog = ({ preview, desk, onClose }: Props) => {
  const { t } = useTranslation();
  useGiveFocusBack();
  const format = useFormat();
  const { api } = useCore();
  const attempt = useAttempt();
  const [running, setRunning] = useState<Running | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const { importId, bad } = preview;
  const yearly = (value: string | undefined): string => (value === undefined ? '—' : format.amount(fenOf(value)));
  const changed = preview.changes.filter(({ change }) => change !== 'same');
  const effect = async (): Promise<void> => {
    setBusy(true);
    const found = await attempt(async () => {
      let effects: CaseEffect[] = [];
      for await (const step of await api.standards.effect({ importId })) {
        effects = [...effects, ...step.effects];
        setRunning({ percent: step.total === 0 ? 100 : Math.floor((100 * step.done) / step.total), effects });
      }
    });
    setBusy(false);
    setProblem(found);
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
          { title: t('standards.column.beforeYearly'), key: 'before', align: 'right', render: (_, row) => yearly(row.before?.value) },
          { title: t('standards.column.afterYearly'), key: 'after', align: 'right', render: (_, row) => yearly(row.figure.value) },
          { title: t('standards.column.mark'), key: 'mark', render: (_, row) => t(`settlement.mark.short.${row.figure.mark}`) },
          { title: t('standards.column.source'), key: 'source', render: (_, row) => row.figure.source },
        ]}
      />
      {desk.mayMove ? (
        <div className={styles['tools']}>
          <Button disabled={bad.length > 0 || changed.length === 0} loading={busy} onClick={() => void effect()}>
            {t('standards.preview.effect')}
          </Button>
          {running === null ? null : (
            <Progress aria-label={t('standards.preview.effect')} percent={running.percent} size="small" style={{ width: 200 }} />
          )}
        </div>
      ) : (
        <p className={styles['second']}>{t('standards.preview.noCases')}</p>
      )}
      {running === null ? null : <EffectTable effects={running.effects} amount={format.amount} />}
      {problem === null ? null : <Alert type="error" showIcon title={problemText(t, problem)} />}
      <PublishForm importId={importId} desk={desk} ready={bad.length === 0 && changed.length > 0} onDone={onClose} />
    </Drawer>
  );
};
