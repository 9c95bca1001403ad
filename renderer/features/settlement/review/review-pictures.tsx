import { memo, useCallback, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveSettlement } from '../../../../shared/settlement/file/live.ts';
import type { VictimResult } from '../../../../shared/settlement/result.ts';
import type { SheetRow } from '../../../ui/grid/model.ts';
import { Card } from '../../../ui/card/card.tsx';
import { LayersPicture, WaterfallPicture } from '../pictures.tsx';
import { fenIn, isDeduction, itemsIn, notTold, textIn } from './review-cells.ts';
import { totalsOf } from './review-lines.ts';
import styles from './review.module.css';
import { SaidList } from './said-list.tsx';
import type { Place, Watched } from './watched.ts';

type FallProps = { rows: readonly SheetRow[]; live: LiveSettlement | null };

const FallCard = memo(({ rows, live }: FallProps) => {
  const { t } = useTranslation();
  const { claimedFen, allowedFen } = useMemo(() => totalsOf(rows, live), [rows, live]);
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
    <Card title={t('settlement.picture.fall')}>
      {claimedFen === null || allowedFen === null ? (
        <p className={styles['second']}>{t(claimedFen === null ? 'settlement.picture.noClaim' : 'settlement.picture.noAllowed')}</p>
      ) : (
        <WaterfallPicture claimedFen={claimedFen} agreedFen={allowedFen} deducted={deducted} />
      )}
    </Card>
  );
});

const LayersCard = memo(({ victims, partyId }: { victims: readonly VictimResult[] | null; partyId: string }) => {
  const { t } = useTranslation();
  return (
    <Card title={t('settlement.picture.layers')}>
      {victims === null ? (
        <p className={styles['second']}>{t('settlement.picture.noLayers')}</p>
      ) : (
        <LayersPicture victims={victims} partyId={partyId} />
      )}
    </Card>
  );
});

type Props = {
  /** The rows that `live` was computed on. */
  rows: readonly SheetRow[];
  live: LiveSettlement | null;
  watched: readonly Watched[];
  partyId: string;
  onGo: (place: Place) => void;
  cards: ReactNode;
};

/** From claimed to agreed, who carries it, and what is still missing. */
export const ReviewPictures = ({ rows, live, watched, partyId, onGo, cards }: Props) => {
  const { t } = useTranslation();
  const nameOf = useCallback(
    (itemId: string): string => t(`damages.kind.${rows.find(({ id }) => id === itemId)?.cells['kind'] ?? 'other'}`),
    [rows, t],
  );
  return (
    <div className={styles['pictures']}>
      <FallCard rows={rows} live={live} />
      <LayersCard victims={live?.settlement?.victims ?? null} partyId={partyId} />
      <Card title={t('settlement.said.title')}>
        {live === null ? null : <SaidList live={live} watched={watched} nameOf={nameOf} onGo={onGo} />}
      </Card>
      {cards}
    </div>
  );
};
