import { useQuery } from '@tanstack/react-query';
import { Collapse, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useTranslation } from 'react-i18next';
import type { PromiseShare } from '../../../shared/promises/contract.ts';
import { useCore } from '../../app/core-context.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './ledgers.module.css';

const useColumns = (): ColumnsType<PromiseShare> => {
  const { t } = useTranslation();
  const format = useFormat();
  const title = (key: string): string => t(`ledgers.shares.${key}`);
  return [
    {
      key: 'name',
      title: title('name'),
      render: (_, { name, side }) => (
        <>
          {name === '' ? title('nobody') : name} <span className={styles['second']}>{t(`contacts.side.${side}`)}</span>
        </>
      ),
    },
    {
      key: 'share',
      title: title('share'),
      render: (_, { kept, broken }) =>
        kept + broken === 0 ? (
          <span className={styles['second']}>{title('none')}</span>
        ) : (
          <span className="tabular">
            {format.percent(kept, kept + broken)} · {t('ledgers.shares.of', { kept, all: kept + broken })}
          </span>
        ),
    },
    { key: 'broken', title: title('broken'), dataIndex: 'broken', width: 90, align: 'right' },
    { key: 'moved', title: title('moved'), dataIndex: 'moved', width: 90, align: 'right' },
    {
      key: 'open',
      title: title('open'),
      width: 170,
      align: 'right',
      render: (_, { open, overdue }) => (
        <>
          {open}
          {overdue === 0 ? null : <span className={styles['late']}> {t('ledgers.shares.overdue', { count: overdue })}</span>}
        </>
      ),
    },
  ];
};

/** 兑现率: per person, how many promises were kept of those that came to an end; a moved one ends in the one it became. */
export const PromiseShares = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const format = useFormat();
  const columns = useColumns();
  const { data: shares = [] } = useQuery(queries.promises.shares.queryOptions());
  if (shares.length === 0) return null;
  const ours = shares.filter(({ side }) => side === 'us');
  const kept = ours.reduce((sum, one) => sum + one.kept, 0);
  const all = ours.reduce((sum, one) => sum + one.kept + one.broken, 0);
  const table = (
    <Table<PromiseShare>
      size="small"
      rowKey={({ name, side }) => `${side} ${name}`}
      columns={columns}
      dataSource={shares}
      pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
    />
  );
  const label = all === 0 ? t('ledgers.shares.title') : t('ledgers.shares.ours', { share: format.percent(kept, all), kept, all });
  // Folded, so that the promises themselves stay in view.
  return <Collapse ghost size="small" items={[{ key: 'shares', label, children: table }]} />;
};
