import { Select, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../app/failure.ts';
import { useListKeys } from '../../ui/list/use-list-keys.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import styles from './ledgers.module.css';

export const pageSize = 50;

type Props<Row> = {
  rows: readonly Row[] | undefined;
  total: number;
  page: number;
  error: unknown;
  columns: ColumnsType<Row>;
  keyOf: (row: Row) => string;
  empty: { title: string; text: string };
  width: number;
  bordered?: boolean;
  onPage: (page: number) => void;
  onRetry: () => void;
  onOpen: (row: Row) => void;
};

/** A ledger, page by page. J and K walk the lines, Enter opens the case. */
export const LedgerTable = <Row extends object>({
  rows,
  total,
  page,
  error,
  columns,
  keyOf,
  empty,
  width,
  bordered = false,
  onPage,
  onRetry,
  onOpen,
}: Props<Row>) => {
  const { t } = useTranslation();
  const lines = rows ?? [];
  const open = (row: Row | undefined): void => (row === undefined ? undefined : onOpen(row));
  const labels = { next: t('common.list.next'), previous: t('common.list.previous'), enter: t('ledgers.list.open') };
  const [current] = useListKeys({ count: lines.length, labels, onEnter: (i) => open(lines[i]) });
  if (rows === undefined) return error === null ? <LoadingState rows={10} /> : <ErrorState {...failureOf(t, error)} onRetry={onRetry} />;
  return (
    <Table<Row>
      size="small"
      bordered={bordered}
      rowKey={keyOf}
      columns={columns}
      dataSource={[...rows]}
      scroll={{ x: width }}
      pagination={{ current: page, pageSize, total, showSizeChanger: false, hideOnSinglePage: true, onChange: onPage }}
      locale={{ emptyText: <EmptyState {...empty} /> }}
      rowClassName={(_, i) => `${styles['row'] ?? ''} ${i === current ? (styles['current'] ?? '') : ''}`}
      onRow={(row, i) => ({ onClick: () => open(row), 'data-current-line': i === current }) as React.HTMLAttributes<HTMLElement>}
    />
  );
};

type FilterProps = {
  label: string;
  value: string | null;
  choices: readonly { value: string; label: string }[];
  onPick: (value: string | null) => void;
};

/** One filter of the row above a ledger; empty shows everything. */
export const Filter = ({ label, value, choices, onPick }: FilterProps) => (
  <Select<string | null>
    aria-label={label}
    placeholder={label}
    value={value}
    options={[...choices]}
    allowClear
    showSearch={{ optionFilterProp: 'label' }}
    popupMatchSelectWidth={false}
    className={styles['filter'] ?? ''}
    onChange={(picked: string | null | undefined) => onPick(picked ?? null)}
  />
);
