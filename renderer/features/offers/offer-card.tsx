import { Button, Tag } from 'antd';
import type { TFunction } from 'i18next';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../shared/offers/model.ts';
import { oursOf, restOf } from '../../../shared/offers/rules.ts';
import type { StaleReason } from '../../../shared/offers/stale.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { OfferAct } from './offer-view.ts';
import styles from './offers.module.css';
import { SheetTable } from './sheet-table.tsx';

type Props = {
  row: Offer;
  now: string;
  stale: readonly StaleReason[];
  acts: readonly OfferAct[];
  /** The reader's own limit in fen, when the version waits for approval. */
  limitFen: number | null;
  /** A decision of superiors allows the amount. */
  covered: boolean;
  onAct: (act: OfferAct) => void;
  children?: ReactNode;
};

const colour: Record<Offer['state'], string> = {
  draft: 'default',
  submitted: 'processing',
  approved: 'processing',
  put: 'processing',
  countered: 'warning',
  accepted: 'success',
  refused: 'error',
  paid: 'success',
  closed: 'default',
};

const primary: readonly OfferAct[] = ['submit', 'approve', 'escalate', 'put', 'accept'];

/** The limits an approval rests on, as they were named then: `published 7`. */
const underLimits = (t: TFunction, under: string): string => {
  const [source = '', version = ''] = under.split(' ');
  return t(`offers.card.limits.${source}`, { version });
};

/** When each step was made, and by whom. */
const Steps = ({ row, now }: Pick<Props, 'row' | 'now'>) => {
  const { t } = useTranslation();
  const format = useFormat();
  const at = (instant: string | null): string => (instant === null ? '' : format.due(instant, now));
  const parts = [
    row.approvedAt === null
      ? row.submittedAt !== null && row.state === 'submitted' && t('offers.card.submitted', { at: at(row.submittedAt) })
      : t('offers.card.approved', { name: row.approvedByName ?? '', at: at(row.approvedAt) }),
    row.escalationId === null ? row.approvedUnder !== null && underLimits(t, row.approvedUnder) : t('offers.card.underEscalation'),
    row.putAt !== null && t('offers.card.put', { at: at(row.putAt), name: row.explainedByName ?? '' }),
    row.putTo !== null && t('offers.card.putTo', { who: row.putToName ?? t(`contacts.counterpart.${row.putTo}`) }),
    row.understood !== null && t(`offers.understood.${row.understood}`),
    row.answeredAt !== null && ['accepted', 'paid'].includes(row.state) && t('offers.card.accepted', { at: at(row.answeredAt) }),
    row.paidAt !== null && t('offers.card.paid', { at: at(row.paidAt) }),
    row.closedAt !== null && t('offers.card.closed', { at: at(row.closedAt) }),
  ];
  const said = parts.filter((part): part is string => typeof part === 'string' && part !== '');
  return said.length === 0 ? null : <div className={styles['second']}>{said.join(' · ')}</div>;
};

const Money = ({ row }: { row: Offer }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { restFen, surplusFen } = restOf(row);
  const facts = { advances: format.money(row.advancesFen), rest: format.money(restFen), surplus: format.money(surplusFen) };
  return (row.advancesFen ?? 0) === 0 ? null : (
    <span className={styles['second']}>{t(surplusFen > 0 ? 'offers.card.surplus' : 'offers.card.rest', facts)}</span>
  );
};

/** What each payer owes, in one line. */
const Payers = ({ row }: { row: Offer }) => {
  const { t } = useTranslation();
  const format = useFormat();
  if (row.sheet === null) return null;
  return (
    <div className={styles['payers']}>
      {row.sheet.payers.map((one) => (
        <span key={`${one.payer} ${one.layer}`} className="tabular">
          {t(`offers.layer.${one.layer}`)} <strong>{format.money(one.dueFen)}</strong>
        </span>
      ))}
      <span className="tabular">
        {t('offers.sheet.receives')} <strong>{format.money(row.sheet.receivesFen)}</strong>
      </span>
    </div>
  );
};

/** Why the version waits or cannot go on. */
const Hold = ({ row, stale, limitFen, covered }: Pick<Props, 'row' | 'stale' | 'limitFen' | 'covered'>) => {
  const { t } = useTranslation();
  const format = useFormat();
  const reasons = stale.map((one) => t(`offers.stale.${one}`)).join(t('common.list.comma'));
  const oursFen = oursOf(row);
  return (
    <>
      {stale.length === 0 ? null : <div className={styles['stale']}>{t('offers.card.stale', { reasons })}</div>}
      {row.state === 'submitted' && limitFen !== null && oursFen > limitFen ? (
        <div className={styles['held']}>
          {t(covered ? 'offers.card.coveredNow' : 'offers.card.overAuthority', {
            ours: format.money(oursFen),
            limit: format.money(limitFen),
          })}
        </div>
      ) : null}
      {row.returnReason === null ? null : <div className={styles['held']}>{t('offers.card.returned', { reason: row.returnReason })}</div>}
    </>
  );
};

/** One version: what it offers, how far it has come, and what can be done with it now. */
export const OfferCard = ({ row, now, stale, acts, limitFen, covered, onAct, children }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  return (
    <article className={styles['card']} aria-label={t('offers.card.version', { version: row.version })}>
      <div className={styles['head']}>
        <strong className="tabular">
          v{row.version} {format.money(row.amountFen)}
        </strong>
        <Tag color={colour[row.state]}>{t(`offers.state.${row.state}`)}</Tag>
        <Money row={row} />
        <span className={styles['acts']}>
          {acts.map((act) => (
            <Button
              key={act}
              size="small"
              type={primary.includes(act) && act === acts[0] ? 'primary' : 'default'}
              onClick={() => onAct(act)}
            >
              {t(`offers.act.${act}`)}
            </Button>
          ))}
          {row.sheet === null ? null : (
            <Button size="small" type="link" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t(open ? 'offers.card.hideLines' : 'offers.card.lines')}
            </Button>
          )}
        </span>
      </div>
      <Payers row={row} />
      <Hold row={row} stale={stale} limitFen={limitFen} covered={covered} />
      <Steps row={row} now={now} />
      {row.explanation === null || row.explanation === '' ? null : <div className={styles['text']}>{row.explanation}</div>}
      {row.reply === null || row.reply === '' ? null : (
        <div className={styles['second']}>
          {t('offers.card.replied', { reply: row.reply })}
          {row.counterFen === null ? '' : ` ${t('offers.card.counter', { amount: format.money(row.counterFen) })}`}
        </div>
      )}
      {open && row.sheet !== null ? <SheetTable sheet={row.sheet} /> : null}
      {children}
    </article>
  );
};
