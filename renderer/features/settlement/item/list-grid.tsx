import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Grid } from '../../../ui/grid/grid.tsx';
import type { CellNote, GridRow, SheetEdit, SheetRow } from '../../../ui/grid/model.ts';
import { applyEdits } from '../../../ui/grid/sheet.ts';
import type { Inputs } from '../review/review-cells.ts';
import { entryOf, listColumns, listRow } from './input-values.ts';
import type { InputList } from './input-specs.ts';
import styles from './item.module.css';

type Props = {
  list: InputList;
  entries: readonly Inputs[];
  readOnly: boolean;
  /** What the engine says about a field of an entry. */
  noteAt: (index: number, name: string) => CellNote | undefined;
  onChange: (entries: readonly Inputs[]) => void;
  onUndo: () => void;
  onRedo: () => void;
};

const withNotes = (row: SheetRow, { list, noteAt }: Pick<Props, 'list' | 'noteAt'>, label: string): GridRow => {
  const notes = list.fields.flatMap(({ name }): [string, CellNote][] => {
    const note = noteAt(Number(row.id), name);
    return note === undefined ? [] : [[name, note]];
  });
  return { ...row, label, notes: Object.fromEntries(notes) };
};

/** The lines of a rule (periods, receipts, devices, dependants) as a small spreadsheet. */
export const ListGrid = ({ list, entries, readOnly, noteAt, onChange, onUndo, onRedo }: Props) => {
  const { t } = useTranslation();
  const columns = useMemo(
    () =>
      listColumns(list, {
        title: (name) => t(`settlement.field.${name.replaceAll('.', '_')}`, { defaultValue: name }),
        option: (_field, value) => t(`settlement.value.${value.replaceAll('.', '_')}`, { defaultValue: value }),
      }),
    [list, t],
  );
  const rows = entries.map((entry, index) => listRow(list, entry, index));
  const apply = (edits: readonly SheetEdit[]): void => {
    const next = applyEdits(rows, edits).rows.map((row) => entryOf(list, row));
    onChange(next);
  };
  return (
    <>
      {rows.length === 0 ? null : (
        <Grid
          label={t(`settlement.list.${list.name}`)}
          rows={rows.map((row, index) => withNotes(row, { list, noteAt }, t('settlement.line', { n: index + 1 })))}
          columns={columns}
          readOnly={readOnly}
          maxHeight="260px"
          onEdit={apply}
          onUndo={onUndo}
          onRedo={onRedo}
          addRows={(count) => Array.from({ length: count }, (_, i) => ({ id: String(rows.length + i), cells: {} }))}
          onRemoveRows={(ids) => onChange(entries.filter((_, index) => !ids.includes(String(index))))}
        />
      )}
      {readOnly ? null : (
        <div className={styles['tools']}>
          <Button size="small" onClick={() => onChange([...entries, {}])}>
            {t(`settlement.list.add.${list.name}`)}
          </Button>
          {rows.length === 0 ? null : <span className={styles['second']}>{t('settlement.list.remove')}</span>}
        </div>
      )}
    </>
  );
};
