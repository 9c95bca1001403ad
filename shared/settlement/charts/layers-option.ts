import { hatched, shortYuan, type ChartLook } from './chart-look.ts';
import { coverLayers, type CoverLayer, type LayerBar } from './layer-bars.ts';

/** Parts smaller than this share of the longest bar have no room for a figure; the table has it. */
const labelShare = 0.12;

type Series = { readonly bars: readonly LayerBar[]; readonly look: ChartLook; readonly name: string; readonly longest: number };

const seriesOf = (layer: CoverLayer, { bars, look, name, longest }: Series) => ({
  name,
  type: 'bar',
  stack: 'layers',
  barMaxWidth: 28,
  itemStyle: {
    color: look.layers[layer],
    borderColor: look.card,
    borderWidth: 1,
    ...(layer === 'own' ? { decal: hatched(look.card) } : {}),
  },
  data: bars.map((bar) => {
    const fen = bar.parts.find((part) => part.layer === layer)?.fen ?? 0;
    const label = { show: fen / longest > labelShare, color: layer === 'own' ? look.text : look.card, fontSize: look.fontSize };
    return { value: fen / 100, label: { ...label, formatter: shortYuan(fen) } };
  }),
});

const legendOf = (names: readonly string[], look: ChartLook) => ({
  top: 0,
  left: 0,
  icon: 'rect',
  itemWidth: 12,
  itemHeight: 10,
  itemGap: 10,
  textStyle: { color: look.text, fontSize: look.fontSize },
  data: names,
  selectedMode: false,
});

/** The cover layers as stacked bars, as an option of ECharts: pure data, for the screen and for paper. */
export const layersOption = (bars: readonly LayerBar[], look: ChartLook, nameOf: (layer: CoverLayer) => string) => {
  const longest = Math.max(1, ...bars.map((bar) => bar.totalFen));
  const used = coverLayers.filter((layer) => bars.some((bar) => bar.parts.some((part) => part.layer === layer)));
  return {
    animation: look.animation,
    textStyle: { fontFamily: look.fontFamily, color: look.text },
    legend: legendOf(used.map(nameOf), look),
    grid: { left: 4, right: 12, top: 44, bottom: 0, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'value', show: false, max: longest / 100 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map((bar) => bar.label),
      show: bars.length > 1,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: look.second, fontSize: look.fontSize, width: 72, overflow: 'truncate' },
    },
    series: used.map((layer) => seriesOf(layer, { bars, look, name: nameOf(layer), longest })),
  };
};
