import { useTranslation } from 'react-i18next';
import type { Bill } from '../../../../shared/settlement/bill-model.ts';
import { classTotals } from '../../../../shared/settlement/file/class-totals.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import styles from '../item/item.module.css';

/** What the lists of all allowed bills come to, class by class; what has no list is said, so that the sums are not taken for the whole. */
export const ClassTotals = ({ bills }: { bills: readonly Bill[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { byClass, unlistedFen } = classTotals(bills);
  if (byClass.length === 0) return null;
  return (
    <p className={styles['second']} data-testid="class-totals">
      {t('settlement.bills.classTotals')}
      {byClass.map(({ listClass, fen }) => ` ${t(`settlement.bills.class.${listClass ?? 'none'}`)} ${format.amount(fen)}`).join(' ·')}
      {unlistedFen === 0 ? null : ` · ${t('settlement.bills.unlisted', { amount: format.amount(unlistedFen) })}`}
    </p>
  );
};
