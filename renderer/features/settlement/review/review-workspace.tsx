import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import type { DamageKind } from '../../../../shared/damages/model.ts';
import type { Action } from '../../../../shared/people/access.ts';
import type { SettlementFile } from '../../../../shared/settlement/contract.ts';
import { overlayBasis, overlayPartyBasis } from '../../../../shared/settlement/file/overlay.ts';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';
import { useLatest } from '../../../ui/grid/reveal.ts';
import type { Aim } from '../../../ui/grid/use-aim.ts';
import { useShortcut } from '../../../ui/shortcuts/shortcuts.tsx';
import { ItemDrawer } from '../item/item-drawer.tsx';
import { lineItem } from './review-changes.ts';
import { fenIn } from './review-cells.ts';
import { ReviewHeader } from './review-header.tsx';
import { ReviewItemsCard } from './review-items-card.tsx';
import { ReviewPictures } from './review-pictures.tsx';
import styles from './review.module.css';
import type { Place } from './watched.ts';
import { addDeduction, removeLines, sheetEdits } from './sheet-edits.ts';
import { useWatch } from './use-watch.ts';
import { useWork } from './use-work.ts';

type Props = {
  file: CaseFile;
  settlement: SettlementFile;
  partyId: string;
  now: string;
  can: (action: Action) => boolean;
  newId: () => string;
  title: ReactNode;
  /** Buttons of the page beside Save: basis, bills, file. */
  tools: ReactNode;
  daysHint: (kind: string) => string | undefined;
  evidence: (kind: DamageKind) => ReactNode;
  /** Further cards under the grid. */
  cards: ReactNode;
  /** Takes back the newest saved change, when the grid itself has nothing left to take back. */
  onUndoSaved: () => void;
  onBasis: () => void;
  onBills: () => void;
};

/** The review of one person: the grid, what stands behind each line, the pictures, one save. */
export const ReviewWorkspace = (props: Props) => {
  const { file, settlement, partyId, now, can, newId } = props;
  const { t } = useTranslation();
  const readOnly = !can('damage.enter');
  const work = useWork({ file, settlement, partyId, readOnly, newId });
  const { store, state, live, decided } = work;
  const watched = useWatch({ file, settlement, partyId, live, rows: work.computedOn, now });
  const [openId, setOpenId] = useState<string | null>(null);
  const [aim, setAim] = useState<Aim | null>(null);
  const open = openId === null ? null : (lineItem(state.rows, openId)?.item ?? null);
  const region =
    overlayPartyBasis(settlement.partyBases, partyId).statistics?.forumRegion ??
    overlayBasis(settlement.bases).statistics?.forumRegion ??
    null;
  const undo = (): void => {
    if (!store.undo()) props.onUndoSaved();
  };
  const go = useLatest(({ entity, id, column }: Place) => {
    if (entity === 'bill') props.onBills();
    else if (entity !== 'damageItem' || id === null) props.onBasis();
    else if (column === undefined) setOpenId(id);
    else setAim({ rowId: id, column });
  });
  useShortcut({ combo: 'ctrl+enter', label: t('settlement.save.button'), run: () => void work.save() });
  return (
    <div className={styles['workspace']}>
      <ReviewHeader
        work={work}
        title={props.title}
        tools={props.tools}
        readOnly={readOnly}
        closed={file.case.state === 'closed'}
        hasPack={settlement.pack !== null}
      />
      <ReviewItemsCard
        work={work}
        file={file}
        settlement={settlement}
        partyId={partyId}
        now={now}
        readOnly={readOnly}
        mayReview={can('damage.review')}
        newId={newId}
        aim={aim}
        onOpen={setOpenId}
        onUndo={undo}
      />
      <ReviewPictures rows={work.computedOn} live={live} watched={watched} partyId={partyId} onGo={go} cards={props.cards} />
      <ItemDrawer
        file={file}
        settlement={settlement}
        item={open}
        live={live}
        region={region}
        daysHint={props.daysHint}
        evidence={props.evidence}
        decided={open !== null && decided.has(open.id)}
        readOnly={readOnly}
        mayDecide={can('damage.review') && work.count === 0}
        onInputs={(rowId, inputs) =>
          store.apply([{ op: 'set', rowId, column: 'inputs', value: inputs === null ? null : JSON.stringify(inputs) }])
        }
        onTakeComputed={(rowId, fen) => {
          const row = store.state().rows.find(({ id }) => id === rowId);
          const claimed = row === undefined ? null : fenIn(row, 'claimedFen');
          const value = claimed === null ? fen : Math.min(claimed, fen);
          store.apply(sheetEdits(store.state().rows, [{ op: 'set', rowId, column: 'allowedFen', value }], newId));
        }}
        onDecide={(id) => void work.decide([id])}
        onAddDeduction={(id) => store.apply(addDeduction(store.state().rows, id, newId))}
        onRemove={(id) => {
          setOpenId(null);
          store.apply(removeLines(store.state().rows, [id]));
        }}
        onUndo={undo}
        onRedo={() => void store.redo()}
        onClose={() => setOpenId(null)}
      />
      {work.asking ? (
        <ReasonDialog
          title={t('settlement.save.removeTitle')}
          confirm={t('settlement.save.button')}
          onConfirm={work.saveWithReason}
          onClose={() => work.setAsking(false)}
        />
      ) : null}
    </div>
  );
};
