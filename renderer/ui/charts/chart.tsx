import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { init, use as register, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './chart.module.css';

register([BarChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);

/**
 * The window's policy lets no text become markup, not even an empty one, and the painter empties its element by `innerHTML`. So the
 * element is taken from it first and emptied here.
 */
const dispose = (chart: EChartsType, element: HTMLElement): void => {
  const painter = chart.getZr().painter as unknown as { root: HTMLElement | null; _svgDom: SVGElement | null };
  painter.root = null;
  painter._svgDom = null;
  chart.dispose();
  element.replaceChildren();
};

/** A picture that changes at every key is drawn again when the keys rest; painting it costs more than the sums under it. */
const restMs = 150;

type Props = {
  /** An option of ECharts, made by a pure builder. */
  option: Readonly<Record<string, unknown>>;
  /** What the picture shows, in a sentence: the name of the picture for who cannot see it. */
  label: string;
  height: number;
  /** The same figures as a table, folded away under the picture. */
  tableLabel: string;
  children: ReactNode;
};

/** A picture with its figures beside it as a table. Drawn as SVG: sharp at every scale and on paper. */
export const Chart = ({ option, label, height, tableLabel, children }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const made = init(element, null, { renderer: 'svg' });
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      dispose(made, element);
      chart.current = null;
    };
  }, []);
  const drawn = useRef(false);
  useEffect(() => {
    const draw = (): void => {
      drawn.current = true;
      chart.current?.setOption({ ...option }, { notMerge: true });
    };
    if (!drawn.current) {
      draw();
      return undefined;
    }
    const timer = setTimeout(draw, restMs);
    return () => clearTimeout(timer);
  }, [option]);
  return (
    <>
      <div ref={box} role="img" aria-label={label} style={{ height }} />
      <details className={styles['table']}>
        <summary>{tableLabel}</summary>
        {children}
      </details>
    </>
  );
};
