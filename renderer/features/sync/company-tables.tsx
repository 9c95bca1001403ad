import { Button, Table, Tag, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Company } from '../../../shared/sync/company.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useReinstate } from './company-dialogs.tsx';
import type { Colleague, CompanyAct, CompanyDevice } from './company-view.ts';

type Props = { company: Company; onAct: (act: CompanyAct) => void };

export const ColleagueTable = ({ company, onAct }: Props) => {
  const { t } = useTranslation();
  const reinstate = useReinstate();
  const branchName = new Map(company.branches.map(({ id, name }) => [id, name]));
  const columns: TableColumnsType<Colleague> = [
    { title: t('sync.company.column.name'), dataIndex: 'name', rowScope: 'row' },
    { title: t('sync.connect.loginName'), dataIndex: 'loginName' },
    { title: t('people.field.role'), render: (_, { role }) => t(`people.role.${role}`) },
    { title: t('people.field.branch'), render: (_, { branchId }) => (branchId === null ? '—' : (branchName.get(branchId) ?? '—')) },
    {
      title: t('sync.company.column.state'),
      render: (_, { active }) => (
        <Tag {...(active ? {} : { color: 'error' })}>{t(active ? 'sync.company.active' : 'sync.company.suspended')}</Tag>
      ),
    },
    {
      title: t('sync.lane.column.action'),
      render: (_, person) => (
        <>
          <Button size="small" type="link" onClick={() => onAct({ what: 'change', person })}>
            {t('sync.company.change')}
          </Button>
          <Button size="small" type="link" onClick={() => onAct({ what: 'password', person })}>
            {t('sync.company.password')}
          </Button>
          <Button
            size="small"
            type="link"
            onClick={() => (person.active ? onAct({ what: 'suspend', person }) : void reinstate(person.personId))}
          >
            {t(person.active ? 'sync.company.suspend' : 'sync.company.reinstate')}
          </Button>
        </>
      ),
    },
  ];
  return <Table<Colleague> size="small" pagination={false} rowKey="personId" columns={columns} dataSource={company.people} />;
};

export const DeviceTable = ({ company, onAct }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = new Map(company.people.map(({ personId, name }) => [personId, name]));
  const columns: TableColumnsType<CompanyDevice> = [
    { title: t('sync.company.column.person'), rowScope: 'row', render: (_, { personId }) => nameOf.get(personId) ?? '—' },
    { title: t('sync.company.column.machine'), dataIndex: 'machine' },
    { title: t('sync.company.column.version'), dataIndex: 'appVersion' },
    { title: t('sync.company.column.seen'), render: (_, { lastSeenAt }) => format.instant(lastSeenAt) },
    { title: t('sync.company.column.received'), align: 'right', render: (_, { lastMid }) => format.number(lastMid) },
    {
      title: t('sync.lane.column.action'),
      render: (_, device) =>
        device.revokedAt === null ? (
          <Button
            size="small"
            type="link"
            danger
            onClick={() => onAct({ what: 'revoke', device, name: nameOf.get(device.personId) ?? '—' })}
          >
            {t('sync.company.revoke')}
          </Button>
        ) : (
          t('sync.company.revokedAt', { at: format.instant(device.revokedAt) })
        ),
    },
  ];
  return <Table<CompanyDevice> size="small" pagination={false} rowKey="deviceId" columns={columns} dataSource={company.devices} />;
};
