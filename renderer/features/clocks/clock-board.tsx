import { Button, Segmented, Table, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClockBasis } from '../../app/clock-basis.tsx';
import { DueTime, DueWords } from '../../app/due-time.tsx';
import { stepOfClock } from '../../app/due.ts';
import { useGo } from '../../app/go.ts';
import { SixDots } from '../../app/six-dots.tsx';
import { Card } from '../../ui/card/card.tsx';
import { useListKeys } from '../../ui/list/use-list-keys.ts';
import { useShortcut } from '../../ui/shortcuts/shortcuts.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { CalendarButton } from './calendar-button.tsx';
import type { TodayClock, TodayAnswer } from './today-answer.ts';
import type { BasisFilter } from './today-view.ts';
import styles from './today.module.css';
import { useBegin } from './use-begin.ts';

type Columns = { now: string; current: number; onBegin: (clock: TodayClock) => void };

const useColumns = ({ now, current, onBegin }: Columns): TableColumnsType<TodayClock> => {
  const { t } = useTranslation();
  const title = (key: string): string => t(`clocks.column.${key}`);
  return [
    { key: 'due', title: title('due'), width: 116, render: (_, clock) => <DueTime clock={clock} now={now} /> },
    {
      key: 'what',
      title: title('what'),
      width: 150,
      render: (_, clock) => (
        <>
          <span className={styles['strong']}>{t(`clocks.kind.${clock.kind}`)}</span>
          {clock.what === null ? null : <span className={styles['second']}>{clock.what}</span>}
        </>
      ),
    },
    {
      key: 'who',
      title: title('who'),
      render: (_, clock) => (
        <>
          {[clock.partyName ?? clock.insuredName, clock.injurySummary].filter(Boolean).join(' · ') || '—'}
          <span className={`${styles['second']} tabular`}>{clock.reportNumber}</span>
        </>
      ),
    },
    { key: 'dots', title: title('dots'), width: 96, render: (_, clock) => <SixDots states={clock.dots} /> },
    {
      key: 'why',
      title: title('why'),
      width: 208,
      render: (_, clock) => (
        <ClockBasis clock={clock}>
          <DueWords clock={clock} now={now} name={t(`clocks.rule.${clock.kind}`)} />
        </ClockBasis>
      ),
    },
    {
      key: 'begin',
      title: <span className="visually-hidden">{title('begin')}</span>,
      width: 84,
      render: (_, clock, i) => (
        <Button
          type={i === current ? 'primary' : 'default'}
          onClick={(event) => {
            event.stopPropagation();
            onBegin(clock);
          }}
        >
          {t('clocks.board.begin')}
        </Button>
      ),
    },
  ];
};

/** The clock board: what is due, for whom, under which rule, the most urgent on top. */
export const ClockBoard = ({ today, now }: { today: TodayAnswer; now: string }) => {
  const { t } = useTranslation();
  const go = useGo();
  const begin = useBegin();
  const [basis, setBasis] = useState<BasisFilter>('all');
  const clocks = useMemo(() => today.clocks.filter((clock) => basis === 'all' || clock.basis === basis), [today.clocks, basis]);
  const start = (clock: TodayClock | undefined): void => (clock === undefined ? undefined : begin(clock));
  const labels = { next: t('common.list.next'), previous: t('common.list.previous'), enter: t('clocks.board.beginKey') };
  const [current, setCurrent] = useListKeys({ count: clocks.length, labels, onEnter: (i) => start(clocks[i]) });
  const openCase = (clock: TodayClock | undefined): void =>
    clock === undefined ? undefined : go.case(clock.caseId, { partyId: clock.partyId, step: stepOfClock[clock.kind] });
  useShortcut({ combo: 'o', label: t('clocks.board.openCase'), run: () => openCase(clocks[current]) });
  const columns = useColumns({ now, current, onBegin: begin });
  const options = (['all', 'statutory', 'company', 'promise'] as const).map((value) => ({
    value,
    label: t('clocks.board.filter', { name: t(`clocks.basis.${value}`), count: today.counts[value] }),
  }));
  return (
    <Card
      title={t('clocks.board.title')}
      extra={
        <>
          <Segmented<BasisFilter> aria-label={t('clocks.board.filterLabel')} value={basis} options={options} onChange={setBasis} />{' '}
          <CalendarButton />
        </>
      }
    >
      <Table<TodayClock>
        size="small"
        rowKey={(clock) => `${clock.caseId}:${clock.kind}:${clock.partyId ?? ''}:${clock.refId ?? ''}`}
        columns={columns}
        dataSource={clocks}
        scroll={{ x: 760 }}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <EmptyState title={t('clocks.board.none')} text={t('clocks.board.noneText')} /> }}
        rowClassName={(_, i) => `${styles['row'] ?? ''} ${i === current ? (styles['current'] ?? '') : ''}`}
        onRow={(clock, i) =>
          ({
            onClick: () => openCase(clock),
            onMouseDown: () => setCurrent(i ?? 0),
            'data-current-line': i === current,
          }) as React.HTMLAttributes<HTMLElement>
        }
      />
    </Card>
  );
};
