import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Checkbox, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useTranslation } from 'react-i18next';
import type { PromiseFilter, PromiseLine } from '../../../shared/promises/contract.ts';
import { promiseSides, promiseStates } from '../../../shared/promises/model.ts';
import { useCore } from '../../app/core-context.ts';
import { useGo } from '../../app/go.ts';
import { useNow } from '../../app/use-now.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Filter, FilterRow, LedgerTable, useCaseColumn, useLedgerView } from './ledger-table.tsx';
import styles from './ledgers.module.css';
import { PromiseShares } from './promise-shares.tsx';

const stateColour = { open: 'processing', kept: 'success', broken: 'error', moved: 'default' } as const;

const useColumns = (): ColumnsType<PromiseLine> => {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const inCase = useCaseColumn<PromiseLine>();
  const title = (key: string): string => t(`ledgers.column.${key}`);
  const late = ({ promise }: PromiseLine): boolean => promise.state === 'open' && promise.dueAt < now;
  return [
    {
      key: 'due',
      title: title('dueAt'),
      width: 150,
      render: (_, line) => (
        <>
          <span className={`${late(line) ? (styles['late'] ?? '') : ''} tabular`}>{format.due(line.promise.dueAt, now)}</span>
          {late(line) ? (
            <span className={styles['late']}>
              {' '}
              {t('ledgers.promise.late', { span: format.span(format.minutes(line.promise.dueAt, now)) })}
            </span>
          ) : null}
        </>
      ),
    },
    inCase,
    { key: 'what', title: title('what'), width: 320, render: (_, { promise }) => promise.what },
    {
      key: 'who',
      title: title('who'),
      width: 180,
      render: (_, { promise }) => (
        <>
          {t(`contacts.side.${promise.side}`)}
          <span className={styles['second']}>{[promise.byName, promise.toName].filter(Boolean).join(' → ')}</span>
        </>
      ),
    },
    {
      key: 'state',
      title: title('state'),
      width: 160,
      render: (_, { promise }) => (
        <>
          <Tag color={stateColour[promise.state]}>{t(`promises.state.${promise.state}`)}</Tag>
          <span className={styles['second']}>{promise.settledReason ?? ''}</span>
        </>
      ),
    },
  ];
};

/** 承诺台账: open promises first, the next due on top. */
export const PromiseLedger = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const go = useGo();
  const columns = useColumns();
  const view = useLedgerView<PromiseFilter>({ state: null, side: null, overdue: false });
  const { filter, change, span } = view;
  const asked = useQuery(queries.promises.ledger.queryOptions({ input: { filter, ...span }, placeholderData: keepPreviousData }));
  const narrowed = filter.state !== null || filter.side !== null || filter.overdue;
  return (
    <>
      <FilterRow total={asked.data?.total}>
        <Filter
          label={t('ledgers.filter.state')}
          value={filter.state}
          choices={promiseStates.map((value) => ({ value, label: t(`promises.state.${value}`) }))}
          onPick={(state) => change({ state })}
        />
        <Filter
          label={t('ledgers.filter.side')}
          value={filter.side}
          choices={promiseSides.map((value) => ({ value, label: t(`contacts.side.${value}`) }))}
          onPick={(side) => change({ side })}
        />
        <Checkbox checked={filter.overdue} onChange={({ target }) => change({ overdue: target.checked })}>
          {t('ledgers.filter.overdue')}
        </Checkbox>
      </FilterRow>
      <PromiseShares />
      <LedgerTable<PromiseLine>
        rows={asked.data?.lines}
        total={asked.data?.total}
        asked={asked}
        view={view}
        columns={columns}
        keyOf={({ promise }) => promise.id}
        empty={{
          title: t(narrowed ? 'ledgers.empty.narrowed' : 'ledgers.empty.promises'),
          text: t(narrowed ? 'ledgers.empty.narrowedText' : 'ledgers.empty.promisesText'),
        }}
        width={960}
        onOpen={({ promise }) => go.case(promise.caseId ?? '', { partyId: promise.partyId })}
      />
    </>
  );
};
