import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import styles from './review.module.css';
import { TotalsBar } from './totals-bar.tsx';
import type { Work } from './use-work.ts';

type Props = { work: Work; title: ReactNode; tools: ReactNode; readOnly: boolean; closed: boolean; hasPack: boolean };

/** Who and how much, with the one button that saves; and what stands in the way of working. */
export const ReviewHeader = ({ work, title, tools, readOnly, closed, hasPack }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { count, store } = work;
  const discard = (): void => {
    store.discard();
    void work.dropDraft();
  };
  return (
    <>
      <header className={styles['bar']}>
        {title}
        <TotalsBar totals={work.totals} victim={work.victim} />
        <div className={`${styles['actions']} ${styles['push']}`}>
          {tools}
          {readOnly ? null : (
            <Button type="primary" loading={work.saving} disabled={count === 0} onClick={() => void work.save()}>
              {count === 0 ? t('settlement.save.nothing') : t('settlement.save.count', { count })} <kbd>Ctrl ⏎</kbd>
            </Button>
          )}
        </div>
      </header>
      {readOnly ? <Alert type="info" showIcon title={t(closed ? 'settlement.closed' : 'settlement.readOnly')} /> : null}
      {hasPack ? null : <Alert type="warning" showIcon title={t('settlement.noPack')} />}
      {work.restoredAt === null ? null : (
        <Alert
          type="info"
          showIcon
          title={t('common.draft.restored', { at: format.instant(work.restoredAt) })}
          action={
            <Button size="small" onClick={discard}>
              {t('common.draft.discard')}
            </Button>
          }
        />
      )}
    </>
  );
};
