import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeStates, type ChangeState, type SyncItem } from '../../../shared/sync/contract.ts';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { useGo } from '../../app/go.ts';
import { SyncWordMark } from '../../app/sync/sync-word.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { saveFile } from '../../ui/files/save-file.ts';
import { useListKeys } from '../../ui/list/use-list-keys.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { useSyncWording } from './sync-wording.ts';
import styles from './sync.module.css';

const pageSize = 50;

/** Own changes, the newest first, page by page. */
const useChanges = (state: ChangeState | null) => {
  const { queries } = useCore();
  return useInfiniteQuery(
    queries.sync.items.infiniteOptions({
      input: (before: number | null) => ({ state, before, limit: pageSize }),
      initialPageParam: null as number | null,
      getNextPageParam: (last) => last.next,
      placeholderData: keepPreviousData,
    }),
  );
};

const Line = ({ item, current }: { item: SyncItem; current: boolean }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const { api } = useCore();
  const toast = useToast();
  const { kindOf, codeOf } = useSyncWording();
  const take = async (): Promise<void> => {
    try {
      saveFile((await api.sync.exportItem({ changeId: item.changeId })).file);
    } catch (error) {
      toast.failed(failureOf(t, error).text);
    }
  };
  return (
    <li className={`${styles['line']} ${current ? styles['current'] : ''}`} data-current-line={current}>
      <SyncWordMark word={item.word} />
      <b>{kindOf(item.kind)}</b>
      <span className={styles['number']}>{item.reportNumber}</span>
      <time dateTime={item.at} className={styles['second']}>
        {format.instant(item.at)}
      </time>
      {item.state === 'late' ? <span className={styles['second']}>{t('sync.state.late')}</span> : null}
      {item.code === null ? null : <span className={styles['wrong']}>{codeOf(item.code)}</span>}
      {item.settled ? <span className={styles['second']}>{t('sync.change.settled')}</span> : null}
      <span className={`${styles['row']} ${styles['push']}`}>
        <Button size="small" type="link" onClick={() => go.case(item.caseId)}>
          {t('sync.change.open')}
        </Button>
        <Button size="small" type="link" title={t('sync.change.exportWhy')} onClick={() => void take()}>
          {t('sync.change.export')}
        </Button>
      </span>
    </li>
  );
};

/** Every own change with its word: filter by state, J and K to walk, Enter to open where it was made. */
export const ChangeList = () => {
  const { t } = useTranslation();
  const go = useGo();
  const [state, setState] = useState<ChangeState | null>(null);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useChanges(state);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const labels = { next: t('common.list.next'), previous: t('common.list.previous'), enter: t('sync.change.open') };
  const open = (item: SyncItem | undefined): void => (item === undefined ? undefined : go.case(item.caseId));
  const [current] = useListKeys({ count: items.length, labels, onEnter: (i) => open(items[i]) });
  return (
    <>
      <Select<ChangeState | null>
        size="small"
        aria-label={t('sync.change.filter')}
        placeholder={t('sync.change.all')}
        value={state}
        allowClear
        popupMatchSelectWidth={false}
        options={changeStates.map((value) => ({ value, label: t(`sync.state.${value}`) }))}
        onChange={(next: ChangeState | null | undefined) => setState(next ?? null)}
      />
      {data === undefined ? (
        error === null ? (
          <LoadingState rows={8} />
        ) : (
          <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} />
        )
      ) : null}
      {data !== undefined && items.length === 0 ? <EmptyState title={t('sync.change.none')} text={t('sync.change.noneText')} /> : null}
      <ul className={styles['list']} aria-label={t('sync.section.changes', { count: items.length })}>
        {items.map((item, i) => (
          <Line key={item.changeId} item={item} current={i === current} />
        ))}
      </ul>
      {hasNextPage ? (
        <Button size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('sync.change.more')}
        </Button>
      ) : null}
    </>
  );
};
