import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Offer } from '../../../shared/offers/model.ts';
import type { Satisfaction } from '../../../shared/payments/model.ts';
import { isOpenLow, isPaidInFull, owingOf } from '../../../shared/payments/rules.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { AskDialog, FollowDialog, RecordPaymentDialog } from './payment-dialogs.tsx';
import styles from './payments.module.css';

type Props = { file: CaseFile; offer: Offer; now: string; mayPay: boolean; mayAsk: boolean };

const due: readonly Offer['state'][] = ['accepted', 'paid', 'closed'];

const AnswerLine = ({ row, now, onFollow }: { row: Satisfaction; now: string; onFollow: (() => void) | null }) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li>
      <Tag color={(row.score ?? 5) <= 3 ? 'warning' : 'success'}>{t('payments.score', { score: row.score })}</Tag>
      {row.words} <span className={styles['second']}>{row.ownerName === null ? '' : t('payments.owner', { name: row.ownerName })}</span>
      {row.followedAt === null ? null : (
        <span className={styles['second']}>
          {' '}
          {t('payments.followed', { at: format.due(row.followedAt, now), what: row.followUp ?? '' })}
        </span>
      )}
      {onFollow === null || !isOpenLow(row) ? null : (
        <Button type="link" size="small" onClick={onFollow}>
          {t('payments.act.follow')}
        </Button>
      )}
    </li>
  );
};

/** What was paid on an accepted version, what is still owed, and how satisfied the person is. */
export const PaymentPart = ({ file, offer, now, mayPay, mayAsk }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<'record' | 'ask' | Satisfaction | null>(null);
  if (!due.includes(offer.state) || (offer.state === 'closed' && offer.paidAt === null)) return null;
  const payments = file.payments.filter((row) => row.offerId === offer.id && row.voidReason === null);
  const answers = file.satisfactions.filter((row) => row.offerId === offer.id && row.voidReason === null);
  const owing = owingOf(offer, payments);
  const left = owing.filter(({ leftFen }) => leftFen > 0);
  const caseId = file.case.id;
  const close = (): void => setOpen(null);
  return (
    <div className={styles['part']} role="group" aria-label={t('payments.title')}>
      <ul className={styles['lines']}>
        {payments.map((row) => (
          <li key={row.id} className="tabular">
            {t('payments.line', { layer: t(`offers.layer.${row.layer}`), amount: format.money(row.amountFen), on: row.paidOn })}
            {row.reference === null ? null : (
              <span className={styles['second']}> {t('payments.reference', { reference: row.reference })}</span>
            )}
          </li>
        ))}
        {left.map((one) => (
          <li key={`${one.payer} ${one.layer}`} className={styles['left']}>
            {t('payments.left', { layer: t(`offers.layer.${one.layer}`), amount: format.money(one.leftFen) })}
          </li>
        ))}
        {isPaidInFull(owing) && payments.length > 0 ? <li className={styles['done']}>{t('payments.allPaid')}</li> : null}
        {answers.map((row) => (
          <AnswerLine key={row.id} row={row} now={now} onFollow={mayAsk ? () => setOpen(row) : null} />
        ))}
      </ul>
      <div className={styles['acts']}>
        {mayPay && offer.state === 'accepted' ? (
          <Button size="small" type="primary" onClick={() => setOpen('record')}>
            {t('payments.act.record')}
          </Button>
        ) : null}
        {mayAsk && offer.paidAt !== null && answers.length === 0 ? (
          <Button size="small" onClick={() => setOpen('ask')}>
            {t('payments.act.ask')}
          </Button>
        ) : null}
      </div>
      {open === 'record' ? <RecordPaymentDialog caseId={caseId} offer={offer} owing={left} now={now} onClose={close} /> : null}
      {open === 'ask' ? <AskDialog caseId={caseId} offer={offer} now={now} onClose={close} /> : null}
      {open === null || typeof open === 'string' ? null : <FollowDialog caseId={caseId} row={open} onClose={close} />}
    </div>
  );
};
