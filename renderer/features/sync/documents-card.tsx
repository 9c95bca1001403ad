import { useQuery } from '@tanstack/react-query';
import { Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { documentKinds } from '../../../shared/sync/published.ts';
import { useCore } from '../../app/core-context.ts';
import { flawText } from '../../app/sync/refused-document.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { Card } from '../../ui/card/card.tsx';
import styles from './sync.module.css';

/** 公司文件: what the company has published to this device, which version is here, since when, and what could not be used. */
export const DocumentsCard = () => {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { queries } = useCore();
  const { data } = useQuery(queries.sync.documents.queryOptions());
  const rows = documentKinds.map((kind) => ({
    kind,
    used: data?.find((line) => line.kind === kind && !line.refused),
    refused: data?.find((line) => line.kind === kind && line.refused),
  }));
  return (
    <Card title={t('sync.document.title')} note={t('sync.document.note')}>
      <Table<(typeof rows)[number]>
        size="small"
        rowKey="kind"
        pagination={false}
        loading={data === undefined}
        dataSource={rows}
        columns={[
          {
            title: t('sync.document.column.kind'),
            rowScope: 'row',
            className: styles['words'] ?? '',
            render: (_, { kind }) => t(`sync.document.kind.${kind}`),
          },
          {
            title: t('sync.document.column.version'),
            render: (_, { used, refused }) => (
              <>
                {used === undefined ? (
                  <span className={styles['second']}>{t('sync.document.none')}</span>
                ) : (
                  <span className={styles['row']}>
                    {t('sync.document.version', { version: used.version })}
                    <time dateTime={used.receivedAt} className={`${styles['second']} ${styles['unbroken']}`}>
                      {format.instant(used.receivedAt)}
                    </time>
                  </span>
                )}
                {refused === undefined ? null : (
                  <div className={styles['second']}>
                    <Tag color="error">{t('sync.document.notUsed', { version: refused.version })}</Tag>
                    {flawText(t, (key) => i18n.exists(key), refused)}
                  </div>
                )}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
};
