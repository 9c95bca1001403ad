import type { ReactNode } from 'react';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import styles from './sync.module.css';

type Props = { title: string; text: string; onClose: () => void; children: ReactNode };

/** A question with its ways out as buttons. */
export const Ask = ({ title, text, onClose, children }: Props) => (
  <Dialog title={title} width={480} onClose={onClose}>
    <p className={styles['text']}>{text}</p>
    <div className={styles['row']}>{children}</div>
  </Dialog>
);
