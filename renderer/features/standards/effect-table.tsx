import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseEffect } from '../../../shared/standards/contract.ts';

type Props = { effects: readonly CaseEffect[]; amount: (fen: number | null) => string };

const apart = ({ beforeFen, afterFen }: CaseEffect): number | null =>
  beforeFen === null || afterFen === null ? null : afterFen - beforeFen;

/** Open cases whose money would move; those that stay and those that cannot be computed are only counted. */
export const EffectTable = ({ effects, amount }: Props) => {
  const { t } = useTranslation();
  const computed = effects.filter((one) => apart(one) !== null);
  const moved = computed.filter((one) => apart(one) !== 0);
  const missing = effects.length - computed.length;
  return (
    <Table<CaseEffect>
      size="small"
      rowKey="caseId"
      pagination={moved.length > 10 ? { pageSize: 10 } : false}
      dataSource={moved}
      locale={{ emptyText: t('standards.preview.noEffect', { count: computed.length }) }}
      {...(missing === 0 ? {} : { footer: () => t('standards.preview.notComputed', { count: missing }) })}
      columns={[
        { title: t('standards.column.case'), dataIndex: 'reportNumber', key: 'case' },
        { title: t('standards.column.before'), key: 'before', align: 'right', render: (_, one) => amount(one.beforeFen) },
        { title: t('standards.column.after'), key: 'after', align: 'right', render: (_, one) => amount(one.afterFen) },
        { title: t('standards.column.difference'), key: 'apart', align: 'right', render: (_, one) => amount(apart(one)) },
      ]}
    />
  );
};
