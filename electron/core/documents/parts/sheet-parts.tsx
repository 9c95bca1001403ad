import { layerBars } from '../../../../shared/settlement/charts/layer-bars.ts';
import { layersOption } from '../../../../shared/settlement/charts/layers-option.ts';
import { waterfallOption } from '../../../../shared/settlement/charts/waterfall-option.ts';
import { waterfallSteps } from '../../../../shared/settlement/charts/waterfall-steps.ts';
import { chinaDateOf } from '../../../../shared/kernel/dates.ts';
import type { OfferSheet, SheetDeduction } from '../../../../shared/offers/sheet-model.ts';
import type { CalculatedResult } from '../../../../shared/settlement/file/calculated.ts';
import * as words from '../words.ts';
import { Chart, printLook } from './chart.tsx';
import { Lines } from './parts.tsx';

const chartWidth = 640;

/** From what was claimed, deduction by deduction, to what is agreed. */
export const ClaimedToAgreed = ({ sheet }: { sheet: OfferSheet }) => {
  const deducted = sheet.lines.flatMap((line) =>
    line.deductions.map(({ id, amountFen, notTold }) => ({ key: id, label: words.damageKind(line.kind), fen: amountFen, told: !notTold })),
  );
  const names = { claimed: '主张', agreed: '认可', others: '其余扣减', unexplained: '未列扣减' };
  const steps = waterfallSteps({ claimedFen: sheet.claimedFen, agreedFen: sheet.allowedFen, deducted, words: names });
  const option = waterfallOption(steps, printLook);
  return (
    <Chart id="waterfall" title="图一　从主张到认可（元；斜纹为事前没有告知过的扣减）" option={option} width={chartWidth} height={190} />
  );
};

type Layers = { result: CalculatedResult; partyId: string };

/** Who carries the loss, layer by layer. */
export const CoverLayers = ({ result, partyId }: Layers) => {
  const bars = layerBars(
    result.victims.filter(({ id }) => id === partyId),
    ({ label }) => label,
  );
  const option = layersOption(bars, printLook, (layer) => (layer === 'own' ? '本人自担' : words.offerLayer(layer)));
  return <Chart id="layers" title="图二　由谁承担（元）" option={option} width={chartWidth} height={90} />;
};

/** A deduction in one sentence: how much, why, by which clause, and when it was announced. */
export const DeductionText = ({ row }: { row: Omit<SheetDeduction, 'id' | 'notTold'> }) => (
  <p>
    扣减 {words.yuan(row.amountFen)}：{row.reason}
    {row.clause === null || row.clause === '' ? '' : `（${row.clause}）`}；
    {row.toldAt === null ? <strong>事前没有告知过</strong> : `${words.dayInWords(chinaDateOf(row.toldAt))}已告知`}
  </p>
);

/** What each payer owes, has paid and will pay. */
export const PayerTable = ({ sheet }: { sheet: OfferSheet }) => {
  const ratioOf = (vehicle: string): string => sheet.shares.find((one) => one.vehicle === vehicle)?.ratio ?? '';
  const total = (name: 'dueFen' | 'alreadyPaidFen' | 'refundsFen' | 'toPartyFen'): number =>
    sheet.payers.reduce((sum, one) => sum + one[name], 0);
  return (
    <Lines
      columns={[
        { title: '由谁支付' },
        { title: '比例', width: '18mm', number: true },
        { title: '应付', width: '30mm', number: true },
        { title: '已付', width: '30mm', number: true },
        { title: '退还垫付方', width: '26mm', number: true },
        { title: '付给本人', width: '30mm', number: true },
      ]}
      lines={[
        ...sheet.payers.map((one) => ({
          key: `${one.payer} ${one.layer}`,
          cells: [
            words.offerLayer(one.layer),
            one.layer === 'compulsory' || one.layer === 'lump' ? '不分比例' : words.percentOf(ratioOf(one.vehicle)),
            words.yuan(one.dueFen),
            words.yuan(one.alreadyPaidFen),
            words.yuan(one.refundsFen),
            words.yuan(one.toPartyFen),
          ],
        })),
        {
          key: 'total',
          cells: [
            <strong key="t">合计</strong>,
            '',
            words.yuan(total('dueFen')),
            words.yuan(total('alreadyPaidFen')),
            words.yuan(total('refundsFen')),
            <strong key="r">{words.yuan(total('toPartyFen'))}</strong>,
          ],
        },
      ]}
    />
  );
};
