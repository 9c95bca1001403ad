import { useLayoutEffect, useState, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import styles from './grid.module.css';
import type { CellOption } from './model.ts';

type Props = {
  id: string;
  anchor: RefObject<HTMLElement | null>;
  options: readonly CellOption[];
  current: number;
  onPick: (label: string) => void;
};

const mostHeight = 260;

type Place = { left: number; top?: number; bottom?: number; minWidth: number };

const placeUnder = (anchor: HTMLElement | null): Place | null => {
  const box = anchor?.getBoundingClientRect();
  if (box === undefined) return null;
  const below = window.innerHeight - box.bottom > mostHeight || box.top < mostHeight;
  const vertical = below ? { top: box.bottom + 2 } : { bottom: window.innerHeight - box.top + 2 };
  return { left: Math.min(box.left, window.innerWidth - 320), minWidth: box.width, ...vertical };
};

/** The options of a choice cell, under it, or above it near the foot of the window. It never takes the focus. */
export const ChoiceList = ({ id, anchor, options, current, onPick }: Props) => {
  const [place] = useState(() => placeUnder(anchor.current));
  useLayoutEffect(() => {
    document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, current]);
  if (place === null) return null;
  return createPortal(
    <ul id={id} role="listbox" className={styles['list']} style={{ ...place, maxHeight: mostHeight }}>
      {options.map((option, i) => (
        <li
          key={option.value}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === current}
          className={styles['option']}
          onMouseDown={(event) => {
            event.preventDefault();
            onPick(option.label);
          }}
        >
          {option.label}
        </li>
      ))}
    </ul>,
    document.body,
  );
};
