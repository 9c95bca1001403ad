import { useTranslation } from 'react-i18next';
import styles from './grid.module.css';
import { isUnread, type GridColumn, type GridRow } from './model.ts';
import type { Notice } from './use-block-actions.ts';

type Props = { id: string; row: GridRow | undefined; column: GridColumn | undefined; notice: Notice | null };

/** The line under the grid: what is wrong with the active cell, or what a paste left alone, or how to get about. */
export const GridNote = ({ id, row, column, notice }: Props) => {
  const { t } = useTranslation();
  const content = column === undefined ? undefined : row?.cells[column.key];
  const note = column === undefined ? undefined : row?.notes?.[column.key];
  const left = [
    notice === null || notice.locked === 0 ? null : t('grid.notice.locked', { count: notice.locked }),
    notice === null || notice.beyond === 0 ? null : t('grid.notice.beyond', { count: notice.beyond }),
  ].filter((text) => text !== null);
  const unread = isUnread(content) ? t('grid.notice.unread', { raw: content.raw, why: t(`problem.${content.code}`) }) : null;
  const text = left.length > 0 ? left.join(' ') : (unread ?? note?.text ?? null);
  const tone = left.length > 0 ? 'warning' : unread === null ? note?.tone : 'error';
  return (
    <div className={styles['note']} data-tone={tone}>
      <span id={id} role="status">
        {text ?? ''}
      </span>
      {text === null ? <span className={styles['hint']}>{t('grid.hint')}</span> : null}
      {left.length === 0 && unread === null ? note?.actions : null}
    </div>
  );
};
