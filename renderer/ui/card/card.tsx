import { useId, type ReactNode } from 'react';
import styles from './card.module.css';

type Props = { title: ReactNode; note?: ReactNode; extra?: ReactNode; children: ReactNode };

/** A flat, bordered region with a heading: the one container of a page. */
export const Card = ({ title, note, extra, children }: Props) => {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {note === undefined ? null : <span className={styles.note}>{note}</span>}
        {extra === undefined ? null : <div className={styles.extra}>{extra}</div>}
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
};
