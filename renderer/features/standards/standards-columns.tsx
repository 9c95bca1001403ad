import { Tag, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PackHead } from '../../../shared/standards/contract.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './standards.module.css';

/** Where a pack comes from, and since when it is here. */
const Origin = ({ pack }: { pack: PackHead }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const at = pack.at === null ? '' : format.instant(pack.at);
  if (pack.source === 'shipped') return t('standards.origin.shipped');
  if (pack.source === 'company') return t('standards.origin.company', { version: pack.publishedVersion, at });
  const by = [pack.byName, pack.fileName, pack.note].filter(Boolean).join(' · ');
  return (
    <>
      {t('standards.origin.local', { at })}
      {by === '' ? null : <div className={styles['second']}>{by}</div>}
    </>
  );
};

export const usePackColumns = (): TableColumnsType<PackHead> => {
  const { t } = useTranslation();
  return [
    {
      title: t('standards.column.version'),
      key: 'version',
      rowScope: 'row',
      render: (_, pack) => (
        <>
          <strong>{pack.version}</strong> {pack.inForce ? <Tag color="success">{t('standards.inForce')}</Tag> : null}
        </>
      ),
    },
    { title: t('standards.column.origin'), key: 'origin', render: (_, pack) => <Origin pack={pack} /> },
    { title: t('standards.column.issuedOn'), dataIndex: 'issuedOn', key: 'issuedOn', className: styles['number'] ?? '' },
    { title: t('standards.column.figures'), dataIndex: 'figures', key: 'figures', align: 'right' },
    {
      title: t('standards.column.unverified'),
      key: 'unverified',
      align: 'right',
      render: (_, { unverified }) => (unverified === 0 ? 0 : <Tag color="warning">{unverified}</Tag>),
    },
    { title: t('standards.column.cases'), dataIndex: 'cases', key: 'cases', align: 'right' },
  ];
};
