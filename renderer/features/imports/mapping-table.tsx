import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { importColumns, type ImportColumn, type ImportPreview, type Mapping } from '../../../shared/imports/contract.ts';
import styles from './imports.module.css';
import { columnWord, headingWord, withColumn } from './row-words.ts';

type Props = { preview: ImportPreview; disabled: boolean; onChange: (mapping: Mapping) => void };

const notTaken = -1;

/** A value that stands in the column, so that a wrong choice is seen at once. */
const sampleOf = ({ rows }: ImportPreview, column: ImportColumn): string | null =>
  rows.find((row) => (row.cells[column] ?? '') !== '')?.cells[column] ?? null;

const Line = ({ column, preview, disabled, onChange }: Props & { column: ImportColumn }) => {
  const { t } = useTranslation();
  const id = useId();
  const { headings, mapping } = preview;
  const index = mapping[column] ?? null;
  const sample = index === null ? null : sampleOf(preview, column);
  const options = [
    { value: notTaken, label: t('imports.mapping.none') },
    ...headings.map((heading, i) => ({ value: i, label: headingWord(t, heading, i) })),
  ];
  const missing = column === 'reportNumber' && index === null;
  return (
    <div className={styles['mapping']}>
      <label htmlFor={id} className={styles['label']}>
        {columnWord(t, column)}
        {column === 'reportNumber' ? <span className={styles['late']}> *</span> : null}
      </label>
      <Select<number>
        id={id}
        size="small"
        value={index ?? notTaken}
        options={options}
        showSearch={{ optionFilterProp: 'label' }}
        disabled={disabled}
        {...(missing ? { status: 'error' as const } : {})}
        onChange={(value) => onChange(withColumn(mapping, column, value === notTaken ? null : value))}
      />
      <span className={missing ? styles['late'] : styles['sample']} title={sample ?? undefined}>
        {missing ? t('imports.mapping.needed') : sample === null ? null : t('imports.mapping.sample', { sample })}
      </span>
    </div>
  );
};

/** Which column of the sheet fills which field: recognised ones are filled in, all can be chosen by hand. */
export const MappingTable = (props: Props) => (
  <div className={styles['mappings']}>
    {importColumns.map((column) => (
      <Line key={column} column={column} {...props} />
    ))}
  </div>
);
