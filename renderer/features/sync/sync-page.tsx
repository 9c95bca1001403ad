import { Segmented } from 'antd';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../app/failure.ts';
import { useGo } from '../../app/go.ts';
import { useSyncStatus } from '../../app/sync/use-sync.ts';
import { Card } from '../../ui/card/card.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { ChangeList } from './change-list.tsx';
import { ConflictList } from './conflict-list.tsx';
import { ConnectionCard } from './connection-card.tsx';
import { DeliveryList } from './delivery-list.tsx';
import { DocumentsCard } from './documents-card.tsx';
import { DiagnosticsCard } from './diagnostics-card.tsx';
import { HandedOverList } from './handed-over-list.tsx';
import { InboxList } from './inbox-list.tsx';
import { LaneTable } from './lane-table.tsx';
import { StatusCard } from './status-card.tsx';
import { sectionOf, sectionsFor, type Section, type SyncStatus } from './sync-view.ts';
import styles from './sync.module.css';

const Lists = ({ status, section }: { status: SyncStatus; section: Section }) => {
  const { t } = useTranslation();
  const go = useGo();
  const countOf: Record<Section, number> = {
    changes: status.counts.waiting,
    conflicts: status.unsettled,
    delivery: 0,
    'handed-over': 0,
    inbox: status.inbox,
  };
  const options = sectionsFor(status).map((value) => ({ value, label: t(`sync.section.${value}`, { count: countOf[value] }) }));
  return (
    <Card
      title={t(`sync.page.lists.${section}`)}
      note={t(`sync.note.${section}`)}
      extra={<Segmented<Section> aria-label={t('sync.page.which')} value={section} options={options} onChange={(next) => go.sync(next)} />}
    >
      {section === 'changes' ? <ChangeList /> : null}
      {section === 'conflicts' ? <ConflictList /> : null}
      {section === 'inbox' ? <InboxList /> : null}
      {section === 'delivery' ? <DeliveryList /> : null}
      {section === 'handed-over' ? <HandedOverList /> : null}
    </Card>
  );
};

/** 同步: how the work of this device stands, lane by lane, and every own change with its state. */
export const SyncPage = () => {
  const { t } = useTranslation();
  const { view } = useSearch({ strict: false }) as { view?: string };
  const { data: status, error, refetch } = useSyncStatus();
  if (status === undefined)
    return error === null ? <LoadingState rows={8} /> : <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} />;
  return (
    <>
      <h1 className="visually-hidden">{t('nav.page.sync')}</h1>
      <div className={styles['columns']}>
        <div className={styles['column']}>
          {status.mode === 'alone' ? null : <StatusCard status={status} />}
          {status.mode === 'alone' ? null : <LaneTable status={status} />}
          <Lists status={status} section={sectionOf(view)} />
        </div>
        <div className={styles['column']}>
          <ConnectionCard onSyncPage />
          {status.mode === 'alone' ? null : <DocumentsCard />}
          <DiagnosticsCard />
        </div>
      </div>
    </>
  );
};
