import { Modal } from 'antd';
import type { ReactNode } from 'react';
import styles from './sync.module.css';

type Props = { title: string; text: string; onClose: () => void; children: ReactNode };

/** A question with its ways out as buttons. */
export const Ask = ({ title, text, onClose, children }: Props) => (
  <Modal open title={title} width={480} footer={null} onCancel={onClose} destroyOnHidden>
    <p className={styles['text']}>{text}</p>
    <div className={styles['row']}>{children}</div>
  </Modal>
);
