import { Button, Drawer } from 'antd';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import type { BillLine } from '../../../../shared/settlement/bill-model.ts';
import { reviewFindings } from '../../../../shared/settlement/checks/review-findings.ts';
import type { SettlementFile } from '../../../../shared/settlement/contract.ts';
import { billFen } from '../../../../shared/settlement/file/bill-sums.ts';
import { useAttempt } from '../../../app/use-attempt.ts';
import { problemText } from '../../../i18n/problem-text.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';
import { Grid } from '../../../ui/grid/grid.tsx';
import type { SheetRow } from '../../../ui/grid/model.ts';
import { createSheet } from '../../../ui/grid/sheet.ts';
import { useToast } from '../../../ui/toast/use-toast.tsx';
import styles from '../item/item.module.css';
import { billColumns } from './bill-columns.ts';
import { billNotes, linesOutside } from './bill-notes.ts';
import { billChanges, billRow, linesIn, typedBill } from './bill-rows.ts';
import { LineList } from './line-list.tsx';

type Props = {
  file: CaseFile;
  settlement: SettlementFile;
  partyId: string;
  newId: () => string;
  readOnly: boolean;
  onClose: () => void;
};

const emptyBill = (id: string): SheetRow => ({ id, cells: { kind: 'medical', category: null } });

/** 发票与清单: bills of one person with their lists; doubles, days outside the stay and sums that differ are said at the cell. */
export const BillsDrawer = ({ file, settlement, partyId, newId, readOnly, onClose }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const toast = useToast();
  const [stored] = useState(() => settlement.bills.filter((bill) => bill.partyId === partyId && bill.voidReason === null));
  const [sheet] = useState(() => createSheet(stored.map(billRow)));
  const rows = useSyncExternalStore(sheet.subscribe, sheet.rows);
  const [openId, setOpenId] = useState<string | null>(stored[0]?.id ?? null);
  const [asking, setAsking] = useState(false);
  const columns = useMemo(() => billColumns(t), [t]);
  const bills = useMemo(
    () =>
      rows.map((row) =>
        typedBill(
          row,
          partyId,
          stored.find(({ id }) => id === row.id),
        ),
      ),
    [rows, partyId, stored],
  );
  const findings = useMemo(() => reviewFindings({ ...file, ...settlement, bills, periods: [] }), [file, settlement, bills]);
  const changes = billChanges(rows, stored, partyId);
  const count = changes.bills.length + changes.removed.length;
  const open = rows.find(({ id }) => id === openId);
  const save = async (reason: string) => {
    const problem = await attempt((api) =>
      api.settlement.saveBills({ caseId: file.case.id, partyId, ...billChanges(sheet.rows(), stored, partyId), reason, draftKey: null }),
    );
    if (problem === null) onClose();
    else toast.failed(problemText(t, problem));
    return problem;
  };
  const setLines = (rowId: string, lines: readonly BillLine[]): void =>
    sheet.apply([{ op: 'set', rowId, column: 'lines', value: lines.length === 0 ? null : JSON.stringify(lines) }]);
  const add = (): void => {
    const row = emptyBill(newId());
    sheet.apply([{ op: 'insert', index: rows.length, row }]);
    setOpenId(row.id);
  };
  const saveButton = (
    <Button type="primary" disabled={count === 0} onClick={() => (changes.removed.length > 0 ? setAsking(true) : void save(''))}>
      {t('settlement.save.button')}
    </Button>
  );
  return (
    <Drawer open size={1000} title={t('settlement.bills.title')} onClose={onClose} extra={readOnly ? null : saveButton}>
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
              notes: billNotes(t, findings, row.id),
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
              {t('settlement.list.add.receipts')}
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
