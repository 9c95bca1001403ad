import { Alert, Button, Upload } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BillLine } from '../../../../shared/settlement/bill-model.ts';
import type { BillSheet } from '../../../../shared/settlement/contract.ts';
import { useAttempt } from '../../../app/use-attempt.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { problemText } from '../../../i18n/problem-text.ts';
import { Grid } from '../../../ui/grid/grid.tsx';
import { applyEdits } from '../../../ui/grid/sheet.ts';
import { useToast } from '../../../ui/toast/use-toast.tsx';
import styles from '../item/item.module.css';
import { lineColumns } from './bill-columns.ts';
import { classSums, lineRows, linesOf } from './bill-rows.ts';

type Props = {
  lines: readonly BillLine[];
  /** Lines on a day outside every stay. */
  outside: ReadonlySet<number>;
  readOnly: boolean;
  onChange: (lines: readonly BillLine[]) => void;
  onUndo: () => void;
  onRedo: () => void;
};

const accepted = '.xlsx,.csv,.txt';
const blank: BillLine = { label: '', on: null, price: null, quantity: null, amountFen: 0, listClass: null, allowedFen: null, reason: '' };

/** The daily list of one bill: pasted from Excel or read from a file, added up by class. */
export const LineList = ({ lines, outside, readOnly, onChange, onUndo, onRedo }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const toast = useToast();
  const [sheet, setSheet] = useState<BillSheet | null>(null);
  const columns = useMemo(() => lineColumns(t), [t]);
  const rows = useMemo(() => lineRows(lines), [lines]);
  const note = { tone: 'warning' as const, text: t('settlement.bills.lineOutside') };
  const read = async (file: File): Promise<void> => {
    const problem = await attempt(async (api) => setSheet(await api.settlement.readBill({ file })));
    if (problem !== null) toast.failed(problemText(t, problem));
  };
  const sum = lines.reduce((total, line) => total + line.amountFen, 0);
  return (
    <>
      {lines.length === 0 ? (
        <p className={styles['second']}>{t('settlement.bills.noLines')}</p>
      ) : (
        <Grid
          label={t('settlement.bills.lines')}
          rows={rows.map((row, index) => ({
            ...row,
            label: t('settlement.line', { n: index + 1 }),
            notes: outside.has(index) ? { on: note } : {},
          }))}
          columns={columns}
          readOnly={readOnly}
          maxHeight="300px"
          foot={{ label: t('settlement.bills.total', { count: lines.length }), amountFen: format.amount(sum) }}
          onEdit={(edits) => onChange(linesOf(applyEdits(rows, edits).rows))}
          onUndo={onUndo}
          onRedo={onRedo}
          addRows={(count) => Array.from({ length: count }, (_, i) => ({ id: String(rows.length + i), cells: {} }))}
          onRemoveRows={(ids) => onChange(lines.filter((_, index) => !ids.includes(String(index))))}
        />
      )}
      <p className={styles['second']}>
        {classSums(lines)
          .map(({ listClass, fen }) => `${t(`settlement.bills.class.${listClass === '' ? 'none' : listClass}`)} ${format.amount(fen)}`)
          .join(' · ')}
      </p>
      {sheet === null ? null : (
        <Alert
          type={sheet.bad.length > 0 ? 'warning' : 'info'}
          title={t('settlement.bills.read', { name: sheet.fileName, count: sheet.lines.length, sum: format.amount(sheet.sumFen) })}
          description={
            sheet.bad.length === 0 ? null : (
              <ul className={styles['evidence']}>
                {sheet.bad.slice(0, 10).map((one) => (
                  <li key={`${one.line}-${one.cell}`}>{t('settlement.bills.bad', { line: one.line, cell: one.cell })}</li>
                ))}
              </ul>
            )
          }
          action={
            <>
              <Button
                size="small"
                type="primary"
                disabled={sheet.lines.length === 0}
                onClick={() => {
                  onChange([...lines, ...sheet.lines]);
                  setSheet(null);
                }}
              >
                {t('settlement.bills.takeLines', { count: sheet.lines.length })}
              </Button>{' '}
              <Button size="small" onClick={() => setSheet(null)}>
                {t('common.action.cancel')}
              </Button>
            </>
          }
        />
      )}
      {readOnly ? null : (
        <div className={styles['tools']}>
          <Button size="small" onClick={() => onChange([...lines, blank])}>
            {t('settlement.bills.addLine')}
          </Button>
          <Upload
            accept={accepted}
            showUploadList={false}
            beforeUpload={(file) => {
              void read(file);
              return false;
            }}
          >
            <Button size="small">{t('settlement.bills.readFile')}</Button>
          </Upload>
          <span className={styles['second']}>{t('settlement.bills.pasteHint')}</span>
        </div>
      )}
    </>
  );
};
