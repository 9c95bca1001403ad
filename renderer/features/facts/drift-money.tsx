import { useTranslation } from 'react-i18next';
import type { DriftMoney } from '../../../shared/settlement/drift-contract.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './facts.module.css';

const Line = ({ one }: { one: DriftMoney }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const item = t(`damages.kind.${one.kind}`);
  const and = t('facts.drift.and');
  const signed = (fen: number): string => `${fen > 0 ? '+' : fen < 0 ? '−' : '±'}${format.money(Math.abs(fen))}`;
  if (one.differenceFen === null) {
    if (one.missing.every((gap) => gap === 'words')) return <li className={styles['second']}>{t('facts.drift.inWords', { item })}</li>;
    const gaps = one.missing.map((gap) => t(`facts.drift.gap.${gap}`)).join(and);
    return <li className={styles['second']}>{t('facts.drift.notYet', { item, gaps })}</li>;
  }
  const figures = { item, before: format.money(one.beforeFen), after: format.money(one.afterFen), difference: signed(one.differenceFen) };
  const notes = [
    ...(one.receivesFen === null ? [] : [t('facts.drift.whole', { difference: signed(one.receivesFen) })]),
    ...one.assumed.map((what) => t('facts.drift.assumes', { what: t(`facts.drift.assumed.${what}`) })),
  ];
  const working = t('facts.drift.working', { before: one.beforeWorking ?? '0', after: one.afterWorking ?? '0' });
  return (
    <li className="tabular" title={working}>
      {t('facts.drift.money', figures)}
      {notes.length === 0 ? null : <span className={styles['second']}> {notes.join(' · ')}</span>}
    </li>
  );
};

/** What the difference is worth, item by item: computed by the rules, or what is missing for it. */
export const DriftMoneyLines = ({ items }: { items: readonly DriftMoney[] }) =>
  items.length === 0 ? null : (
    <ul className={styles['money']}>
      {items.map((one) => (
        <Line key={one.kind} one={one} />
      ))}
    </ul>
  );
