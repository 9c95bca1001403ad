import { useEffect, useState, type RefObject } from 'react';

type View = { readonly top: number; readonly height: number };

/** Rows drawn above and below what is seen, so that scrolling shows no gap. */
const spare = 8;

/** The first and last row to draw. Rows have one height, so a sheet of 5,000 lines costs what is on the screen. */
export const useWindowRows = (scroller: RefObject<HTMLElement | null>, count: number, rowHeight: number): [first: number, last: number] => {
  const [view, setView] = useState<View>({ top: 0, height: 800 });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const read = (): void => setView({ top: element.scrollTop, height: element.clientHeight });
    read();
    element.addEventListener('scroll', read, { passive: true });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', read);
      observer.disconnect();
    };
  }, [scroller]);
  const first = Math.max(0, Math.floor(view.top / rowHeight) - spare);
  return [first, Math.min(count - 1, Math.ceil((view.top + view.height) / rowHeight) + spare)];
};
