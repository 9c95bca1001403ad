import { Tooltip } from 'antd';
import styles from './dots.module.css';

export type DotTone = 'empty' | 'working' | 'done' | 'skipped' | 'attention';
export type Dot = { tone: DotTone; /** Read aloud and shown on hover, for example "2 Visit: done". */ words: string };

/** A row of small marks; each state has a shape of its own, and words for screen readers. */
export const Dots = ({ dots }: { dots: readonly Dot[] }) => {
  const words = dots.map((dot) => dot.words).join('; ');
  return (
    <Tooltip title={words}>
      <span className={styles['dots']} role="img" aria-label={words}>
        {dots.map((dot) => (
          <span key={dot.words} className={`${styles['dot']} ${styles[dot.tone] ?? ''}`} />
        ))}
      </span>
    </Tooltip>
  );
};
