import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Offer } from '../../../shared/offers/model.ts';
import { restOf } from '../../../shared/offers/rules.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { MakeOfferDialog, ReplyDialog } from './offer-dialogs.tsx';
import { offersOf, replyable } from './offer-view.ts';
import styles from './offers.module.css';

type Props = { file: CaseFile; partyId: string; now: string; mayMake: boolean };

const colour: Record<Offer['state'], string> = {
  draft: 'default',
  put: 'processing',
  countered: 'warning',
  accepted: 'success',
  refused: 'error',
};

/** Offers version by version: made from the allowed amounts, put to the party, answered. */
export const OfferPanel = ({ file, partyId, now, mayMake }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const toast = useToast();
  const [making, setMaking] = useState(false);
  const [replying, setReplying] = useState<Offer | null>(null);
  const caseId = file.case.id;
  const offers = offersOf(file, partyId);
  const put = async (offer: Offer): Promise<void> => {
    const problem = await attempt((api) => api.offers.put({ caseId, offerId: offer.id }));
    if (problem === null) toast.done(t('offers.panel.putDone', { version: offer.version }));
    else toast.failed(problemText(t, problem));
  };
  const afterAdvances = (offer: Offer): string => {
    const { restFen, surplusFen } = restOf(offer);
    const facts = { advances: format.money(offer.advancesFen), rest: format.money(restFen), surplus: format.money(surplusFen) };
    return t(surplusFen > 0 ? 'offers.panel.surplus' : 'offers.panel.rest', facts);
  };
  return (
    <section aria-label={t('offers.panel.title')}>
      <div className={styles['head']}>
        <strong>{t('offers.panel.title')}</strong>
        {mayMake ? (
          <Button size="small" onClick={() => setMaking(true)}>
            {t('offers.panel.make', { version: (offers[0]?.version ?? 0) + 1 })}
          </Button>
        ) : null}
      </div>
      {offers.length === 0 ? <p className={styles['second']}>{t('offers.panel.none')}</p> : null}
      <ul className={styles['lines']}>
        {offers.map((offer) => (
          <li key={offer.id}>
            <strong className="tabular">
              v{offer.version} {format.money(offer.amountFen)}
            </strong>{' '}
            <Tag color={colour[offer.state]}>{t(`offers.state.${offer.state}`)}</Tag>
            {(offer.advancesFen ?? 0) > 0 ? <span className={styles['second']}>{afterAdvances(offer)} </span> : null}
            {offer.putAt === null ? null : (
              <span className={styles['second']}>{t('offers.panel.putAt', { at: format.due(offer.putAt, now) })}</span>
            )}
            {mayMake && offer.state === 'draft' ? (
              <Button type="link" size="small" onClick={() => void put(offer)}>
                {t('offers.panel.put')}
              </Button>
            ) : null}
            {mayMake && replyable(offer) ? (
              <Button type="link" size="small" onClick={() => setReplying(offer)}>
                {t('offers.panel.reply')}
              </Button>
            ) : null}
            {offer.explanation === null || offer.explanation === '' ? null : <div className={styles['text']}>{offer.explanation}</div>}
            {offer.reply === null || offer.reply === '' ? null : (
              <div className={styles['second']}>
                {t('offers.panel.replied', { reply: offer.reply })}
                {offer.counterFen === null ? '' : ` ${t('offers.panel.counter', { amount: format.money(offer.counterFen) })}`}
              </div>
            )}
          </li>
        ))}
      </ul>
      {making ? <MakeOfferDialog caseId={caseId} partyId={partyId} onClose={() => setMaking(false)} /> : null}
      {replying === null ? null : <ReplyDialog caseId={caseId} offer={replying} onClose={() => setReplying(null)} />}
    </section>
  );
};
