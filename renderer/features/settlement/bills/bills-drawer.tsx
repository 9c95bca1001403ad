import { Alert, Button, Drawer } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import type { Problem } from '../../../../shared/kernel/problem.ts';
import type { Bill, BillLine } from '../../../../shared/settlement/bill-model.ts';
import { reviewFindings } from '../../../../shared/settlement/checks/review-findings.ts';
import type { SettlementFile } from '../../../../shared/settlement/contract.ts';
import { billFen } from '../../../../shared/settlement/file/bill-sums.ts';
import { problemText } from '../../../i18n/problem-text.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';
import { Grid } from '../../../ui/grid/grid.tsx';
import type { SheetRow } from '../../../ui/grid/model.ts';
import { useGiveFocusBack } from '../../../ui/dialog/give-focus-back.ts';
import styles from '../item/item.module.css';
import { DraftNotice } from '../kept/draft-notice.tsx';
import { BillClashNotice } from './bill-clash-notice.tsx';
import { billColumns } from './bill-columns.ts';
import { billNotes, linesOutside, sumNote } from './bill-notes.ts';
import { billChanges, linesIn, typedBill } from './bill-rows.ts';
import { ClassTotals } from './class-totals.tsx';
import { LineList } from './line-list.tsx';
import { useBills } from './use-bills.ts';

type Props = {
  file: CaseFile;
  settlement: SettlementFile;
  partyId: string;
  newId: () => string;
  readOnly: boolean;
  onClose: () => void;
};

const storedOf = (stored: readonly Bill[], billId: string): Bill | undefined => stored.find(({ id }) => id === billId);

const emptyBill = (id: string): SheetRow => ({ id, cells: { kind: 'medical', category: null } });

const SaveButton = ({ disabled, onSave }: { disabled: boolean; onSave: () => void }) => {
  const { t } = useTranslation();
  return (
    <Button type="primary" disabled={disabled} onClick={onSave}>
      {t('settlement.save.button')}
    </Button>
  );
};

/** 发票与清单: bills of one person with their lists; doubles, days outside the stay and sums that differ are said at the cell. */
export const BillsDrawer = ({ file, settlement, partyId, newId, readOnly, onClose }: Props) => {
  const { t } = useTranslation();
  useGiveFocusBack();
  const format = useFormat();
  const work = useBills({ caseId: file.case.id, partyId, settlement, readOnly });
  const { sheet, rows, stored, clash } = work;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [openId, setOpenId] = useState<string | null>(stored[0]?.id ?? null);
  const [asking, setAsking] = useState(false);
  const columns = useMemo(() => billColumns(t), [t]);
  const bills = useMemo(() => rows.map((row) => typedBill(row, partyId, storedOf(stored, row.id))), [rows, partyId, stored]);
  const findings = useMemo(() => reviewFindings({ ...file, ...settlement, bills, periods: [] }), [file, settlement, bills]);
  const changes = billChanges(rows, stored, partyId);
  const count = changes.bills.length + changes.removed.length;
  const open = rows.find(({ id }) => id === openId);
  const after = async (call: Promise<Problem | null>): Promise<Problem | null> => {
    const found = await call;
    setProblem(found);
    if (found === null) onClose();
    return found;
  };
  const save = (reason: string): Promise<Problem | null> => after(work.save(reason));
  const theirs = clash === null ? undefined : settlement.bills.find(({ id }) => id === clash.billId);
  const setLines = (rowId: string, lines: readonly BillLine[]): void =>
    sheet.apply([{ op: 'set', rowId, column: 'lines', value: lines.length === 0 ? null : JSON.stringify(lines) }]);
  const add = (): void => {
    const row = emptyBill(newId());
    sheet.apply([{ op: 'insert', index: rows.length, row }]);
    setOpenId(row.id);
  };
  return (
    <Drawer
      open
      size={1000}
      title={t('settlement.bills.title')}
      onClose={onClose}
      extra={
        readOnly ? null : (
          <SaveButton
            disabled={count === 0 || clash !== null}
            onSave={() => (changes.removed.length > 0 ? setAsking(true) : void save(''))}
          />
        )
      }
    >
      <DraftNotice restoredAt={work.restoredAt} onDiscard={work.discard} />
      {clash === null || theirs === undefined ? null : (
        <BillClashNotice clash={clash} theirs={theirs} onDecide={(mine) => void after(work.decide(mine))} />
      )}
      {problem === null || clash !== null ? null : <Alert type="error" showIcon title={problemText(t, problem)} />}
      <ClassTotals bills={bills} />
      <div className={styles['part']}>
        {rows.length === 0 ? (
          <p className={styles['second']}>{t('settlement.bills.empty')}</p>
        ) : (
          <Grid
            label={t('settlement.bills.title')}
            rows={rows.map((row) => ({
              ...row,
              label: String(row.cells['number'] ?? ''),
              cells: { ...row.cells, lineCount: linesIn(row).length },
              notes: { ...sumNote(t, row), ...billNotes(t, findings, row.id) },
            }))}
            columns={columns}
            readOnly={readOnly}
            maxHeight="260px"
            foot={{
              number: t('settlement.bills.total', { count: rows.length }),
              amountFen: format.amount(bills.filter(({ allowed }) => allowed !== false).reduce((sum, bill) => sum + billFen(bill), 0)),
            }}
            onEdit={sheet.apply}
            onUndo={() => void sheet.undo()}
            onRedo={() => void sheet.redo()}
            onOpen={(id) => {
              setOpenId(id);
              return true;
            }}
            onActive={setOpenId}
            addRows={(n) => Array.from({ length: n }, () => emptyBill(newId()))}
            onRemoveRows={(ids) => sheet.apply(ids.map((rowId) => ({ op: 'remove', rowId })))}
          />
        )}
        {readOnly ? null : (
          <div className={styles['tools']}>
            <Button size="small" onClick={add}>
              {t('settlement.bills.add')}
            </Button>
          </div>
        )}
      </div>
      {open === undefined ? null : (
        <div className={styles['part']}>
          <h3>
            {t('settlement.bills.lines')} <span className={styles['second']}>{String(open.cells['number'] ?? '')}</span>
          </h3>
          <LineList
            key={open.id}
            lines={linesIn(open)}
            outside={linesOutside(findings, open.id)}
            readOnly={readOnly}
            onChange={(lines) => setLines(open.id, lines)}
            onUndo={() => void sheet.undo()}
            onRedo={() => void sheet.redo()}
          />
        </div>
      )}
      {asking ? (
        <ReasonDialog
          title={t('settlement.save.removeTitle')}
          confirm={t('settlement.save.button')}
          onConfirm={save}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Drawer>
  );
};
