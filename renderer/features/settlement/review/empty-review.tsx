import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DamageKind } from '../../../../shared/damages/model.ts';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import styles from './review.module.css';
import type { UsualItem } from './usual-items.ts';

type Props = { usual: readonly UsualItem[]; onAdd: ((kinds: readonly DamageKind[]) => void) | null };

/** Nothing entered yet: offers the items that an injury like this usually brings, each with its reason. */
export const EmptyReview = ({ usual, onAdd }: Props) => {
  const { t } = useTranslation();
  const [left, setLeft] = useState<ReadonlySet<DamageKind>>(new Set());
  if (onAdd === null) return <EmptyState title={t('settlement.empty.title')} text={t('settlement.empty.readOnly')} />;
  const toggle = (kind: DamageKind, on: boolean): void => {
    const next = new Set(left);
    if (on) next.delete(kind);
    else next.add(kind);
    setLeft(next);
  };
  const chosen = usual.map(({ kind }) => kind).filter((kind) => !left.has(kind));
  return (
    <EmptyState
      title={t('settlement.empty.title')}
      text={t('settlement.empty.text')}
      actions={
        <>
          <div className={styles['usual']}>
            {usual.map(({ kind, why }) => (
              <Checkbox key={kind} checked={!left.has(kind)} onChange={(event) => toggle(kind, event.target.checked)}>
                {t(`damages.kind.${kind}`)} <span className={styles['second']}>{t(`settlement.empty.why.${why}`)}</span>
              </Checkbox>
            ))}
          </div>
          <Button type="primary" disabled={chosen.length === 0} onClick={() => onAdd(chosen)}>
            {t('settlement.empty.begin', { count: chosen.length })}
          </Button>
        </>
      }
    />
  );
};
