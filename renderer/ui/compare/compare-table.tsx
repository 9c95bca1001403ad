import type { ReactNode } from 'react';
import styles from './compare-table.module.css';

export type CompareColumn = { readonly key: string; readonly title: ReactNode };
export type CompareRow = {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly ReactNode[];
  /** `words` reads from the left; figures stand right. */
  readonly kind?: 'figure' | 'strong' | 'words';
  readonly tones?: readonly ('late' | 'fine' | null)[];
};

type Props = { caption: string; columns: readonly CompareColumn[]; rows: readonly CompareRow[] };

/** A few ways side by side, one column each, one line per question. */
export const CompareTable = ({ caption, columns, rows }: Props) => (
  <table className={styles['table']} aria-label={caption}>
    <thead>
      <tr>
        <td />
        {columns.map(({ key, title }) => (
          <th key={key} scope="col">
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ key, label, cells, kind = 'figure', tones }) => (
        <tr key={key}>
          <th scope="row">{label}</th>
          {cells.map((cell, index) => {
            const tone = tones?.[index] ?? null;
            const names = [
              styles[kind === 'words' ? 'words' : ''],
              kind === 'strong' ? styles['strong'] : '',
              tone === null ? '' : styles[tone],
            ];
            return (
              <td key={columns[index]?.key ?? index} className={`tabular ${names.filter(Boolean).join(' ')}`}>
                {cell}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  </table>
);
