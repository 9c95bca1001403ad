import { Select, Table } from 'antd';
import type { ColumnsType, ColumnType } from 'antd/es/table';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../app/failure.ts';
import { useListKeys } from '../../ui/list/use-list-keys.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import styles from './ledgers.module.css';

const pageSize = 50;

/** Filter and page of a ledger: another filter begins on the first page. */
export const useLedgerView = <Filter extends object>(first: Filter) => {
  const [filter, setFilter] = useState(first);
  const [page, setPage] = useState(1);
  const change = (part: Partial<Filter>): void => {
    setFilter((now) => ({ ...now, ...part }));
    setPage(1);
  };
  return { filter, page, setPage, change, span: { offset: (page - 1) * pageSize, limit: pageSize } };
};

/** The query behind a ledger. */
type Asked = { error: unknown; refetch: () => Promise<unknown> };

type Props<Row> = {
  rows: readonly Row[] | undefined;
  total: number | undefined;
  asked: Asked;
  view: { page: number; setPage: (page: number) => void };
  columns: ColumnsType<Row>;
  keyOf: (row: Row) => string;
  empty: { title: string; text: string };
  width: number;
  onOpen: (row: Row) => void;
};

/** A ledger, page by page. J and K walk the lines, Enter opens the case. */
export const LedgerTable = <Row extends object>({ rows, total, asked, view, columns, keyOf, empty, width, onOpen }: Props<Row>) => {
  const { t } = useTranslation();
  const lines = rows ?? [];
  const open = (row: Row | undefined): void => (row === undefined ? undefined : onOpen(row));
  const labels = { next: t('common.list.next'), previous: t('common.list.previous'), enter: t('ledgers.list.open') };
  const [current] = useListKeys({ count: lines.length, labels, onEnter: (i) => open(lines[i]) });
  if (rows === undefined) {
    if (asked.error === null) return <LoadingState rows={10} />;
    return <ErrorState {...failureOf(t, asked.error)} onRetry={() => void asked.refetch()} />;
  }
  return (
    <Table<Row>
      size="small"
      rowKey={keyOf}
      columns={columns}
      dataSource={[...rows]}
      scroll={{ x: width }}
      pagination={{
        current: view.page,
        pageSize,
        total: total ?? 0,
        showSizeChanger: false,
        hideOnSinglePage: true,
        onChange: view.setPage,
      }}
      locale={{ emptyText: <EmptyState {...empty} /> }}
      rowClassName={(_, i) => `${styles['row'] ?? ''} ${i === current ? (styles['current'] ?? '') : ''}`}
      onRow={(row, i) => ({ onClick: () => open(row), 'data-current-line': i === current }) as React.HTMLAttributes<HTMLElement>}
    />
  );
};

/** Which case a line is about, and which of its people. */
export const useCaseColumn = <Row extends { reportNumber: string; partyName: string | null }>(): ColumnType<Row> => {
  const { t } = useTranslation();
  return {
    key: 'case',
    title: t('ledgers.column.case'),
    width: 150,
    render: (_, line) => (
      <>
        <b className="tabular">{line.reportNumber}</b>
        <span className={styles['second']}>{line.partyName ?? t('ledgers.column.wholeCase')}</span>
      </>
    ),
  };
};

/** The filters above a ledger, and how many lines they leave. */
export const FilterRow = ({ total, children }: { total: number | undefined; children: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <div className={styles['filters']}>
      {children}
      <span className={styles['second']}>{total === undefined ? '' : t('ledgers.list.total', { count: total })}</span>
    </div>
  );
};

type FilterProps<Value> = {
  label: string;
  value: Value | null;
  choices: readonly { value: Value; label: string }[];
  onPick: (value: Value | null) => void;
};

/** One filter of the row above a ledger; empty shows everything. */
export const Filter = <Value extends string>({ label, value, choices, onPick }: FilterProps<Value>) => (
  <Select<Value | null>
    aria-label={label}
    placeholder={label}
    value={value}
    options={[...choices]}
    allowClear
    showSearch={{ optionFilterProp: 'label' }}
    popupMatchSelectWidth={false}
    className={styles['filter'] ?? ''}
    onChange={(picked: Value | null | undefined) => onPick(picked ?? null)}
  />
);
