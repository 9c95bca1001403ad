import { useEffect, useState } from 'react';
import { useShortcut } from '../shortcuts/shortcuts.tsx';

type Labels = { next: string; previous: string; enter: string };
type Options = { count: number; labels: Labels; onEnter: (index: number) => void };

/** J and K walk a list, Enter opens the line. Answers with the line that is current. */
export const useListKeys = ({ count, labels, onEnter }: Options): [number, (index: number) => void] => {
  const [at, setAt] = useState(0);
  const line = Math.min(at, Math.max(0, count - 1));
  const move = (by: number): void => setAt(Math.max(0, Math.min(count - 1, line + by)));
  useShortcut(count === 0 ? null : { combo: 'j', label: labels.next, run: () => move(1) });
  useShortcut(count === 0 ? null : { combo: 'k', label: labels.previous, run: () => move(-1) });
  useShortcut(count === 0 ? null : { combo: 'enter', label: labels.enter, run: () => onEnter(line) });
  useEffect(() => {
    document.querySelector('[data-current-line="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [line]);
  return [line, setAt];
};
