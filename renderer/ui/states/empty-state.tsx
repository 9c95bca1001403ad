import type { ReactNode } from 'react';
import styles from './states.module.css';

type Props = { title: string; text?: string; actions?: ReactNode };

/** Nothing here yet: says so in words, and offers what to do next. */
export const EmptyState = ({ title, text, actions }: Props) => (
  <div className={styles['state']}>
    <p className={styles['title']}>{title}</p>
    {text === undefined ? null : <p className={styles['text']}>{text}</p>}
    {actions === undefined ? null : <div className={styles['actions']}>{actions}</div>}
  </div>
);
