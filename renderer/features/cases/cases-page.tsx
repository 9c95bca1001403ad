import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import type { SorterResult } from 'antd/es/table/interface';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFilter, CaseLine } from '../../../shared/cases/contract.ts';
import { defaultSettings } from '../../../shared/settings/contract.ts';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { useGo } from '../../app/go.ts';
import { useRegisterCase } from '../../app/register-case.ts';
import { useSyncWords } from '../../app/sync/use-sync.ts';
import { useNow } from '../../app/use-now.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Card } from '../../ui/card/card.tsx';
import { useListKeys } from '../../ui/list/use-list-keys.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { caseColumns, sortOfColumn } from './case-columns.tsx';
import { isNarrowed, pageSize } from './case-view.ts';
import styles from './cases.module.css';
import { FilterRow } from './filter-row.tsx';
import { SavedViews } from './saved-views.tsx';
import { useCasesView } from './use-cases-view.ts';

const useCasePage = (filter: CaseFilter, page: number) => {
  const { queries } = useCore();
  const input = { filter, offset: (page - 1) * pageSize, limit: pageSize };
  return useQuery(queries.cases.list.queryOptions({ input, placeholderData: keepPreviousData }));
};

const useColumns = (filter: CaseFilter) => {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { queries } = useCore();
  const wordOf = useSyncWords(null);
  const { data: settings = defaultSettings } = useQuery(queries.settings.read.queryOptions());
  return useMemo(
    () => caseColumns({ t, format, now, silentDays: settings.silentDays, filter, wordOf }),
    [t, format, now, settings.silentDays, filter, wordOf],
  );
};

const NoCases = ({ filter, onClear }: { filter: CaseFilter; onClear: () => void }) => {
  const { t } = useTranslation();
  const go = useGo();
  const register = useRegisterCase();
  if (isNarrowed(filter)) {
    return <EmptyState title={t('cases.empty.narrowed')} actions={<Button onClick={onClear}>{t('cases.filter.clear')}</Button>} />;
  }
  const actions = (
    <>
      <Button type="primary" onClick={register}>
        {t('nav.newCase')} <kbd>Ctrl Shift N</kbd>
      </Button>
      <Button onClick={() => go.import()}>{t('cases.empty.import')}</Button>
    </>
  );
  return <EmptyState title={t('cases.empty.title')} text={t('cases.empty.text')} actions={actions} />;
};

/** All cases: filter row, saved views, dense table. J and K walk, Enter opens. */
export const CasesPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const register = useRegisterCase();
  const { view, change, turnTo, showAll } = useCasesView();
  const { data, error, refetch, isFetching } = useCasePage(view.filter, view.page);
  const columns = useColumns(view.filter);
  const lines = data?.lines ?? [];
  const open = (line: CaseLine | undefined): void => (line === undefined ? undefined : go.case(line.id));
  const labels = { next: t('common.list.next'), previous: t('common.list.previous'), enter: t('cases.list.open') };
  const [current] = useListKeys({ count: lines.length, labels, onEnter: (i) => open(lines[i]) });
  const filterBy = useCallback((part: Partial<CaseFilter>) => change(part), [change]);
  const onSort = (sorter: SorterResult<CaseLine> | SorterResult<CaseLine>[]): void => {
    const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter;
    const sort = sortOfColumn[String(columnKey)] ?? 'next-due';
    change(order === undefined || order === null ? { sort: 'next-due', descending: false } : { sort, descending: order === 'descend' });
  };
  const extra = (
    <>
      <SavedViews filter={view.filter} onShow={change} />
      <Button type="primary" onClick={register}>
        {t('nav.newCase')} <kbd>Ctrl Shift N</kbd>
      </Button>
    </>
  );
  return (
    <>
      <h1 className="visually-hidden">{t('cases.list.title')}</h1>
      <Card
        title={t('cases.list.title')}
        note={data === undefined ? undefined : t('cases.list.total', { count: data.total, shown: format.number(data.total) })}
        extra={extra}
      >
        <FilterRow filter={view.filter} onChange={filterBy} onClear={showAll} />
        {error !== null && data === undefined ? <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} /> : null}
        {data === undefined && error === null ? <LoadingState rows={10} /> : null}
        {data === undefined ? null : (
          <Table<CaseLine>
            size="small"
            rowKey="id"
            columns={columns}
            dataSource={lines}
            loading={isFetching && lines.length === 0}
            scroll={{ x: 1090 }}
            pagination={{
              current: view.page,
              pageSize,
              total: data.total,
              showSizeChanger: false,
              hideOnSinglePage: true,
              onChange: turnTo,
            }}
            locale={{ emptyText: <NoCases filter={view.filter} onClear={showAll} /> }}
            rowClassName={(_, i) => `${styles['row'] ?? ''} ${i === current ? (styles['current'] ?? '') : ''}`}
            onRow={(line, i) => ({ onClick: () => open(line), 'data-current-line': i === current }) as React.HTMLAttributes<HTMLElement>}
            onChange={(...[, , sorter, { action }]) => (action === 'sort' ? onSort(sorter) : undefined)}
          />
        )}
      </Card>
    </>
  );
};
