import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
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
import { QueueList, ShowSwitch, type QueueLine, type Show } from './queue-list.tsx';
import { nextAfter } from './queue-view.ts';

type Enclosures = (file: CaseFile, ids: readonly string[]) => ReactNode;
type Props = { initialId: string | null; enclosures: Enclosures };

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

type FileProps = { line: QueueLine; enclosures: Enclosures; now: string; onDecided: () => void; onNext: () => void };

const DossierOf = ({ line, ...rest }: FileProps) => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const caseId = line.escalation.caseId ?? '';
  const { data: file, error, refetch } = useQuery(queries.cases.open.queryOptions({ input: { caseId } }));
  if (file !== undefined) return <Dossier key={line.escalation.id} line={line} file={file} {...rest} />;
  return (
    <Card title={t('escalation-queue.dossier.title')}>
      {error === null ? <LoadingState rows={10} /> : <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} />}
    </Card>
  );
};

/** 上报审批: the queue on the left, everything needed to decide on the right. */
export const QueuePage = ({ initialId, enclosures }: Props) => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const now = useNow();
  const [show, setShow] = useState<Show>(initialId === null ? 'waiting' : 'all');
  const [wanted, setWanted] = useState<string | null>(initialId);
  const {
    data: lines,
    error,
    refetch,
  } = useQuery(queries.escalations.queue.queryOptions({ input: { show }, placeholderData: keepPreviousData }));
  const ids = (lines ?? []).map(({ escalation }) => escalation.id);
  const line = lines?.find(({ escalation }) => escalation.id === wanted) ?? lines?.[0];
  const chosen = line?.escalation.id ?? null;
  const next = (): void => setWanted(nextAfter(ids, chosen));
  useWalk(ids, chosen, setWanted);
  const list = (() => {
    if (lines === undefined)
      return error === null ? <LoadingState rows={8} /> : <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} />;
    if (lines.length === 0) return <EmptyState title={t(`escalation-queue.empty.${show}`)} text={t('escalation-queue.empty.text')} />;
    return <QueueList lines={lines} chosen={chosen} now={now} onChoose={setWanted} />;
  })();
  return (
    <div className={styles['page']}>
      <Card title={t('escalation-queue.list.title')} extra={<ShowSwitch show={show} onShow={setShow} />}>
        {list}
      </Card>
      {line === undefined ? null : <DossierOf line={line} enclosures={enclosures} now={now} onDecided={next} onNext={next} />}
    </div>
  );
};
