import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Tooltip } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useTranslation } from 'react-i18next';
import type { MatrixCase } from '../../../shared/disclosures/contract.ts';
import { useCore } from '../../app/core-context.ts';
import { useGo } from '../../app/go.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWording } from '../../i18n/wording.ts';
import { LedgerTable, useLedgerView } from './ledger-table.tsx';
import styles from './ledgers.module.css';
import { cellOf, toldShare, type Cell } from './matrix-view.ts';

/** A sign for each state, so that colour never stands alone. */
const signs: Record<Cell, string> = { understood: '✓', told: '◐', missing: '✕', none: '·' };

const Mark = ({ cell, words }: { cell: Cell; words: string }) => (
  <Tooltip title={words}>
    <span className={styles[cell]} role="img" aria-label={words}>
      {signs[cell]}
    </span>
  </Tooltip>
);

const useColumns = (): ColumnsType<MatrixCase> => {
  const { t } = useTranslation();
  const format = useFormat();
  const { topics, say } = useWording();
  return [
    {
      key: 'case',
      title: t('ledgers.column.case'),
      width: 170,
      fixed: 'left',
      render: (_, one) => (
        <>
          <b className="tabular">{one.reportNumber}</b>
          <span className={styles['second']}>
            {one.partyNames.slice(0, 2).join(t('common.list.comma'))}
            {one.partyNames.length > 2 ? ` +${one.partyNames.length - 2}` : ''}
          </span>
        </>
      ),
    },
    {
      key: 'share',
      title: t('ledgers.column.share'),
      width: 76,
      align: 'right',
      fixed: 'left',
      render: (_, one) => {
        const { told, all } = toldShare(one, topics);
        return (
          <span className={`tabular ${told < all ? (styles['soon'] ?? '') : (styles['fine'] ?? '')}`}>
            {told} / {all}
          </span>
        );
      },
    },
    ...topics.map((topic) => ({
      key: topic.id,
      title: (
        <span className={styles['topic']} title={say(topic.name)}>
          {say(topic.name)}
        </span>
      ),
      width: 48,
      align: 'center' as const,
      render: (_: unknown, one: MatrixCase) => {
        const cell = cellOf(one, topic);
        const at = one.told[topic.id]?.toldAt;
        const words = [say(topic.name), t(`ledgers.cell.${cell}`), at === undefined ? null : format.instant(at)]
          .filter(Boolean)
          .join(' · ');
        return <Mark cell={cell} words={words} />;
      },
    })),
  ];
};

const Legend = () => {
  const { t } = useTranslation();
  return (
    <div className={styles['filters']}>
      {(['understood', 'told', 'missing', 'none'] as const).map((cell) => (
        <span key={cell} className={styles['legend']}>
          <span className={styles[cell]} aria-hidden="true">
            {signs[cell]}
          </span>
          {t(`ledgers.cell.${cell}`)}
        </span>
      ))}
    </div>
  );
};

/** Topics × open cases: at one look, who still has to be told what. */
export const TopicMatrix = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const go = useGo();
  const { topics } = useWording();
  const columns = useColumns();
  const view = useLedgerView({});
  const asked = useQuery(queries.disclosures.matrix.queryOptions({ input: view.span, placeholderData: keepPreviousData }));
  return (
    <>
      <Legend />
      <LedgerTable<MatrixCase>
        rows={asked.data?.cases}
        total={asked.data?.total}
        asked={asked}
        view={view}
        columns={columns}
        keyOf={({ caseId }) => caseId}
        empty={{ title: t('ledgers.empty.matrix'), text: t('ledgers.empty.matrixText') }}
        width={246 + topics.length * 48}
        onOpen={({ caseId }) => go.case(caseId)}
      />
    </>
  );
};
