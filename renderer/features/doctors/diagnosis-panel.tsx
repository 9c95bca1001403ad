import { Button, Table, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Diagnosis } from '../../../shared/doctors/model.ts';
import { DiagnosisDialog } from './diagnosis-dialog.tsx';
import { contradictionsOf, diagnosisLines, type Contradiction, type DiagnosisLine } from './diagnosis-view.ts';
import styles from './doctors.module.css';
import { FindingList } from './finding-list.tsx';
import type { Finding } from './findings.ts';
import { VoidDialog } from './void-dialog.tsx';

type Props = { file: CaseFile; partyId: string; today: string; readOnly: boolean };

type StatedProps = { rows: readonly Diagnosis[]; onVoid: ((row: Diagnosis) => void) | null };

/** The words of one side with doctor, hospital and day. */
const Stated = ({ rows, onVoid }: StatedProps) => {
  const { t } = useTranslation();
  return (
    <>
      {rows.map((row) => (
        <div key={row.id}>
          {row.body}
          <div className={styles['second']}>
            {[row.statedOn, [row.doctor, row.department, row.hospital].filter(Boolean).join(t('doctors.body.comma'))]
              .filter(Boolean)
              .join(' · ')}{' '}
            {onVoid === null ? null : (
              <Button type="link" size="small" aria-label={t('doctors.void.of', { what: row.body })} onClick={() => onVoid(row)}>
                {t('doctors.void.short')}
              </Button>
            )}
          </div>
        </div>
      ))}
    </>
  );
};

const useFinding = (): ((found: Contradiction) => Finding) => {
  const { t } = useTranslation();
  return ({ rule, spoken, written }) => ({
    key: `${rule}${spoken.id}${written.id}`,
    rule,
    text: t(`doctors.proposal.${rule}`, {
      spoken: spoken.body,
      spokenOn: spoken.statedOn ?? '—',
      written: written.body,
      writtenOn: written.statedOn ?? '—',
    }),
    askWhom: t(`doctors.ask.${rule}`),
    token: written.body,
  });
};

/** What doctors said and what they wrote, side by side, with a mark where the two name different sides or parts. */
export const DiagnosisPanel = ({ file, partyId, today, readOnly }: Props) => {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [voiding, setVoiding] = useState<Diagnosis | null>(null);
  const toFinding = useFinding();
  const lines = diagnosisLines(file, partyId);
  const onVoid = readOnly ? null : setVoiding;
  const columns: TableColumnsType<DiagnosisLine> = [
    {
      title: t('doctors.table.diagnosis'),
      key: 'title',
      width: '22%',
      render: (_, line) => (
        <>
          {line.title}
          {[...new Set(contradictionsOf(line).map(({ rule }) => rule))].map((rule) => (
            <div key={rule}>
              <Tag color="error">≠ {t(`doctors.table.${rule}`)}</Tag>
            </div>
          ))}
        </>
      ),
    },
    { title: t('doctors.table.spoken'), key: 'spoken', render: (_, line) => <Stated rows={line.spoken} onVoid={onVoid} /> },
    {
      title: t('doctors.table.written'),
      key: 'written',
      render: (_, line) =>
        line.written.length === 0 ? (
          <Tag color="warning">{t(line.pending ? 'doctors.table.notYetWritten' : 'doctors.table.nothingWritten')}</Tag>
        ) : (
          <Stated rows={line.written} onVoid={onVoid} />
        ),
    },
    {
      title: 'ICD-10',
      key: 'icd10',
      width: 84,
      render: (_, line) => [line.icd10 ?? '—', line.oldIllness ? t('doctors.table.oldIllness') : null].filter(Boolean).join(' · '),
    },
  ];
  return (
    <section aria-label={t('doctors.table.title')}>
      <div className={styles['head']}>
        <strong>{t('doctors.table.title')}</strong>
        {readOnly ? null : (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('doctors.table.add')}
          </Button>
        )}
      </div>
      <Table<DiagnosisLine>
        size="small"
        pagination={false}
        rowKey="key"
        columns={columns}
        dataSource={lines}
        locale={{ emptyText: t('doctors.table.empty') }}
      />
      <FindingList file={file} partyId={partyId} findings={lines.flatMap(contradictionsOf).map(toFinding)} readOnly={readOnly} />
      {adding ? <DiagnosisDialog file={file} partyId={partyId} today={today} onClose={() => setAdding(false)} /> : null}
      {voiding === null ? null : (
        <VoidDialog caseId={file.case.id} entity="diagnosis" id={voiding.id} what={voiding.body} onClose={() => setVoiding(null)} />
      )}
    </section>
  );
};
