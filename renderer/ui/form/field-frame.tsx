import type { ReactNode } from 'react';
import styles from './form.module.css';

type Props = {
  id: string;
  label: string;
  required?: boolean | undefined;
  hint?: string | undefined;
  error: ReactNode;
  wide?: boolean;
  group?: boolean;
  children: ReactNode;
};

/** Label above, control, then the error or the hint; the error is announced when it appears. */
export const FieldFrame = ({ id, label, required, hint, error, wide, group, children }: Props) => {
  const words = (
    <>
      {label}
      {required ? (
        <span className={styles['required']} aria-hidden="true">
          *
        </span>
      ) : null}
    </>
  );
  return (
    <div className={wide ? styles['wide'] : styles['field']}>
      {group ? (
        <span id={`${id}-label`} className={styles['label']}>
          {words}
        </span>
      ) : (
        <label htmlFor={id} className={styles['label']}>
          {words}
        </label>
      )}
      {children}
      <span id={`${id}-error`} className={styles['error']} role={error === null ? undefined : 'alert'}>
        {error}
      </span>
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </span>
      )}
    </div>
  );
};
