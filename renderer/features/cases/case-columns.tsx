import { Tag, type TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import type { CaseFilter, CaseLine } from '../../../shared/cases/contract.ts';
import { DueTime } from '../../app/due-time.tsx';
import { SixDots } from '../../app/six-dots.tsx';
import { SyncWordMark } from '../../app/sync/sync-word.tsx';
import type { WordOf } from '../../app/sync/use-sync.ts';
import type { Format } from '../../i18n/format.ts';
import styles from './cases.module.css';
import { silenceDays } from './silence.ts';

export type ColumnContext = { t: TFunction; format: Format; now: string; silentDays: number; filter: CaseFilter; wordOf: WordOf };

/** Which sort of the core a column header stands for; the other columns do not sort. */
export const sortOfColumn: Partial<Record<string, CaseFilter['sort']>> = {
  report: 'report-number',
  reported: 'reported',
  next: 'next-due',
  silence: 'last-contact',
};

const sorting = (key: string, filter: CaseFilter) => ({
  sorter: true,
  sortOrder: sortOfColumn[key] === filter.sort ? (filter.descending ? ('descend' as const) : ('ascend' as const)) : null,
});

const Silence = ({ line, context }: { line: CaseLine; context: ColumnContext }) => {
  const { t, now, silentDays } = context;
  const days = silenceDays(line, now);
  if (days === null) return <span className={styles['second']}>{t('cases.list.noContact')}</span>;
  return <span className={days > silentDays ? styles['silent'] : undefined}>{t('cases.list.days', { count: days })}</span>;
};

const NextClock = ({ line, context }: { line: CaseLine; context: ColumnContext }) => {
  const { t, now } = context;
  if (line.nextClock === null) return <span className={styles['second']}>{t('cases.list.noClock')}</span>;
  return (
    <>
      <DueTime clock={line.nextClock} now={now} />
      <span className={styles['second']}>
        {t(`clocks.kind.${line.nextClock.kind}`)}
        {line.nextClock.waitingFor === 'us'
          ? ''
          : ` · ${t('cases.list.waitsFor', { whom: t(`clocks.waitingFor.${line.nextClock.waitingFor}`) })}`}
      </span>
    </>
  );
};

const Injured = ({ line, t }: { line: CaseLine; t: TFunction }) => {
  const names = line.partyNames.slice(0, 2).join(t('common.list.comma'));
  const more = line.partyCount > 2 ? t('cases.list.more', { count: line.partyCount }) : '';
  return (
    <>
      <span className={`${styles['ellipsis']} ${styles['strong']}`}>{names === '' ? t('cases.list.noParty') : `${names}${more}`}</span>
      <span className={`${styles['second']} ${styles['ellipsis']}`}>{line.hospital ?? '—'}</span>
    </>
  );
};

const Sync = ({ line, context: { t, wordOf } }: { line: CaseLine; context: ColumnContext }) => {
  const word = wordOf(line.id);
  return (
    <>
      {word === null ? null : <SyncWordMark word={word} />}
      {line.state === 'closed' ? <Tag>{t('cases.state.closed')}</Tag> : null}
    </>
  );
};

export const caseColumns = (context: ColumnContext): TableColumnsType<CaseLine> => {
  const { t, format, filter } = context;
  const title = (key: string): string => t(`cases.column.${key}`);
  return [
    {
      key: 'report',
      title: title('report'),
      width: 150,
      ...sorting('report', filter),
      render: (_, line) => (
        <>
          <span className={`${styles['strong']} tabular`}>{line.reportNumber}</span>
          <span className={styles['second']}>{line.plate ?? '—'}</span>
        </>
      ),
    },
    { key: 'injured', title: title('injured'), width: 200, render: (_, line) => <Injured line={line} t={t} /> },
    {
      key: 'insured',
      title: title('insured'),
      width: 110,
      render: (_, line) => (
        <>
          <span className={styles['ellipsis']}>{line.insuredName ?? '—'}</span>
          {line.severity === 'serious' ? <Tag color="error">{t('cases.severity.serious')}</Tag> : null}
        </>
      ),
    },
    { key: 'dots', title: title('dots'), width: 100, render: (_, line) => <SixDots states={line.dots} /> },
    {
      key: 'next',
      title: title('next'),
      width: 150,
      ...sorting('next', filter),
      render: (_, line) => <NextClock line={line} context={context} />,
    },
    {
      key: 'silence',
      title: title('silence'),
      width: 90,
      align: 'right',
      ...sorting('silence', filter),
      render: (_, line) => <Silence line={line} context={context} />,
    },
    { key: 'owner', title: title('owner'), width: 90, render: (_, line) => line.ownerName ?? '—' },
    {
      key: 'reported',
      title: title('reported'),
      width: 130,
      ...sorting('reported', filter),
      render: (_, line) => <span className="tabular">{format.instant(line.reportedAt)}</span>,
    },
    {
      key: 'sync',
      title: title('sync'),
      width: 80,
      render: (_, line) => <Sync line={line} context={context} />,
    },
  ];
};
