import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { layerBars } from '../../../shared/settlement/charts/layer-bars.ts';
import { layersOption } from '../../../shared/settlement/charts/layers-option.ts';
import { waterfallOption } from '../../../shared/settlement/charts/waterfall-option.ts';
import { waterfallSteps, type Deducted } from '../../../shared/settlement/charts/waterfall-steps.ts';
import type { VictimResult } from '../../../shared/settlement/result.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Chart } from '../../ui/charts/chart.tsx';
import { useChartLook } from './use-chart-look.ts';

type Fall = { claimedFen: number; agreedFen: number; deducted: readonly Deducted[] };

/** From claimed to agreed: what was taken off for which item, and whether it was announced. */
export const WaterfallPicture = ({ claimedFen, agreedFen, deducted }: Fall) => {
  const { t } = useTranslation();
  const format = useFormat();
  const look = useChartLook();
  const steps = useMemo(
    () =>
      waterfallSteps({
        claimedFen,
        agreedFen,
        deducted,
        words: {
          claimed: t('settlement.picture.claimed'),
          agreed: t('settlement.picture.agreed'),
          others: t('settlement.picture.others'),
          unexplained: t('settlement.picture.unexplained'),
        },
      }),
    [claimedFen, agreedFen, deducted, t],
  );
  const option = useMemo(() => waterfallOption(steps, look), [steps, look]);
  const label = t('settlement.picture.fallLabel', { claimed: format.money(claimedFen), agreed: format.money(agreedFen) });
  return (
    <Chart option={option} label={label} height={190} tableLabel={t('settlement.picture.asTable')}>
      <table>
        <tbody>
          {steps.map((step) => (
            <tr key={step.key}>
              <th scope="row">{step.label}</th>
              <td>{step.kind === 'told' || step.kind === 'untold' ? t(`settlement.picture.${step.kind}`) : ''}</td>
              <td className="tabular">{format.amount(step.kind === 'told' || step.kind === 'untold' ? -step.fen : step.fen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Chart>
  );
};

/** Who carries the loss: one bar per person, the person in view first. */
export const LayersPicture = ({ victims, partyId }: { victims: readonly VictimResult[]; partyId: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const look = useChartLook();
  const bars = useMemo(() => {
    const own = victims.filter(({ id }) => id === partyId);
    const others = victims.filter(({ id, totals }) => id !== partyId && totals.total.fen > 0);
    return layerBars([...own, ...others], (victim) => victim.label);
  }, [victims, partyId]);
  const option = useMemo(() => layersOption(bars, look, (layer) => t(`settlement.layer.${layer}`)), [bars, look, t]);
  const total = format.money(bars.reduce((sum, bar) => sum + bar.totalFen, 0));
  return (
    <Chart
      option={option}
      label={t('settlement.picture.layersLabel', { total })}
      height={Math.min(420, 96 + Math.max(0, bars.length - 1) * 34)}
      tableLabel={t('settlement.picture.asTable')}
    >
      <table>
        <tbody>
          {bars.flatMap((bar) =>
            bar.parts.map((part) => (
              <tr key={`${bar.key}-${part.layer}`}>
                <th scope="row">{bar.label}</th>
                <td>{t(`settlement.layer.${part.layer}`)}</td>
                <td className="tabular">{format.amount(part.fen)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </Chart>
  );
};
