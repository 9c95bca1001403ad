import { useCallback, useLayoutEffect, useRef } from 'react';
import type { CellAt } from './model.ts';

/** Scrolls a cell into view, past the frozen columns and the head that cover the edges. */
export const reveal = (scroller: HTMLElement | null, { row, column }: CellAt, rowHeight: number): void => {
  if (scroller === null) return;
  const head = scroller.querySelector<HTMLElement>('[data-head]')?.offsetHeight ?? 0;
  const foot = scroller.querySelector<HTMLElement>('[data-foot]')?.offsetHeight ?? 0;
  const top = row * rowHeight;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  const overBelow = top + rowHeight + head + foot - (scroller.scrollTop + scroller.clientHeight);
  if (overBelow > 0) scroller.scrollTop += overBelow;
  const cell = scroller.querySelector<HTMLElement>(`[data-head] [data-column="${column}"]`);
  if (cell === null || cell.dataset['frozen'] === 'true') return;
  const frozen = [...scroller.querySelectorAll<HTMLElement>('[data-head] [data-frozen="true"]')];
  const covered = frozen.reduce((sum, one) => sum + one.offsetWidth, 0);
  if (cell.offsetLeft - covered < scroller.scrollLeft) scroller.scrollLeft = cell.offsetLeft - covered;
  const overRight = cell.offsetLeft + cell.offsetWidth - (scroller.scrollLeft + scroller.clientWidth);
  if (overRight > 0) scroller.scrollLeft += overRight;
};

/** The rows to draw; the active one is always among them, because the focus is in it. */
export const indexesToDraw = ([first, last]: readonly [number, number], active: number, count: number): number[] => {
  const drawn = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  return count > 0 && (active < first || active > last) ? [...drawn, active] : drawn;
};

/** One function for the life of the component that runs the latest one. */
export const useLatest = <Args extends readonly unknown[]>(run: (...args: Args) => void): ((...args: Args) => void) => {
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
};
