import type { ReactNode } from 'react';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card/card.tsx';
import { LayersPicture, WaterfallPicture } from '../pictures.tsx';
import { fenIn, isDeduction, itemsIn, notTold, textIn } from './review-cells.ts';
import styles from './review.module.css';
import { SaidList } from './said-list.tsx';
import type { Watched } from './use-watch.ts';
import type { Work } from './use-work.ts';

type Entity = 'case' | 'injuredParty' | 'calculationBasis' | 'partyBasis' | 'damageItem' | 'bill' | 'advance';
type Props = {
  work: Work;
  watched: readonly Watched[];
  partyId: string;
  onGo: (place: { entity: Entity; id: string | null }) => void;
  cards: ReactNode;
};

/** From claimed to agreed, who carries it, and what is still missing. */
export const ReviewPictures = ({ work, watched, partyId, onGo, cards }: Props) => {
  const { t } = useTranslation();
  const { live, totals, state } = work;
  // The sums follow the key; the picture may come a moment later.
  const claimedFen = useDeferredValue(totals.claimedFen);
  const agreedFen = useDeferredValue(totals.allowedFen);
  const { rows } = state;
  const deducted = useMemo(() => {
    const kinds = new Map(itemsIn(rows).map((row) => [row.id, textIn(row, 'kind')]));
    return rows
      .filter((row) => isDeduction(row) && fenIn(row, 'amountFen') !== null)
      .map((row) => {
        const kind = kinds.get(String(row.cells['itemId'])) ?? null;
        const told = textIn(row, 'told');
        const label = kind === null ? '—' : t(`damages.kind.${kind}`);
        return { key: row.id, label, fen: fenIn(row, 'amountFen') ?? 0, told: told !== null && told !== notTold };
      });
  }, [rows, t]);
  return (
    <div className={styles['pictures']}>
      <Card title={t('settlement.picture.fall')}>
        {claimedFen === 0 ? (
          <p className={styles['second']}>{t('settlement.picture.noClaim')}</p>
        ) : (
          <WaterfallPicture claimedFen={claimedFen} agreedFen={agreedFen} deducted={deducted} />
        )}
      </Card>
      <Card title={t('settlement.picture.layers')}>
        {live?.settlement == null ? (
          <p className={styles['second']}>{t('settlement.picture.noLayers')}</p>
        ) : (
          <LayersPicture victims={live.settlement.victims} partyId={partyId} />
        )}
      </Card>
      <Card title={t('settlement.said.title')}>{live === null ? null : <SaidList live={live} watched={watched} onGo={onGo} />}</Card>
      {cards}
    </div>
  );
};
