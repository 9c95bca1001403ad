import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Advance } from '../../../shared/advances/model.ts';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { useMe } from '../../app/use-me.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { AdvanceCard } from './advance-card.tsx';
import { AdvanceDialog, DecideAdvanceDialog, PayAdvanceDialog } from './advance-dialogs.tsx';
import { actsOf, advancesOf, conditionsFor, type AdvanceAct } from './advance-view.ts';
import styles from './advances.module.css';
import { AdvancePapers } from './paper-list.tsx';

type Props = { file: CaseFile; partyId: string; now: string; mayWrite: boolean; mayDecide: boolean };

/** 垫付: when treatment is urgent and the family cannot pay. Papers, requests, answers and payments of one person. */
export const AdvancePanel = ({ file, partyId, now, mayWrite, mayDecide }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const [open, setOpen] = useState<{ act: Exclude<AdvanceAct, 'ask'>; row: Advance | null } | null>(null);
  const me = useMe();
  const isOwn = (row: Advance): boolean => me !== null && row.byPersonId === me;
  const rows = advancesOf(file, partyId);
  const close = (): void => setOpen(null);
  const act = async (row: Advance, what: AdvanceAct): Promise<void> => {
    if (what !== 'ask') return setOpen({ act: what, row });
    const problem = await attempt((api) => api.advances.ask({ caseId: file.case.id, advanceId: row.id }));
    if (problem === null) toast.done(t('advances.panel.asked'));
    else toast.failed(problem.field === 'openReason' ? t('advances.panel.whyOpen') : problemText(t, problem));
  };
  return (
    <section aria-label={t('advances.panel.title')}>
      <div className={styles['head']}>
        <strong>{t('advances.panel.title')}</strong>
        {file.case.advanceNeeded === true ? <span className={styles['second']}>{t('advances.panel.needed')}</span> : null}
        {mayWrite ? (
          <Button size="small" onClick={() => setOpen({ act: 'edit', row: null })}>
            {t('advances.panel.write')}
          </Button>
        ) : null}
      </div>
      {rows.length === 0 ? <p className={styles['second']}>{t('advances.panel.none')}</p> : <AdvancePapers file={file} partyId={partyId} />}
      {rows.map((row) => (
        <AdvanceCard
          key={row.id}
          row={row}
          conditions={conditionsFor(file, row)}
          now={now}
          own={mayDecide && isOwn(row)}
          acts={actsOf({ row, mayWrite, mayDecide, own: isOwn(row) })}
          onAct={(what) => void act(row, what)}
        />
      ))}
      {open?.act === 'edit' ? <AdvanceDialog file={file} partyId={partyId} row={open.row} onClose={close} /> : null}
      {open?.act === 'decide' && open.row !== null ? <DecideAdvanceDialog row={open.row} onClose={close} /> : null}
      {open?.act === 'pay' && open.row !== null ? <PayAdvanceDialog row={open.row} now={now} onClose={close} /> : null}
    </section>
  );
};
