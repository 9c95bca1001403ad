import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { useGo } from '../../app/go.ts';
import { useNow } from '../../app/use-now.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Card } from '../../ui/card/card.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import type { HandOver } from './sync-view.ts';
import styles from './sync.module.css';

type Named = { wordingId: string | null; name: string | null };
type Part<K extends keyof HandOver> = { rows: HandOver[K] };

const List = ({ count, empty, children }: { count: number; empty: string; children: ReactNode }) =>
  count === 0 ? <p className={styles['second']}>{empty}</p> : <ul className={styles['list']}>{children}</ul>;

const Assignments = ({ rows }: Part<'assignments'>) => {
  const { t } = useTranslation();
  const format = useFormat();
  const nobody = t('sync.handOver.nobody');
  return (
    <List count={rows.length} empty={t('sync.handOver.neverAssigned')}>
      {rows.map((row) => (
        <li key={`${row.at} ${row.toName}`} className={styles['line']}>
          <time className={styles['number']}>{format.instant(row.at)}</time>
          <b>{t('sync.handOver.fromTo', { from: row.fromName ?? nobody, to: row.toName ?? nobody })}</b>
          <span>{row.reason}</span>
        </li>
      ))}
    </List>
  );
};

const Contacts = ({ rows }: Part<'contacts'>) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <List count={rows.length} empty={t('sync.handOver.noContacts')}>
      {rows.map((row) => (
        <li key={row.id} className={styles['line']}>
          <time className={styles['number']}>{format.instant(row.at)}</time>
          <b>{t(`contacts.counterpart.${row.counterpart}`)}</b>
          {row.outcome === 'unanswered' ? <Tag color="warning">{t('contacts.outcome.unanswered')}</Tag> : null}
          {row.late ? <Tag>{t('sync.state.late')}</Tag> : null}
          <span className={styles['whole']}>{row.body}</span>
        </li>
      ))}
    </List>
  );
};

const Promises = ({ rows }: Part<'promises'>) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <List count={rows.length} empty={t('sync.handOver.noPromises')}>
      {rows.map((row) => (
        <li key={row.id} className={styles['line']}>
          <b>{row.what}</b>
          <span>{t(`contacts.side.${row.side}`)}</span>
          <span className={`${styles['number']} ${styles['push']}`}>{format.instant(row.dueAt)}</span>
        </li>
      ))}
    </List>
  );
};

const Open = ({ page, nameOf }: { page: HandOver; nameOf: (paper: Named) => string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { clocks, questions, papers } = page;
  return (
    <List count={clocks.length + questions.length + papers.length} empty={t('sync.handOver.noOpen')}>
      {clocks.map((row) => (
        <li key={`${row.kind} ${row.dueAt}`} className={styles['line']}>
          <b>{t(`clocks.kind.${row.kind}`)}</b>
          <span>
            {row.waitingFor === 'us'
              ? t('sync.handOver.ours')
              : t('cases.list.waitsFor', { whom: t(`clocks.waitingFor.${row.waitingFor}`) })}
          </span>
          <span className={`${styles['number']} ${styles['push']}`}>{format.instant(row.dueAt)}</span>
        </li>
      ))}
      {questions.map((row) => (
        <li key={row.id} className={styles['line']}>
          <b>{t('sync.handOver.question')}</b>
          <span>{row.body}</span>
          <span className={`${styles['number']} ${styles['push']}`}>{format.instant(row.askedAt)}</span>
        </li>
      ))}
      {papers.map((row) => (
        <li key={row.id} className={styles['line']}>
          <b>{t('sync.handOver.paper')}</b>
          <span>{nameOf(row)}</span>
          <span className={styles['push']}>{t(`papers.state.${row.state}`)}</span>
        </li>
      ))}
    </List>
  );
};

type Props = { caseId: string; /** The name of a paper in the language on the screen. */ nameOf: (paper: Named) => string };

/** 交接页: what happened, what is promised, what is open: read by whoever takes the case over before working on. */
export const HandOverPage = ({ caseId, nameOf }: Props) => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const go = useGo();
  const format = useFormat();
  const now = useNow();
  const { data: page, error, refetch } = useQuery(queries.sync.handOver.queryOptions({ input: { caseId } }));
  if (page === undefined)
    return error === null ? <LoadingState rows={10} /> : <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} />;
  const lead = {
    number: page.reportNumber,
    promises: page.promises.length,
    open: page.clocks.length + page.questions.length + page.papers.length,
  };
  return (
    <div className={styles['page']}>
      <header className={styles['row']}>
        <h1 className={styles['lead']}>{t('sync.handOver.title', lead)}</h1>
        <span className={`${styles['row']} ${styles['push']} ${styles['noPrint']}`}>
          <Button onClick={() => window.print()}>{t('sync.handOver.print')}</Button>
          <Button type="primary" autoFocus onClick={() => go.case(caseId)}>
            {t('sync.handOver.toCase')}
          </Button>
        </span>
      </header>
      <p>{t('sync.handOver.lead', lead)}</p>
      {page.lateEntries === 0 ? null : <p>{t('sync.handOver.late', { count: page.lateEntries })}</p>}
      <Card title={t('sync.handOver.assignments')}>
        <Assignments rows={page.assignments} />
      </Card>
      <Card title={t('sync.handOver.promised')} note={t('sync.handOver.promisedNote')}>
        <Promises rows={page.promises} />
      </Card>
      <Card title={t('sync.handOver.open')} note={t('sync.handOver.openNote')}>
        <Open page={page} nameOf={nameOf} />
      </Card>
      <Card title={t('sync.handOver.happened')} note={t('sync.handOver.happenedNote')}>
        <Contacts rows={page.contacts} />
      </Card>
      <p className={styles['second']}>{t('sync.handOver.asOf', { at: format.instant(now) })}</p>
    </div>
  );
};
