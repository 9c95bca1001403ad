import type { ReactNode } from 'react';

type Children = { children: ReactNode };

export const Section = ({ title, children }: { title: string } & Children) => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
);

/** Longer words as they were entered, line by line. */
export const Words = ({ text, empty = '未记录' }: { text: string | null; empty?: string }) => (
  <p className="words">{text === null || text === '' ? <span className="none">{empty}</span> : text}</p>
);

type Pair = readonly [label: string, value: ReactNode];

const isEmpty = (value: ReactNode): boolean => value === null || value === undefined || value === '';

/** Names and values, two pairs to a line; what nobody recorded says so. */
export const Pairs = ({ rows }: { rows: readonly Pair[] }) => (
  <dl className="pairs">
    {rows.map(([label, value]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{isEmpty(value) ? <span className="none">未记录</span> : value}</dd>
      </div>
    ))}
  </dl>
);

/** `whole`: names and the like, which break between words only. */
type Column = { title: string; width?: string; number?: boolean; whole?: boolean };
type Line = { key: string; cells: readonly ReactNode[]; struck?: boolean };

type Table = { columns: readonly Column[]; lines: readonly Line[]; empty?: string; ending?: ReactNode };

const classOf = (column: Column | undefined): string => (column?.number === true ? 'number' : column?.whole === true ? 'whole' : '');

const Row = ({ line: { cells, struck }, columns }: { line: Line; columns: readonly Column[] }) => (
  <tr className={struck === true ? 'struck' : ''}>
    {cells.map((cell, i) => (
      <td key={columns[i]?.title ?? i} className={classOf(columns[i])}>
        {isEmpty(cell) ? <span className="none">—</span> : cell}
      </td>
    ))}
  </tr>
);

/**
 * A table whose head comes again on every page. A cell without a value says so: nothing can be written into it later. What ends
 * the paper, the places to sign, stands in its last row: Chromium would otherwise put them on a page of their own.
 */
export const Lines = ({ columns, lines, empty = '没有记录。', ending }: Table) => {
  const last = lines.at(-1);
  if (last === undefined) {
    return (
      <>
        <p className="none">{empty}</p>
        {ending}
      </>
    );
  }
  return (
    <table>
      <thead>
        <tr>
          {columns.map(({ title, width, number }) => (
            <th key={title} className={number === true ? 'number' : ''} style={width === undefined ? {} : { width }}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.slice(0, -1).map((line) => (
          <Row key={line.key} line={line} columns={columns} />
        ))}
      </tbody>
      <tbody className="last">
        <Row line={last} columns={columns} />
        {ending === undefined ? null : (
          <tr>
            <td className="ending" colSpan={columns.length}>
              {ending}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
};

/** Places to sign, or to put a seal where the name says so. They are the only things left to write by hand. */
export const Signatures = ({ who }: { who: readonly string[] }) => (
  <div className="signatures">
    {who.map((one) => (
      <div key={one}>
        <span>{one.endsWith('）') ? one : `${one}（签名）`}：</span>
        <i />
        <span>日期：</span>
        <i className="short" />
      </div>
    ))}
  </div>
);
