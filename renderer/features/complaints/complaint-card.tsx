import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Complaint } from '../../../shared/complaints/model.ts';
import { inOrder, nextState, stepFields } from '../../../shared/complaints/rules.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { AssignDialog, MoveDialog, ReceiveDialog } from './complaint-dialogs.tsx';
import styles from './complaints.module.css';

type Props = { file: CaseFile; partyId: string | null; now: string; readOnly: boolean };
type Act = { what: 'receive' } | { what: 'assign' | 'move'; row: Complaint };

/** Complaints of one injured party, and those that name nobody. */
export const complaintsOf = (file: CaseFile, partyId: string | null): Complaint[] =>
  inOrder(
    file.complaints.filter((row) => row.voidReason === null && (row.partyId === null || partyId === null || row.partyId === partyId)),
  );

const colour = { received: 'error', contacted: 'warning', planned: 'processing', done: 'success' } as const;

/** What was done about it so far, each step with its time and words. */
const Steps = ({ row, now }: { row: Complaint; now: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className={styles['steps']}>
      {(['contacted', 'planned', 'done'] as const).map((step) => {
        const at = row[stepFields[step].at];
        if (at === null) return null;
        return (
          <li key={step}>
            <span className={styles['second']}>
              {t('complaints.card.step', { step: t(`complaints.state.${step}`), at: format.due(at, now) })}
            </span>{' '}
            {row[stepFields[step].words]}
          </li>
        );
      })}
    </ol>
  );
};

const Entry = ({ row, now, onAct }: { row: Complaint; now: string; onAct: ((act: Act) => void) | null }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const next = nextState[row.state];
  const who = [t(`contacts.counterpart.${row.saidBy}`), row.saidByName, t(`contacts.channel.${row.channel}`), format.due(row.madeAt, now)];
  return (
    <li className={styles['entry']}>
      <div className={styles['head']}>
        <strong>{t(`complaints.topic.${row.topic}`)}</strong>
        <Tag color={colour[row.state]}>{t(`complaints.state.${row.state}`)}</Tag>
        {row.urgent === true ? <Tag color="error">{t('complaints.urgent')}</Tag> : null}
      </div>
      <p className={styles['body']}>{row.body}</p>
      <p className={styles['second']}>{who.filter(Boolean).join(' · ')}</p>
      <p className={row.ownerName === null ? styles['nobody'] : styles['second']}>
        {row.ownerName === null ? t('complaints.card.nobody') : t('complaints.card.owner', { name: row.ownerName })}
      </p>
      <Steps row={row} now={now} />
      {onAct === null || next === null ? null : (
        <div className={styles['head']}>
          <Button size="small" onClick={() => onAct({ what: 'move', row })}>
            {t(`complaints.act.${next}`)}
          </Button>
          <Button type="link" size="small" onClick={() => onAct({ what: 'assign', row })}>
            {t('complaints.act.assign')}
          </Button>
        </div>
      )}
    </li>
  );
};

/** 投诉: who complained about what, who answers for it, and how far the answer is. */
export const ComplaintList = ({ file, partyId, now, readOnly }: Props) => {
  const { t } = useTranslation();
  const [act, setAct] = useState<Act | null>(null);
  const rows = complaintsOf(file, partyId);
  const close = (): void => setAct(null);
  const common = { caseId: file.case.id, now, onClose: close };
  return (
    <>
      {rows.length === 0 ? <p className={styles['second']}>{t('complaints.card.none')}</p> : null}
      <ul className={styles['list']}>
        {rows.map((row) => (
          <Entry key={row.id} row={row} now={now} onAct={readOnly ? null : setAct} />
        ))}
      </ul>
      {readOnly ? null : (
        <Button size="small" onClick={() => setAct({ what: 'receive' })}>
          {t('complaints.act.receive')}
        </Button>
      )}
      {act?.what === 'receive' ? <ReceiveDialog {...common} file={file} partyId={partyId} /> : null}
      {act?.what === 'assign' ? <AssignDialog {...common} row={act.row} suggested={file.case.ownerName} /> : null}
      {act?.what === 'move' ? <MoveDialog {...common} row={act.row} /> : null}
    </>
  );
};
