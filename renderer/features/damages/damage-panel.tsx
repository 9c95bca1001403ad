import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { DamageItem, Deduction } from '../../../shared/damages/model.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useGo } from '../../app/go.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import styles from './damages.module.css';
import { DamageTable } from './damage-table.tsx';
import { DeductionDialog } from './deduction-dialog.tsx';
import { ItemDialog } from './item-dialog.tsx';
import { itemLines, totalsOf } from './totals.ts';

type Props = {
  file: CaseFile;
  partyId: string;
  now: string;
  daysHint: (kind: string) => string | undefined;
  mayEnter: boolean;
  mayReview: boolean;
};
type Open = { kind: 'item'; item: DamageItem | null } | { kind: 'deduction'; item: DamageItem; deduction: Deduction | null };

/** Every loss of one person: claimed, deducted with reason and the telling behind it, allowed, decided. */
export const DamagePanel = ({ file, partyId, now, daysHint, mayEnter, mayReview }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const go = useGo();
  const toast = useToast();
  const [open, setOpen] = useState<Open | null>(null);
  const caseId = file.case.id;
  const lines = itemLines(file, partyId);
  const totals = totalsOf(lines);
  const decide = async (item: DamageItem): Promise<void> => {
    const problem = await attempt((api) => api.damages.decideItem({ caseId, itemId: item.id, decided: item.decision === 'open' }));
    if (problem !== null) toast.failed(problemText(t, problem));
  };
  return (
    <section aria-label={t('damages.panel.title')}>
      <div className={styles['head']}>
        <strong>{t('damages.panel.title')}</strong>
        <span className={styles['total']}>
          {t('damages.panel.claimed')} <strong>{format.money(totals.claimedFen)}</strong>
        </span>
        <span className={styles['total']}>
          {t('damages.panel.deducted')} <strong>{format.money(totals.deductedFen)}</strong>
        </span>
        <span className={styles['total']}>
          {t('damages.panel.allowed')} <strong>{format.money(totals.allowedFen)}</strong>
        </span>
        <span className={styles['second']}>{t('damages.panel.decided', { done: totals.decided, all: lines.length })}</span>
        <Button size="small" type="primary" ghost onClick={() => go.review(caseId, partyId)}>
          {t('settlement.page.open')}
        </Button>
        {mayEnter ? (
          <Button size="small" onClick={() => setOpen({ kind: 'item', item: null })}>
            {t('damages.item.add')}
          </Button>
        ) : null}
      </div>
      <DamageTable
        file={file}
        lines={lines}
        now={now}
        onEdit={mayEnter ? (item) => setOpen({ kind: 'item', item }) : null}
        onDeduct={mayReview ? (item, deduction) => setOpen({ kind: 'deduction', item, deduction }) : null}
        onDecide={mayReview ? (item) => void decide(item) : null}
      />
      {open?.kind === 'item' ? (
        <ItemDialog
          caseId={caseId}
          partyId={partyId}
          item={open.item}
          daysHint={daysHint}
          mayReview={mayReview}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open?.kind === 'deduction' ? (
        <DeductionDialog file={file} item={open.item} deduction={open.deduction} onClose={() => setOpen(null)} />
      ) : null}
    </section>
  );
};
