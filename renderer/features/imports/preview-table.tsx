import { Segmented, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/imports/contract.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './imports.module.css';
import { columnWord, firstTab, mappedColumns, reasonWords, type PreviewRow, type RowStatus } from './row-words.ts';

const useColumns = (preview: ImportPreview, status: RowStatus): ColumnsType<PreviewRow> => {
  const { t } = useTranslation();
  const reason = {
    key: 'reason',
    title: t('imports.preview.reason'),
    width: 360,
    render: (_: unknown, row: PreviewRow) => (
      <ul className={styles['reasons']}>
        {row.problems.map((one) => (
          <li key={`${one.column} ${one.code}`}>{reasonWords(t, one)}</li>
        ))}
      </ul>
    ),
  };
  return [
    { key: 'line', title: t('imports.preview.line'), width: 64, align: 'right', render: (_, row) => row.line },
    ...(status === 'bad' ? [reason] : []),
    ...mappedColumns(preview.mapping).map((column) => ({
      key: column,
      title: columnWord(t, column),
      width: 140,
      render: (_: unknown, row: PreviewRow) => <span className={styles['cell']}>{row.cells[column] ?? ''}</span>,
    })),
  ];
};

/** The rows of a list, by what would become of them. Bad ones say which field and why. */
export const PreviewTable = ({ preview, busy }: { preview: ImportPreview; busy: boolean }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<RowStatus | null>(null);
  const status = chosen ?? firstTab(preview);
  const columns = useColumns(preview, status);
  const counts: Record<RowStatus, number> = { good: preview.good, bad: preview.bad, 'already-there': preview.alreadyThere };
  const rows = preview.rows.filter((row) => row.status === status);
  const options = (['good', 'bad', 'already-there'] as const).map((value) => ({
    value,
    label: `${t(`imports.preview.tab.${value}`)} ${format.number(counts[value])}`,
  }));
  return (
    <>
      <div className={styles['tabs']}>
        <Segmented<RowStatus> aria-label={t('imports.preview.tabs')} value={status} options={options} onChange={setChosen} />
        {rows.length < counts[status] ? (
          <span className={styles['second']}>{t('imports.preview.first', { count: rows.length })}</span>
        ) : null}
      </div>
      <Table<PreviewRow>
        size="small"
        rowKey="line"
        columns={columns}
        dataSource={rows}
        loading={busy}
        scroll={{ x: 64 + (status === 'bad' ? 360 : 0) + (columns.length - 1) * 140 }}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false, size: 'small' }}
        locale={{ emptyText: t(`imports.preview.empty.${status}`) }}
      />
    </>
  );
};
