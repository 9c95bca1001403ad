import { Button, Dropdown, Segmented } from 'antd';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import { damageKinds, type DamageKind } from '../../../../shared/damages/model.ts';
import type { SettlementFile } from '../../../../shared/settlement/contract.ts';
import { overlayPartyBasis } from '../../../../shared/settlement/file/overlay.ts';
import { Card } from '../../../ui/card/card.tsx';
import { useLatest } from '../../../ui/grid/reveal.ts';
import type { Aim } from '../../../ui/grid/use-aim.ts';
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
  /** A cell of the items view that something else on the page leads to. */
  aim: Aim | null;
  onOpen: (itemId: string) => void;
  onUndo: () => void;
};

type ToolsProps = {
  view: ReviewView;
  onView: (view: ReviewView) => void;
  /** How many could be decided at once; null where nobody may. */
  ready: number | null;
  dirty: boolean;
  onDecide: () => void;
  onAdd: ((kind: DamageKind) => void) | null;
};

/** Drawn again when one of these moves, not at every key. */
const ItemsTools = memo(({ view, onView, ready, dirty, onDecide, onAdd }: ToolsProps) => {
  const { t } = useTranslation();
  return (
    <div className={styles['actions']}>
      <Segmented<ReviewView>
        size="small"
        aria-label={t('settlement.view.label')}
        value={view}
        options={reviewViews.map((value) => ({ value, label: t(`settlement.view.${value}`) }))}
        onChange={onView}
      />
      {ready === null || ready === 0 ? null : (
        <Button size="small" disabled={dirty} onClick={onDecide}>
          {t('settlement.decideAll', { count: ready })}
        </Button>
      )}
      {onAdd === null ? null : (
        <Dropdown
          trigger={['click']}
          menu={{
            items: damageKinds.map((kind) => ({ key: kind, label: t(`damages.kind.${kind}`) })),
            onClick: ({ key }) => onAdd(key as DamageKind),
          }}
        >
          <Button size="small">{t('damages.item.add')}</Button>
        </Dropdown>
      )}
    </div>
  );
});

/** The items of one person: as a sheet, from four angles; or, when there are none, what to begin with. */
export const ReviewItemsCard = ({ work, file, settlement, partyId, now, readOnly, mayReview, newId, aim, onOpen, onUndo }: Props) => {
  const { t } = useTranslation();
  const [view, setView] = useState<ReviewView>('items');
  const [reached, setReached] = useState(aim);
  if (aim !== reached) {
    setReached(aim);
    setView('items');
  }
  const { store, state, decided, ready, count } = work;
  const items = itemsIn(state.rows);
  const decide = useLatest(() => void work.decide(ready));
  const add = useLatest((kind: DamageKind) => work.add([kind]));
  return (
    <Card
      title={t('damages.panel.title')}
      note={t('damages.panel.decided', { done: items.filter(({ id }) => decided.has(id)).length, all: items.length })}
      extra={
        <ItemsTools
          view={view}
          onView={setView}
          ready={mayReview && !readOnly ? ready.length : null}
          dirty={count > 0}
          onDecide={decide}
          onAdd={readOnly ? null : add}
        />
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
          typing={work.typing}
          live={work.live}
          problem={work.problem}
          readOnly={readOnly}
          aim={aim}
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
