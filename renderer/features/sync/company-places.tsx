import { Button, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Company } from '../../../shared/sync/company.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { placesOf, type CompanyAct, type Place } from './company-view.ts';

type Props = { company: Company; onAct: (act: CompanyAct) => void };

/** 机构: branches by region, with how many people work there. */
export const PlaceTable = ({ company, onAct }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const rename = (name: string, act: CompanyAct) => (
    <Button size="small" type="link" aria-label={t('sync.company.renameOf', { name })} onClick={() => onAct(act)}>
      {t('sync.company.rename')}
    </Button>
  );
  const columns: TableColumnsType<Place> = [
    {
      title: t('sync.company.column.region'),
      rowScope: 'rowgroup',
      onCell: ({ lines }) => ({ rowSpan: lines }),
      render: (_, { region }) => (
        <>
          {region.name} {rename(region.name, { what: 'region', region })}
        </>
      ),
    },
    {
      title: t('people.field.branch'),
      render: (_, { branch }) =>
        branch === null ? (
          t('sync.company.noBranch')
        ) : (
          <>
            {branch.name} {rename(branch.name, { what: 'branch', branch })}
          </>
        ),
    },
    { title: t('sync.company.column.people'), align: 'right', render: (_, { people }) => format.number(people) },
  ];
  return <Table<Place> size="small" pagination={false} rowKey="key" columns={columns} dataSource={placesOf(company)} />;
};
