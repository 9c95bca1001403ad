import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import { paperViews, type PaperBoardLine, type PaperView } from '../../../shared/papers/contract.ts';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { useGo } from '../../app/go.ts';
import { useNow } from '../../app/use-now.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Card } from '../../ui/card/card.tsx';
import { useListKeys } from '../../ui/list/use-list-keys.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { usePaperWords } from './paper-words.ts';
import styles from './papers.module.css';

const pageSize = 50;

const Names = ({ line }: { line: PaperBoardLine }) => {
  const { t } = useTranslation();
  const { nameOf } = usePaperWords();
  return (
    <div className={styles['chips']}>
      {line.papers.map(({ paper, partyName }) => (
        <span key={paper.id}>
          {nameOf(paper)}{' '}
          <span className={styles['second']}>{[partyName ?? '', t(`papers.state.${paper.state}`)].filter(Boolean).join(' ')}</span>
        </span>
      ))}
    </div>
  );
};

const useColumns = (view: PaperView): TableColumnsType<PaperBoardLine> => {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return [
    {
      key: 'case',
      title: t('papers.board.case'),
      width: 170,
      render: (_, line) => (
        <>
          <b className="tabular">{line.reportNumber}</b>
          <div className={styles['second']}>{[line.plate, line.insuredName].filter(Boolean).join(' · ')}</div>
        </>
      ),
    },
    {
      key: 'since',
      title: t(`papers.board.since.${view}`),
      width: 110,
      render: (_, line) => (
        <>
          <span className="tabular">{format.day(chinaDateOf(line.since), now)}</span>
          <div className={styles['second']}>{format.span(format.minutes(line.since, now))}</div>
        </>
      ),
    },
    {
      key: 'count',
      title: t('papers.board.count'),
      width: 64,
      align: 'right',
      render: (_, line) => <span className="tabular">{line.papers.length}</span>,
    },
    { key: 'papers', title: t('papers.board.papers'), render: (_, line) => <Names line={line} /> },
    { key: 'owner', title: t('papers.board.owner'), width: 110, render: (_, line) => line.ownerName ?? '—' },
  ];
};

/** 资料: which cases wait for papers, which papers wait for us, and whose originals we hold; the oldest first. */
export const PapersPage = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const go = useGo();
  const [view, setView] = useState<PaperView>('missing');
  const [page, setPage] = useState(1);
  const input = { view, offset: (page - 1) * pageSize, limit: pageSize };
  const { data, error, refetch } = useQuery(queries.papers.board.queryOptions({ input, placeholderData: keepPreviousData }));
  const columns = useColumns(view);
  const lines = data?.lines ?? [];
  const openLine = (line: PaperBoardLine | undefined): void =>
    line === undefined
      ? undefined
      : go.case(line.caseId, { partyId: line.papers.find(({ paper }) => paper.partyId !== null)?.paper.partyId ?? null, step: 4 });
  const labels = { next: t('common.list.next'), previous: t('common.list.previous'), enter: t('papers.board.open') };
  const [current] = useListKeys({ count: lines.length, labels, onEnter: (i) => openLine(lines[i]) });
  const options = paperViews.map((value) => ({ value, label: t(`papers.view.${value}`, { count: data?.counts[value] ?? 0 }) }));
  const pick = (next: PaperView): void => {
    setView(next);
    setPage(1);
  };
  return (
    <>
      <h1 className="visually-hidden">{t('nav.page.papers')}</h1>
      <Card
        title={t('papers.board.title')}
        note={t(`papers.board.note.${view}`)}
        extra={<Segmented<PaperView> aria-label={t('papers.board.which')} value={view} options={options} onChange={pick} />}
      >
        {data === undefined && error !== null ? <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} /> : null}
        {data === undefined && error === null ? <LoadingState rows={10} /> : null}
        {data === undefined ? null : (
          <Table<PaperBoardLine>
            size="small"
            rowKey={(line) => line.caseId}
            columns={columns}
            dataSource={lines}
            scroll={{ x: 720 }}
            pagination={{ current: page, pageSize, total: data.total, showSizeChanger: false, hideOnSinglePage: true, onChange: setPage }}
            locale={{ emptyText: <EmptyState title={t(`papers.empty.${view}`)} text={t(`papers.empty.${view}Next`)} /> }}
            rowClassName={(_, i) => `${styles['row'] ?? ''} ${i === current ? (styles['current'] ?? '') : ''}`}
            onRow={(line, i) =>
              ({ onClick: () => openLine(line), 'data-current-line': i === current }) as React.HTMLAttributes<HTMLElement>
            }
          />
        )}
      </Card>
    </>
  );
};
