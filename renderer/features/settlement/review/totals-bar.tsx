import { useTranslation } from 'react-i18next';
import type { VictimResult } from '../../../../shared/settlement/result.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { Totals } from './review-lines.ts';
import styles from './review.module.css';

type Props = { totals: Totals; victim: VictimResult | undefined };

const layerFen = (victim: VictimResult | undefined, layers: readonly string[]): number | null =>
  victim === undefined ? null : victim.payments.filter(({ layer }) => layers.includes(layer)).reduce((sum, one) => sum + one.due.fen, 0);

/** The sums of the person in view, as they stand at this key. */
export const TotalsBar = ({ totals, victim }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const sums: readonly (readonly [string, number | null])[] = [
    ['claimed', totals.claimedFen],
    ['computed', totals.computedFen],
    ['deducted', totals.deductedFen],
    ['allowed', totals.allowedFen],
    ['compulsory', layerFen(victim, ['compulsory', 'uninsuredCompulsory'])],
    ['commercial', layerFen(victim, ['commercial', 'seat'])],
    ['receives', victim?.receives.fen ?? null],
  ];
  return (
    <dl className={styles['totals']} data-testid="totals">
      {sums.map(([name, fen]) => (
        <div key={name}>
          <dt>{t(`settlement.total.${name}`)}</dt>
          <dd className="tabular">{format.money(fen)}</dd>
        </div>
      ))}
    </dl>
  );
};
