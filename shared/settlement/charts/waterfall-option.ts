import { hatched, shortYuan, type ChartLook } from './chart-look.ts';
import type { WaterfallStep } from './waterfall-steps.ts';

const isTotal = (step: WaterfallStep): boolean => step.kind === 'start' || step.kind === 'end';

/** Where a hanging bar begins: nothing below a sum, the smaller of the two sums below a deduction. */
const groundOf = (step: WaterfallStep): number => (isTotal(step) ? 0 : Math.min(step.afterFen, step.afterFen + step.fen));

const groundSeries = (steps: readonly WaterfallStep[]) => ({
  name: 'ground',
  type: 'bar',
  stack: 'sum',
  silent: true,
  barCategoryGap: '30%',
  itemStyle: { color: 'transparent' },
  data: steps.map((step) => groundOf(step) / 100),
});

const barOf = (step: WaterfallStep, look: ChartLook) => ({
  value: Math.abs(step.fen) / 100,
  itemStyle: { color: look[step.kind], borderRadius: 2, ...(step.kind === 'untold' ? { decal: hatched(look.card) } : {}) },
  label: {
    show: true,
    position: 'top',
    color: isTotal(step) ? look.text : look.second,
    fontSize: look.fontSize,
    formatter: isTotal(step) ? shortYuan(step.fen) : shortYuan(-step.fen),
  },
});

/** The picture of the waterfall, as an option of ECharts: pure data, for the screen and for paper. */
export const waterfallOption = (steps: readonly WaterfallStep[], look: ChartLook) => ({
  animation: look.animation,
  textStyle: { fontFamily: look.fontFamily, color: look.text },
  grid: { left: 8, right: 8, top: 24, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
  xAxis: {
    type: 'category',
    data: steps.map((step) => step.label),
    axisLine: { lineStyle: { color: look.border } },
    axisTick: { show: false },
    axisLabel: { color: look.second, fontSize: look.fontSize, interval: 0, width: 64, overflow: 'break', lineHeight: look.fontSize + 3 },
  },
  yAxis: { type: 'value', show: false, min: 0 },
  series: [groundSeries(steps), { name: 'sum', type: 'bar', stack: 'sum', data: steps.map((step) => barOf(step, look)) }],
});
