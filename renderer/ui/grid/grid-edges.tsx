import type { ReactNode } from 'react';
import type { PlacedColumn } from './grid-line.tsx';
import styles from './grid.module.css';

const isRight = (kind: string): boolean => ['amount', 'integer', 'decimal'].includes(kind);

/** The titles of the columns; they stay while the rows scroll. */
export const GridHead = ({ placed }: { placed: readonly PlacedColumn[] }) => (
  <div role="rowgroup" className={styles['head']} data-head="true">
    <div role="row" aria-rowindex={1} className={styles['headLine']}>
      {placed.map(({ column, style }, at) => (
        <div
          key={column.key}
          role="columnheader"
          aria-colindex={at + 1}
          data-column={at}
          data-frozen={column.frozen === true}
          data-right={isRight(column.kind)}
          className={styles['title']}
          style={style}
        >
          {column.title}
        </div>
      ))}
    </div>
  </div>
);

type Foot = { placed: readonly PlacedColumn[]; foot: Readonly<Record<string, ReactNode>>; index: number };

/** Sums under the columns; they stay while the rows scroll. */
export const GridFoot = ({ placed, foot, index }: Foot) => (
  <div role="rowgroup" className={styles['foot']} data-foot="true">
    <div role="row" aria-rowindex={index} className={styles['headLine']}>
      {placed.map(({ column, style }, at) => (
        <div
          key={column.key}
          role="gridcell"
          aria-colindex={at + 1}
          aria-readonly="true"
          data-frozen={column.frozen === true}
          data-right={isRight(column.kind)}
          className={styles['sum']}
          style={style}
        >
          {foot[column.key]}
        </div>
      ))}
    </div>
  </div>
);
