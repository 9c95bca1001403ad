import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Offer } from '../../../shared/offers/model.ts';
import { oursOf } from '../../../shared/offers/rules.ts';
import { useAuthority } from '../../app/use-authority.ts';
import { CompareDialog } from './compare-dialog.tsx';
import { OfferActs } from './offer-acts.tsx';
import { OfferCard } from './offer-card.tsx';
import { MakeOfferDialog } from './offer-dialogs.tsx';
import { actsOf, isCovered, offersOf, type OfferAction } from './offer-view.ts';
import styles from './offers.module.css';
import { useOfferMoves } from './use-offer-moves.ts';

type Props = {
  file: CaseFile;
  partyId: string;
  now: string;
  mayMake: boolean;
  /** Where a photo of a signed paper is added. */
  papers: ReactNode;
  /** What belongs to one version beside itself: its payments. */
  of: (offer: Offer) => ReactNode;
};

/** 赔付方案, version by version: made, approved, put, answered, signed, paid. */
export const OfferPanel = ({ file, partyId, now, mayMake, papers, of }: Props) => {
  const { t } = useTranslation();
  const authority = useAuthority();
  const [dialog, setDialog] = useState<'make' | 'compare' | null>(null);
  const [action, setAction] = useState<OfferAction | null>(null);
  const offers = offersOf(file, partyId);
  const limitFen = authority?.limitFen ?? null;
  const moves = useOfferMoves(file.case.id);
  const act = (next: OfferAction): void => {
    const move = moves[next.act];
    if (move === undefined) setAction(next);
    else void move(next.offer);
  };
  return (
    <section aria-label={t('offers.panel.title')}>
      <div className={styles['head']}>
        <strong>{t('offers.panel.title')}</strong>
        {mayMake ? (
          <Button size="small" onClick={() => setDialog('make')}>
            {t('offers.panel.make', { version: (offers[0]?.version ?? 0) + 1 })}
          </Button>
        ) : null}
        {offers.length < 2 ? null : (
          <Button size="small" onClick={() => setDialog('compare')}>
            {t('offers.panel.compare')}
          </Button>
        )}
        {mayMake && authority !== null ? <span className={styles['second']}>{authority.text}</span> : null}
      </div>
      {offers.length === 0 ? <p className={styles['second']}>{t('offers.panel.none')}</p> : null}
      {offers.map((row) => {
        const stale = file.staleOffers[row.id] ?? [];
        const covered = isCovered(file, row);
        const mayApprove = limitFen !== null && limitFen > 0 && (oursOf(row) <= limitFen || covered);
        const signed = file.acceptances.some(({ offerId }) => offerId === row.id);
        return (
          <OfferCard
            key={row.id}
            row={row}
            now={now}
            stale={stale}
            limitFen={limitFen}
            covered={covered}
            acts={actsOf(row, { mayMake, mayApprove, signed, stale: stale.length > 0 })}
            onAct={(chosen) => act({ act: chosen, offer: row })}
          >
            {of(row)}
          </OfferCard>
        );
      })}
      {dialog === 'make' ? <MakeOfferDialog caseId={file.case.id} partyId={partyId} onClose={() => setDialog(null)} /> : null}
      {dialog === 'compare' ? <CompareDialog offers={offers} onClose={() => setDialog(null)} /> : null}
      {action === null ? null : (
        <OfferActs file={file} action={action} now={now} limitFen={limitFen ?? 0} papers={papers} onClose={() => setAction(null)} />
      )}
    </section>
  );
};
