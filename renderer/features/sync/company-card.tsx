import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Company } from '../../../shared/sync/company.ts';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { useSyncStatus } from '../../app/sync/use-sync.ts';
import { Card } from '../../ui/card/card.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { ColleagueDialog, PasswordDialog, RevokeDialog, SuspendDialog } from './company-dialogs.tsx';
import { PlaceTable } from './company-places.tsx';
import { ColleagueTable, DeviceTable } from './company-tables.tsx';
import type { CompanyAct } from './company-view.ts';
import { BranchDialog, ChangeDialog, RegionDialog } from './place-dialogs.tsx';
import styles from './sync.module.css';

const Dialog = ({ act, company, onClose }: { act: CompanyAct; company: Company; onClose: () => void }) => {
  if (act.what === 'add') return <ColleagueDialog company={company} onClose={onClose} />;
  if (act.what === 'change') return <ChangeDialog person={act.person} company={company} onClose={onClose} />;
  if (act.what === 'region') return <RegionDialog region={act.region} onClose={onClose} />;
  if (act.what === 'branch') return <BranchDialog branch={act.branch} company={company} onClose={onClose} />;
  if (act.what === 'password') return <PasswordDialog person={act.person} onClose={onClose} />;
  if (act.what === 'suspend') return <SuspendDialog person={act.person} onClose={onClose} />;
  return <RevokeDialog device={act.device} name={act.name} onClose={onClose} />;
};

const Lists = ({ company }: { company: Company }) => {
  const { t } = useTranslation();
  const [act, setAct] = useState<CompanyAct | null>(null);
  return (
    <div className={styles['page']}>
      <h3 className={styles['lead']}>{t('sync.company.people', { count: company.people.length })}</h3>
      <ColleagueTable company={company} onAct={setAct} />
      <div className={styles['row']}>
        <Button onClick={() => setAct({ what: 'add' })}>{t('sync.company.add')}</Button>
      </div>
      <h3 className={styles['lead']}>{t('sync.company.places', { regions: company.regions.length, branches: company.branches.length })}</h3>
      <PlaceTable company={company} onAct={setAct} />
      <div className={styles['row']}>
        <Button onClick={() => setAct({ what: 'region', region: null })}>{t('sync.company.addRegion')}</Button>
        <Button disabled={company.regions.length === 0} onClick={() => setAct({ what: 'branch', branch: null })}>
          {t('sync.company.addBranch')}
        </Button>
      </div>
      <h3 className={styles['lead']}>{t('sync.company.devices', { count: company.devices.length })}</h3>
      <DeviceTable company={company} onAct={setAct} />
      {act === null ? null : <Dialog act={act} company={company} onClose={() => setAct(null)} />}
    </div>
  );
};

const CompanyLists = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const { data, error, refetch } = useQuery(queries.sync.company.queryOptions({ retry: false }));
  if (data !== undefined) return <Lists company={data} />;
  return error === null ? <LoadingState rows={6} /> : <ErrorState {...failureOf(t, error)} onRetry={() => void refetch()} />;
};

/** 公司: people and devices at the hub. Only its administrator sees it; the hub decides that anew each time. */
export const CompanyCard = () => {
  const { t } = useTranslation();
  const { data: status } = useSyncStatus();
  if (status?.mode !== 'connected' || status.hub?.role !== 'admin') return null;
  return (
    <div className={styles['wide']}>
      <Card title={t('sync.company.title')} note={t('sync.company.note')}>
        <CompanyLists />
      </Card>
    </div>
  );
};
