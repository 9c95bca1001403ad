import { Button, Dropdown, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import { damageKinds, type DamageKind } from '../../../../shared/damages/model.ts';
import type { SettlementFile } from '../../../../shared/settlement/contract.ts';
import { overlayPartyBasis } from '../../../../shared/settlement/file/overlay.ts';
import { Card } from '../../../ui/card/card.tsx';
import { EmptyReview } from './empty-review.tsx';
import { itemsIn } from './review-cells.ts';
import { reviewViews, type ReviewView } from './review-columns.tsx';
import { ReviewGrid } from './review-grid.tsx';
import styles from './review.module.css';
import { removeLines, sheetEdits } from './sheet-edits.ts';
import { usualItems } from './usual-items.ts';
import { emptyItem, type Work } from './use-work.ts';

type Props = {
  work: Work;
  file: CaseFile;
  settlement: SettlementFile;
  partyId: string;
  now: string;
  readOnly: boolean;
  mayReview: boolean;
  newId: () => string;
  onOpen: (itemId: string) => void;
  onUndo: () => void;
};

/** The items of one person: as a sheet, from four angles; or, when there are none, what to begin with. */
export const ReviewItemsCard = ({ work, file, settlement, partyId, now, readOnly, mayReview, newId, onOpen, onUndo }: Props) => {
  const { t } = useTranslation();
  const [view, setView] = useState<ReviewView>('items');
  const { store, state, decided, ready, count } = work;
  const items = itemsIn(state.rows);
  return (
    <Card
      title={t('damages.panel.title')}
      note={t('damages.panel.decided', { done: items.filter(({ id }) => decided.has(id)).length, all: items.length })}
      extra={
        <div className={styles['actions']}>
          <Segmented<ReviewView>
            size="small"
            aria-label={t('settlement.view.label')}
            value={view}
            options={reviewViews.map((value) => ({ value, label: t(`settlement.view.${value}`) }))}
            onChange={setView}
          />
          {mayReview && !readOnly && ready.length > 0 ? (
            <Button size="small" disabled={count > 0} onClick={() => void work.decide(ready)}>
              {t('settlement.decideAll', { count: ready.length })}
            </Button>
          ) : null}
          {readOnly ? null : (
            <Dropdown
              trigger={['click']}
              menu={{
                items: damageKinds.map((kind) => ({ key: kind, label: t(`damages.kind.${kind}`) })),
                onClick: ({ key }) => work.add([key as DamageKind]),
              }}
            >
              <Button size="small">{t('damages.item.add')}</Button>
            </Dropdown>
          )}
        </div>
      }
    >
      {items.length === 0 ? (
        <EmptyReview
          usual={usualItems(file, partyId, overlayPartyBasis(settlement.partyBases, partyId))}
          onAdd={readOnly ? null : work.add}
        />
      ) : (
        <ReviewGrid
          file={file}
          partyId={partyId}
          now={now}
          view={view}
          state={state}
          typed={work.typed}
          live={work.live}
          problem={work.problem}
          readOnly={readOnly}
          onEdit={(edits) => store.apply(sheetEdits(store.state().rows, edits, newId))}
          onTyping={work.setTyping}
          onOpen={onOpen}
          onUndo={onUndo}
          onRedo={() => void store.redo()}
          onDecideClash={store.decide}
          onRemove={(ids) =>
            store.apply(
              removeLines(
                store.state().rows,
                ids.filter((id) => !decided.has(id)),
              ),
            )
          }
          newRows={(n) => Array.from({ length: n }, () => emptyItem(newId(), null))}
          onInsert={() => work.add([null])}
        />
      )}
    </Card>
  );
};
