import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './sync.module.css';

type Props = { name: string; waiting: number; delivered: number; now: ReactNode; action: ReactNode };

/** One lane: how much waits, how much arrived, what is being done, and what can be done about it. */
export const Lane = ({ name, waiting, delivered, now, action }: Props) => {
  const format = useFormat();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={styles['number']}>{format.number(waiting)}</td>
      <td className={styles['number']}>{format.number(delivered)}</td>
      <td>{now}</td>
      <td>{action}</td>
    </tr>
  );
};
