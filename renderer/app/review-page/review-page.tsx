import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { DamageKind } from '../../../shared/damages/model.ts';
import type { Action } from '../../../shared/people/access.ts';
import type { SettlementFile } from '../../../shared/settlement/contract.ts';
import { overlayBasis } from '../../../shared/settlement/file/overlay.ts';
import { PartySwitch } from '../../features/case-file/party-switch.tsx';
import { useDaysHint } from '../../features/doctors/use-days-hint.ts';
import { BasisDrawer } from '../../features/settlement/basis/basis-drawer.tsx';
import { BillsDrawer } from '../../features/settlement/bills/bills-drawer.tsx';
import { ExchangeDrawer } from '../../features/settlement/exchange/exchange-drawer.tsx';
import { ReviewWorkspace } from '../../features/settlement/review/review-workspace.tsx';
import { UndoDialog } from '../../features/undo/undo-dialog.tsx';
import { useUndoNewest } from '../../features/undo/use-undo-newest.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { useShortcut } from '../../ui/shortcuts/shortcuts.tsx';
import { useGo } from '../go.ts';
import { newId } from '../new-id.ts';
import { useNow } from '../use-now.ts';
import { EvidenceList } from './evidence-list.tsx';
import styles from './review-page.module.css';

type Props = { file: CaseFile; settlement: SettlementFile; asked: string | null };

/** What the figures are computed by, in one line. */
const BasisLine = ({ file, settlement }: Pick<Props, 'file' | 'settlement'>) => {
  const { t } = useTranslation();
  const { statistics, vehicles } = overlayBasis(settlement.bases);
  const { pack } = settlement;
  const words = [
    file.case.reportNumber,
    statistics?.forumRegion === undefined ? t('settlement.page.noRegion') : `${statistics.forumRegion} ${statistics.year ?? ''}`,
    pack === null ? t('settlement.page.noPack') : t('settlement.page.pack', { version: pack.version }),
    t('settlement.page.vehicles', { count: vehicles?.length ?? 0 }),
  ];
  return <span className={styles['second']}>{words.join(' · ')}</span>;
};

/** 合理审核: one person's items, one page. The person is switched here; everything else stays. */
export const ReviewPage = ({ file, settlement, asked }: Props) => {
  const { t } = useTranslation();
  const go = useGo();
  const now = useNow();
  const [open, setOpen] = useState<'history' | 'basis' | 'bills' | 'file' | null>(null);
  const close = (): void => setOpen(null);
  const parties = file.parties.filter((party) => party.voidReason === null);
  const partyId = (parties.find(({ id }) => id === asked) ?? parties[0])?.id ?? null;
  const daysHint = useDaysHint(file, partyId);
  const caseId = file.case.id;
  const can = (action: Action): boolean => file.may.includes(action);
  const undoSaved = useUndoNewest(caseId, () => setOpen('history'));
  // A drawer keeps what is typed in it: no key may put another one in its place.
  const key = (combo: string, label: string, run: () => void) => (open === null ? { combo, label, run } : null);
  const toCase = (): void => go.case(caseId, { partyId, step: 5 });
  useShortcut(key('alt+5', t('settlement.page.toCase'), toCase));
  useShortcut(key('alt+b', t('settlement.basis.open'), () => setOpen('basis')));
  useShortcut(key('alt+i', t('settlement.bills.open'), () => setOpen('bills')));
  if (partyId === null) return <EmptyState title={t('steps.pane.noParty')} text={t('steps.pane.noPartyNext')} />;
  return (
    <>
      <ReviewWorkspace
        key={partyId}
        file={file}
        settlement={settlement}
        partyId={partyId}
        now={now}
        can={can}
        newId={newId}
        title={
          <div className={styles['title']}>
            <h1>{t('settlement.page.title')}</h1>
            <PartySwitch parties={parties} current={partyId} onPick={(next) => go.review(caseId, next)} onAdd={null} />
            <BasisLine file={file} settlement={settlement} />
          </div>
        }
        tools={
          <>
            <Button onClick={() => setOpen('basis')}>{t('settlement.basis.open')}</Button>
            <Button onClick={() => setOpen('bills')}>{t('settlement.bills.open')}</Button>
            <Button onClick={() => setOpen('file')}>{t('settlement.exchange.open')}</Button>
            <Button onClick={toCase}>{t('settlement.page.toCase')}</Button>
          </>
        }
        daysHint={daysHint}
        evidence={(kind: DamageKind) => <EvidenceList file={file} settlement={settlement} partyId={partyId} kind={kind} now={now} />}
        cards={null}
        onUndoSaved={() => void undoSaved()}
        onBasis={() => setOpen('basis')}
        onBills={() => setOpen('bills')}
      />
      {open === 'history' ? <UndoDialog caseId={caseId} onClose={close} /> : null}
      {open === 'basis' ? (
        <BasisDrawer file={file} settlement={settlement} partyId={partyId} now={now} readOnly={!can('settlement.basis')} onClose={close} />
      ) : null}
      {open === 'bills' ? (
        <BillsDrawer file={file} settlement={settlement} partyId={partyId} newId={newId} readOnly={!can('damage.enter')} onClose={close} />
      ) : null}
      {open === 'file' ? <ExchangeDrawer caseId={caseId} readOnly={!can('settlement.basis')} onClose={close} /> : null}
    </>
  );
};
