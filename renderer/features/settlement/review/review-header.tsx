import { Alert, Button } from 'antd';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLatest } from '../../../ui/grid/reveal.ts';
import { DraftNotice } from '../kept/draft-notice.tsx';
import styles from './review.module.css';
import { TotalsBar } from './totals-bar.tsx';
import type { Work } from './use-work.ts';

type Props = { work: Work; title: ReactNode; tools: ReactNode; readOnly: boolean; closed: boolean; hasPack: boolean };

type SaveProps = { count: number; saving: boolean; onSave: () => void };

/** Drawn again when the number of changes moves, not at every key. */
const SaveButton = memo(({ count, saving, onSave }: SaveProps) => {
  const { t } = useTranslation();
  return (
    <Button type="primary" loading={saving} disabled={count === 0} onClick={onSave}>
      {count === 0 ? t('settlement.save.nothing') : t('settlement.save.count', { count })} <kbd>Ctrl ⏎</kbd>
    </Button>
  );
});

type NoticeProps = { readOnly: boolean; closed: boolean; hasPack: boolean; restoredAt: string | null; onDiscard: () => void };

const Notices = memo(({ readOnly, closed, hasPack, restoredAt, onDiscard }: NoticeProps) => {
  const { t } = useTranslation();
  return (
    <>
      {readOnly ? <Alert type="info" showIcon title={t(closed ? 'settlement.closed' : 'settlement.readOnly')} /> : null}
      {hasPack ? null : <Alert type="warning" showIcon title={t('settlement.noPack')} />}
      <DraftNotice restoredAt={restoredAt} onDiscard={onDiscard} />
    </>
  );
});

/** Who and how much, with the one button that saves; and what stands in the way of working. */
export const ReviewHeader = ({ work, title, tools, readOnly, closed, hasPack }: Props) => {
  const { count, store, state, typing, live } = work;
  const save = useLatest(() => void work.save());
  const discard = useLatest(() => {
    store.discard();
    void work.dropDraft();
  });
  return (
    <>
      <header className={styles['bar']}>
        {title}
        <div className={`${styles['actions']} ${styles['push']}`}>
          {tools}
          {readOnly ? null : <SaveButton count={count} saving={work.saving} onSave={save} />}
        </div>
        <TotalsBar rows={state.rows} typing={typing} live={live} victim={work.victim} />
      </header>
      <Notices readOnly={readOnly} closed={closed} hasPack={hasPack} restoredAt={work.restoredAt} onDiscard={discard} />
    </>
  );
};
