import { Button, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Diagnosis } from '../../../shared/doctors/model.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { diagnosisLines, estimatesOf, type DiagnosisLine } from './diagnosis-view.ts';
import { DiagnosisDialog } from './diagnosis-dialog.tsx';
import styles from './doctors.module.css';
import { EstimateDialog } from './estimate-dialog.tsx';

type Props = { file: CaseFile; partyId: string; today: string; readOnly: boolean };

const Stated = ({ rows }: { rows: readonly Diagnosis[] }) => (
  <>
    {rows.map((row) => (
      <div key={row.id}>
        {row.body}
        <div className={styles['second']}>{[row.doctor ?? row.hospital, row.statedOn].filter(Boolean).join(' · ')}</div>
      </div>
    ))}
  </>
);

/** What doctors said and what they wrote, side by side, and the treatment they expect. */
export const DiagnosisPanel = ({ file, partyId, today, readOnly }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<'diagnosis' | 'estimate' | null>(null);
  const lines = diagnosisLines(file, partyId);
  const [estimate, ...earlier] = estimatesOf(file, partyId);
  const close = (): void => setOpen(null);
  const columns = [
    { title: t('doctors.table.diagnosis'), key: 'title', render: (_: unknown, line: DiagnosisLine) => line.title },
    { title: t('doctors.table.spoken'), key: 'spoken', render: (_: unknown, line: DiagnosisLine) => <Stated rows={line.spoken} /> },
    {
      title: t('doctors.table.written'), key: 'written',
      render: (_: unknown, line: DiagnosisLine) =>
        line.written.length === 0 ? <Tag color="warning">{t(line.pending ? 'doctors.table.notYetWritten' : 'doctors.table.nothingWritten')}</Tag> : <Stated rows={line.written} />,
    },
    {
      title: 'ICD-10', key: 'icd10',
      render: (_: unknown, line: DiagnosisLine) => [line.icd10 ?? '—', line.oldIllness ? t('doctors.table.oldIllness') : null].filter(Boolean).join(' · '),
    },
  ];
  return (
    <>
      <section aria-label={t('doctors.table.title')}>
        <div className={styles['head']}>
          <strong>{t('doctors.table.title')}</strong>
          {readOnly ? null : (
            <Button size="small" onClick={() => setOpen('diagnosis')}>
              {t('doctors.table.add')}
            </Button>
          )}
        </div>
        <Table<DiagnosisLine> size="small" pagination={false} rowKey="key" columns={columns} dataSource={lines} locale={{ emptyText: t('doctors.table.empty') }} />
      </section>
      <section aria-label={t('doctors.estimate.title')}>
        <div className={styles['head']}>
          <strong>{t('doctors.estimate.title')}</strong>
          {estimate === undefined ? null : <span className={styles['second']}>{[estimate.doctor, estimate.statedOn].filter(Boolean).join(' · ')}</span>}
          {readOnly ? null : (
            <Button size="small" onClick={() => setOpen('estimate')}>
              {t(estimate === undefined ? 'doctors.estimate.add' : 'doctors.estimate.addNew')}
            </Button>
          )}
        </div>
        {estimate === undefined ? (
          <p className={styles['second']}>{t('doctors.estimate.none')}</p>
        ) : (
          <dl className={styles['pairs']}>
            <div>
              <dt>{t('doctors.estimate.plan')}</dt>
              <dd>{estimate.plan ?? '—'}</dd>
            </div>
            <div>
              <dt>{t('doctors.estimate.stay')}</dt>
              <dd>{estimate.stayDays === null ? '—' : t('doctors.estimate.days', { days: estimate.stayDays })}</dd>
            </div>
            <div>
              <dt>{t('doctors.estimate.cost')}</dt>
              <dd className="tabular">
                {format.money(estimate.costFen)}
                {estimate.nonListedFen === null ? '' : ` ${t('doctors.estimate.nonListed', { amount: format.amount(estimate.nonListedFen) })}`}
              </dd>
            </div>
            <div style={{ gridColumn: '1 / -1' }}>
              <dt>{t('doctors.estimate.outcome')}</dt>
              <dd>{estimate.outcome ?? '—'}</dd>
            </div>
          </dl>
        )}
        {earlier.length > 0 ? (
          <p className={styles['second']}>
            {t('doctors.estimate.earlier', { list: earlier.map((row) => `${row.statedOn ?? ''} ${format.money(row.costFen)}`).join('; ') })}
          </p>
        ) : null}
      </section>
      {open === 'diagnosis' ? <DiagnosisDialog file={file} partyId={partyId} today={today} onClose={close} /> : null}
      {open === 'estimate' ? <EstimateDialog file={file} partyId={partyId} today={today} onClose={close} /> : null}
    </>
  );
};
