import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { undisputedPaid } from '../../../shared/advances/rules.ts';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Determination } from '../../../shared/letters/model.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { SendLetterDialog, WriteLetterDialog } from './letter-dialogs.tsx';
import styles from './letters.module.css';

type Props = { file: CaseFile; partyId: string; now: string; mayWrite: boolean };

const LetterLine = ({ row, now, onSend }: { row: Determination; now: string; onSend: (() => void) | null }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const reasons = (row.lines ?? []).flatMap((line) => line.reasons);
  const told = reasons.filter(({ toldAt }) => toldAt !== null).length;
  const sentTo = row.sentToName ?? (row.sentTo === null ? '' : t(`contacts.counterpart.${row.sentTo}`));
  return (
    <li>
      <strong>{t(`letters.outcome.${row.outcome}`)}</strong>{' '}
      <Tag color={row.state === 'sent' ? 'success' : 'warning'}>{t(`letters.state.${row.state}`)}</Tag>
      <span className="tabular">{t('letters.unpaid', { amount: format.money((row.claimedFen ?? 0) - (row.allowedFen ?? 0)) })}</span>{' '}
      <span className={styles['second']}>
        {[
          t('letters.told', { told, all: reasons.length }),
          t('letters.decidedAt', { at: format.due(row.decidedAt, now) }),
          row.sentAt === null ? null : t('letters.sentAt', { at: format.due(row.sentAt, now), who: sentTo }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {onSend === null || row.state === 'sent' ? null : (
        <Button size="small" type="link" onClick={onSend}>
          {t('letters.send')}
        </Button>
      )}
      <div className={styles['text']}>{row.reason}</div>
    </li>
  );
};

/** 核定通知: what is not paid, in writing, with its clocks. */
export const LetterPanel = ({ file, partyId, now, mayWrite }: Props) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'write' | Determination | null>(null);
  const rows = file.determinations.filter((row) => row.partyId === partyId && row.voidReason === null).toReversed();
  const items = file.items.filter((item) => item.partyId === partyId && item.voidReason === null);
  const ahead = undisputedPaid(file.advances, partyId).reduce((total, { amountFen }) => total + amountFen, 0);
  const close = (): void => setOpen(null);
  return (
    <section aria-label={t('letters.title')}>
      <div className={styles['head']}>
        <strong>{t('letters.title')}</strong>
        {mayWrite && items.length > 0 ? (
          <Button size="small" onClick={() => setOpen('write')}>
            {t('letters.write')}
          </Button>
        ) : null}
      </div>
      {rows.length === 0 ? <p className={styles['second']}>{t('letters.none')}</p> : null}
      <ul className={styles['lines']}>
        {rows.map((row) => (
          <LetterLine key={row.id} row={row} now={now} onSend={mayWrite ? () => setOpen(row) : null} />
        ))}
      </ul>
      {open === 'write' ? (
        <WriteLetterDialog caseId={file.case.id} partyId={partyId} items={items} paidAheadFen={ahead} onClose={close} />
      ) : null}
      {open === null || open === 'write' ? null : (
        <SendLetterDialog
          caseId={file.case.id}
          row={open}
          partyName={file.parties.find((one) => one.id === partyId)?.name ?? null}
          now={now}
          onClose={close}
        />
      )}
    </section>
  );
};
