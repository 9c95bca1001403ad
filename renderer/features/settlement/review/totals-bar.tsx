import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { VictimResult } from '../../../../shared/settlement/result.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import styles from './review.module.css';
import { useTotals, type Summed } from './use-totals.ts';

const sumNames = ['claimed', 'computed', 'deducted', 'allowed', 'compulsory', 'commercial', 'receives'] as const;
type Sum = (typeof sumNames)[number];

type Props = Summed & { victim: VictimResult | undefined };

const layerFen = (victim: VictimResult | undefined, layers: readonly string[]): number | null =>
  victim === undefined ? null : victim.payments.filter(({ layer }) => layers.includes(layer)).reduce((sum, one) => sum + one.due.fen, 0);

/** Titles, and why a sum is not known; looked up when one of them changes, not at every key. */
const useWords = (live: Summed['live']) => {
  const { t } = useTranslation();
  const missing = live?.errors.length ?? null;
  return useMemo(() => {
    const noPack = missing === null ? t('settlement.total.noPack') : null;
    const layers = noPack ?? t('settlement.total.missing', { count: missing });
    const notDecided = t('settlement.total.notDecided');
    const why: Record<Sum, string> = {
      claimed: t('settlement.total.notEntered'),
      computed: noPack ?? t('settlement.total.noInputs'),
      deducted: notDecided,
      allowed: notDecided,
      compulsory: layers,
      commercial: layers,
      receives: layers,
    };
    return { why, title: Object.fromEntries(sumNames.map((name) => [name, t(`settlement.total.${name}`)])) as Record<Sum, string> };
  }, [t, missing]);
};

/** The sums of the person in view, as they stand at this key. What is not known is a dash with its reason, never a nought. */
export const TotalsBar = ({ victim, ...summed }: Props) => {
  const format = useFormat();
  const totals = useTotals(summed);
  const { why, title } = useWords(summed.live);
  const sums: Record<Sum, number | null> = {
    claimed: totals.claimedFen,
    computed: totals.computedFen,
    deducted: totals.deductedFen,
    allowed: totals.allowedFen,
    compulsory: layerFen(victim, ['compulsory', 'uninsuredCompulsory']),
    commercial: layerFen(victim, ['commercial', 'seat']),
    receives: victim?.receives.fen ?? null,
  };
  return (
    <dl className={styles['totals']} data-testid="totals">
      {sumNames.map((name) => (
        <div key={name}>
          <dt>{title[name]}</dt>
          <dd className="tabular">
            {sums[name] === null ? (
              <>
                — <small>{why[name]}</small>
              </>
            ) : (
              format.money(sums[name])
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** One sum under its column of the grid. */
export const ColumnSum = ({ name, ...summed }: Summed & { name: 'claimedFen' | 'computedFen' | 'allowedFen' | 'deductedFen' }) => {
  const format = useFormat();
  return format.amount(useTotals(summed)[name]);
};
