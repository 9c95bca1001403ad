import { shortYuan } from '../settlement/charts/chart-look.ts';
import type { ScenarioColumn } from './compare.ts';

/** Colours and words of the surroundings; paper and screen differ only in them. */
export type RangeLook = {
  readonly text: string;
  readonly second: string;
  readonly border: string;
  readonly low: string;
  readonly expected: string;
  readonly high: string;
  readonly fontFamily: string;
  readonly fontSize: number;
  readonly names: Readonly<Record<ScenarioColumn['way'], string>>;
  readonly words: { readonly low: string; readonly toExpected: string; readonly toHigh: string };
};

type Part = { readonly name: string; readonly colour: string; readonly pick: (column: ScenarioColumn) => number };

const part = (columns: readonly ScenarioColumn[], { name, colour, pick }: Part) => ({
  type: 'bar',
  name,
  stack: 'cost',
  barWidth: 16,
  itemStyle: { color: colour },
  data: columns.map((column) => pick(column) / 100),
});

const axes = (columns: readonly ScenarioColumn[], look: RangeLook, label: object) => ({
  xAxis: {
    type: 'value',
    axisLabel: { ...label, formatter: (yuan: number) => shortYuan(yuan * 100), hideOverlap: true },
    splitLine: { lineStyle: { color: look.border } },
  },
  yAxis: {
    type: 'category',
    data: columns.map(({ way }) => look.names[way]),
    axisTick: { show: false },
    axisLabel: { ...label, color: look.text },
  },
});

/** Per way one bar: what it costs at least, up to the expected value, and up to the most. An option of ECharts, made without it. */
export const rangeOption = (columns: readonly ScenarioColumn[], look: RangeLook): Readonly<Record<string, unknown>> => {
  const { fontFamily, fontSize, text, words } = look;
  const reversed = columns.toReversed();
  const label = { color: look.second, fontFamily, fontSize };
  const expected = ({ dataIndex }: { dataIndex: number }): string => shortYuan(reversed[dataIndex]?.costFen.expected ?? 0);
  const parts: Part[] = [
    { name: words.low, colour: look.low, pick: ({ costFen }) => costFen.low },
    { name: words.toExpected, colour: look.expected, pick: ({ costFen }) => costFen.expected - costFen.low },
    { name: words.toHigh, colour: look.high, pick: ({ costFen }) => costFen.high - costFen.expected },
  ];
  const series = parts.map((one) => part(reversed, one));
  const labelled = { ...series.at(-1), label: { show: true, position: 'right', color: text, fontFamily, fontSize, formatter: expected } };
  return {
    animation: false,
    aria: { enabled: true },
    textStyle: { fontFamily, fontSize, color: text },
    grid: { left: 8, right: 70, top: 28, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: { top: 0, left: 0, itemHeight: 9, itemWidth: 12, textStyle: label },
    ...axes(reversed, look, label),
    series: [...series.slice(0, -1), labelled],
  };
};
