import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdvanceLine } from '../../../shared/advances/contract.ts';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { useNow } from '../../app/use-now.ts';
import { Card } from '../../ui/card/card.tsx';
import { useShortcut } from '../../ui/shortcuts/shortcuts.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { Dossier } from './dossier.tsx';
import styles from './queue.module.css';
import { OrderSwitch, QueueList, ShowSwitch, type Show } from './queue-list.tsx';
import { nextAfter } from './queue-view.ts';
import { requestsOf, type Order, type Request } from './requests.ts';

type Enclosures = (file: CaseFile, ids: readonly string[]) => ReactNode;
/** What the dossier of an advance is given; the advances feature draws it, joined where features may be joined. */
export type AdvanceProps = { line: AdvanceLine; file: CaseFile; now: string; onDecided: () => void; onNext: () => void };
type Drawn = { enclosures: Enclosures; advance: (props: AdvanceProps) => ReactNode };
type Props = Drawn & { initialId: string | null };

/** J and K walk the queue. */
const useWalk = (ids: readonly string[], chosen: string | null, choose: (id: string) => void): void => {
  const { t } = useTranslation();
  const at = chosen === null ? -1 : ids.indexOf(chosen);
  const move = (by: number): void => {
    const id = ids[Math.max(0, Math.min(ids.length - 1, at + by))];
    if (id !== undefined) choose(id);
  };
  useShortcut(ids.length === 0 ? null : { combo: 'j', label: t('common.list.next'), run: () => move(1) });
  useShortcut(ids.length === 0 ? null : { combo: 'k', label: t('common.list.previous'), run: () => move(-1) });
};

type FileProps = Drawn & { request: Request; now: string; onDecided: () => void; onNext: () => void };

const DossierOf = ({ request, enclosures, advance, ...rest }: FileProps) => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const { data: file, error, refetch } = useQuery(queries.cases.open.queryOptions({ input: { caseId: request.caseId } }));
  if (file !== undefined) {
    if (request.what === 'advance') return <Fragment key={request.id}>{advance({ line: request.line, file, ...rest })}</Fragment>;
    return <Dossier key={request.id} line={request.line} file={file} enclosures={enclosures} {...rest} />;
  }
  return (
    <Card title={t('escalation-queue.dossier.title')}>
      {error === null ? <LoadingState rows={10} /> : <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} />}
    </Card>
  );
};

/** Escalations and advances of the cases one may see. */
const useRequests = (show: Show, order: Order) => {
  const { queries } = useCore();
  const escalations = useQuery(queries.escalations.queue.queryOptions({ input: { show }, placeholderData: keepPreviousData }));
  const advances = useQuery(queries.advances.queue.queryOptions({ input: { show }, placeholderData: keepPreviousData }));
  const there = escalations.data !== undefined && advances.data !== undefined;
  return {
    requests: there ? requestsOf(escalations.data, advances.data, order) : undefined,
    error: escalations.error ?? advances.error,
    refetch: () => Promise.all([escalations.refetch(), advances.refetch()]),
  };
};

/** 上报审批: the queue on the left, everything needed to decide on the right. */
export const QueuePage = ({ initialId, ...drawn }: Props) => {
  const { t } = useTranslation();
  const now = useNow();
  const [show, setShow] = useState<Show>(initialId === null ? 'waiting' : 'all');
  const [order, setOrder] = useState<Order>('age');
  const [wanted, setWanted] = useState<string | null>(initialId);
  const { requests, error, refetch } = useRequests(show, order);
  const ids = (requests ?? []).map(({ id }) => id);
  const request = requests?.find(({ id }) => id === wanted) ?? requests?.[0];
  const chosen = request?.id ?? null;
  const next = (): void => setWanted(nextAfter(ids, chosen));
  useWalk(ids, chosen, setWanted);
  const list = (() => {
    if (requests === undefined)
      return error === null ? <LoadingState rows={8} /> : <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} />;
    if (requests.length === 0) return <EmptyState title={t(`escalation-queue.empty.${show}`)} text={t('escalation-queue.empty.text')} />;
    return <QueueList lines={requests} chosen={chosen} now={now} onChoose={setWanted} />;
  })();
  return (
    <div className={styles['page']}>
      <h1 className="visually-hidden">{t('nav.page.escalations')}</h1>
      <Card title={t('escalation-queue.list.title')} extra={<ShowSwitch show={show} onShow={setShow} />}>
        {ids.length < 2 ? null : (
          <div className={styles['order']}>
            <OrderSwitch order={order} onOrder={setOrder} />
          </div>
        )}
        {list}
      </Card>
      {request === undefined ? null : <DossierOf request={request} {...drawn} now={now} onDecided={next} onNext={next} />}
    </div>
  );
};
