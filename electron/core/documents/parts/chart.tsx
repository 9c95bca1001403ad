import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { createElement, type ReactNode } from 'react';
import type { ChartLook } from '../../../../shared/settlement/charts/chart-look.ts';

/** A node of the picture as the chart library hands it over before it writes markup. */
type Node = { tag: string; attrs: Record<string, unknown>; children?: Node[]; text?: string };
type Painted = { getZr(): { painter: { renderToVNode(options: object): Node } } };

/** The palette of paper: told and not told differ by hatching too, so that a copy in grey still says it. */
export const printLook: ChartLook = {
  text: '#111111',
  second: '#444444',
  border: '#999999',
  card: '#ffffff',
  start: '#1f5fbf',
  end: '#2f8f5b',
  told: '#c77700',
  untold: '#c4352b',
  layers: {
    compulsory: '#1f5fbf',
    uninsuredCompulsory: '#c4352b',
    commercial: '#2f8f5b',
    seat: '#c77700',
    person: '#5b6472',
    own: '#d5dae3',
  },
  fontFamily: "'Noto Sans SC Variable', 'Noto Sans SC', sans-serif",
  fontSize: 11,
  animation: false,
};

const camel = (name: string): string =>
  /^(aria|data)-/.test(name) ? name : name.replaceAll(/[-:]([a-z])/g, (_all, c: string) => c.toUpperCase());

const styleOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(';')
      .map((part) => part.split(':'))
      .flatMap(([name, ...value]) => (name && value.length > 0 ? [[camel(name.trim()), value.join(':').trim()]] : [])),
  );

/** Attributes as React writes them. Names of definitions count per process in the library; here they count per picture. */
const propsOf = (attrs: Record<string, unknown>, id: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(attrs).flatMap(([name, value]): [string, unknown][] => {
      if (value === undefined || value === null || name === 'class' || name.startsWith('ecmeta') || name.startsWith('xmlns')) return [];
      if (name === 'style') return [['style', styleOf(String(value))]];
      return [[camel(name), String(value).replaceAll(/zr\d+-/g, `${id}-`)]];
    }),
  );

const elementOf = ({ tag, attrs, children = [], text }: Node, id: string, key: number): ReactNode =>
  createElement(tag, { ...propsOf(attrs, id), key }, text ?? children.map((child, i) => elementOf(child, id, i)));

echarts.use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

type Props = { id: string; title: string; option: Record<string, unknown>; width: number; height: number };

/** A chart from the option the screen uses too, as a picture in the page itself: same builders, same figures, same fonts. */
export const Chart = ({ id, title, option, width, height }: Props) => {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption(option);
  const node = (chart as unknown as Painted).getZr().painter.renderToVNode({ useViewBox: true });
  chart.dispose();
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      {elementOf(node, id, 0)}
    </figure>
  );
};
