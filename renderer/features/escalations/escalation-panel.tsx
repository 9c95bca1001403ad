import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Escalation } from '../../../shared/escalations/model.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useMe } from '../../app/use-me.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { EscalationCard, type EscalationAct } from './escalation-card.tsx';
import { EscalationDialog, type Prepared } from './escalation-dialog.tsx';
import { escalationsOf } from './escalation-view.ts';
import styles from './escalations.module.css';
import { TellDialog } from './tell-dialog.tsx';

type Props = {
  file: CaseFile;
  partyId: string | null;
  mayWrite: boolean;
  mayDecide: boolean;
  /** Ways that were just computed for a new request, and what to do when its form is closed. */
  prepared: Prepared | null;
  onPreparedClosed: () => void;
};

/** Requests of this case: written, submitted, decided, told. */
export const EscalationPanel = ({ file, partyId, mayWrite, mayDecide, prepared, onPreparedClosed }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const [open, setOpen] = useState<{ act: Exclude<EscalationAct, 'submit'>; row: Escalation | null } | null>(null);
  const me = useMe();
  const rows = escalationsOf(file);
  const close = (): void => setOpen(null);
  const act = async (row: Escalation, what: EscalationAct): Promise<void> => {
    if (what !== 'submit') return setOpen({ act: what, row });
    const problem = await attempt((api) => api.escalations.submit({ caseId: file.case.id, escalationId: row.id }));
    if (problem === null) toast.done(t('escalations.panel.submitted'));
    else toast.failed(problemText(t, problem));
  };
  return (
    <section aria-label={t('escalations.panel.title')} className={styles['stack']}>
      <div className={styles['head']}>
        <strong>{t('escalations.panel.title')}</strong>
        {mayWrite ? (
          <Button size="small" onClick={() => setOpen({ act: 'edit', row: null })}>
            {t('escalations.panel.write')}
          </Button>
        ) : null}
      </div>
      {rows.length === 0 ? <p className={styles['second']}>{t('escalations.panel.none')}</p> : null}
      {rows.map((row) => (
        <EscalationCard
          key={row.id}
          file={file}
          row={row}
          mayWrite={mayWrite}
          mayDecide={mayDecide}
          own={me !== null && row.byPersonId === me}
          onAct={(what) => void act(row, what)}
        />
      ))}
      {open?.act === 'edit' ? <EscalationDialog file={file} partyId={partyId} row={open.row} prepared={null} onClose={close} /> : null}
      {open === null && prepared !== null ? (
        <EscalationDialog file={file} partyId={partyId} row={null} prepared={prepared} onClose={onPreparedClosed} />
      ) : null}
      {open?.act === 'decide' && open.row !== null ? <DecideDialog row={open.row} onClose={close} /> : null}
      {open?.act === 'tell' && open.row !== null ? <TellDialog file={file} row={open.row} onClose={close} /> : null}
    </section>
  );
};
