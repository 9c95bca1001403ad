import { Button, Drawer, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import type { DamageKind } from '../../../../shared/damages/model.ts';
import type { SettlementFile } from '../../../../shared/settlement/contract.ts';
import type { LiveSettlement } from '../../../../shared/settlement/file/live.ts';
import type { SheetRow } from '../../../ui/grid/model.ts';
import { useEngineWords } from '../engine-words.ts';
import { inputsIn, textIn, type Inputs } from '../review/review-cells.ts';
import { ItemForm } from './item-form.tsx';
import { useGiveFocusBack } from '../../../ui/dialog/give-focus-back.ts';
import styles from './item.module.css';
import { WorkingView } from './working-view.tsx';

type Props = {
  file: CaseFile;
  settlement: SettlementFile;
  item: SheetRow | null;
  live: LiveSettlement | null;
  region: string | null;
  daysHint: (kind: string) => string | undefined;
  /** Papers and pictures that prove the item. */
  evidence: (kind: DamageKind) => ReactNode;
  decided: boolean;
  readOnly: boolean;
  mayDecide: boolean;
  onInputs: (itemId: string, inputs: Inputs | null) => void;
  onTakeComputed: (itemId: string, fen: number) => void;
  onDecide: (itemId: string) => void;
  onAddDeduction: (itemId: string) => void;
  onRemove: (itemId: string) => void;
  onUndo: () => void;
  onRedo: () => void;
  onClose: () => void;
};

/** What stands behind one item: the working of its amount, the inputs of its rule, its evidence, its decision. */
export const ItemDrawer = (props: Props) => {
  const { file, settlement, item, live, decided, readOnly, onClose } = props;
  const { t } = useTranslation();
  useGiveFocusBack();
  const words = useEngineWords();
  const kind = item === null ? null : (textIn(item, 'kind') as DamageKind | null);
  if (item === null || kind === null) return null;
  const itemId = item.id;
  const head = live?.items.find((one) => one.itemId === itemId)?.head;
  const errors = live?.errors.filter(({ place }) => place.entity === 'damageItem' && place.id === itemId) ?? [];
  const remarks = live?.remarks.filter(({ place }) => place.entity === 'damageItem' && place.id === itemId) ?? [];
  const locked = readOnly || decided;
  const computed = head?.computedFen ?? null;
  return (
    <Drawer
      open
      size={620}
      mask={false}
      title={
        <>
          {t(`damages.kind.${kind}`)} {decided ? <Tag color="success">{t('damages.decision.decided')}</Tag> : null}
        </>
      }
      onClose={onClose}
      extra={
        <>
          {locked || computed === null ? null : (
            <Button size="small" onClick={() => props.onTakeComputed(itemId, computed)}>
              {t('settlement.item.takeComputed')}
            </Button>
          )}{' '}
          {props.mayDecide && !readOnly ? (
            <Button size="small" onClick={() => props.onDecide(itemId)}>
              {t(decided ? 'damages.table.reopen' : 'damages.table.decide')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className={styles['part']}>
        <h3>{t('settlement.working.title')}</h3>
        {head === undefined ? (
          <p className={styles['second']}>{t('settlement.working.none')}</p>
        ) : (
          <WorkingView head={head} figures={live?.settlement?.standards.figures ?? []} pack={settlement.pack} />
        )}
        {errors.map((error) => (
          <p key={`${error.code}-${error.path}`} className={styles['error']} role="alert">
            {words.error(error)}
          </p>
        ))}
        {remarks.map((remark) => (
          <p key={`${remark.code}-${remark.path}`} className={styles['second']}>
            {words.remark(remark)}
          </p>
        ))}
      </div>
      <div className={styles['part']}>
        <h3>{t('settlement.item.inputs')}</h3>
        <ItemForm
          itemId={itemId}
          kind={kind}
          inputs={inputsIn(item)}
          live={live}
          pack={settlement.pack}
          region={props.region}
          daysHint={props.daysHint(kind)}
          readOnly={locked}
          onChange={(inputs) => props.onInputs(itemId, inputs)}
          onUndo={props.onUndo}
          onRedo={props.onRedo}
        />
      </div>
      <div className={styles['part']}>
        <h3>{t('settlement.item.evidence')}</h3>
        <p>{textIn(item, 'evidence') ?? <span className={styles['second']}>{t('settlement.item.noEvidence')}</span>}</p>
        {props.evidence(kind)}
      </div>
      {locked ? null : (
        <div className={styles['tools']}>
          <Button size="small" onClick={() => props.onAddDeduction(itemId)}>
            {t('damages.deduction.add')}
          </Button>
          {file.may.includes('damage.enter') ? (
            <Button size="small" danger onClick={() => props.onRemove(itemId)}>
              {t('settlement.item.remove')}
            </Button>
          ) : null}
        </div>
      )}
    </Drawer>
  );
};
