import { useMemo, useState, useSyncExternalStore } from 'react';
import type { Problem } from '../../../../shared/kernel/problem.ts';
import type { Bill } from '../../../../shared/settlement/bill-model.ts';
import type { SettlementFile } from '../../../../shared/settlement/contract.ts';
import { useAttempt } from '../../../app/use-attempt.ts';
import { clashOf } from '../../../ui/form/clash.tsx';
import { createSheet } from '../../../ui/grid/sheet.ts';
import { useKept } from '../kept/use-kept.ts';
import { billChanges, billRow } from './bill-rows.ts';
import { decidedBill, draftEdits, draftOfBills, rebasedBills, seenAsDrafted, type BillClash, type BillsDraft } from './bills-state.ts';

type Input = { readonly caseId: string; readonly partyId: string; readonly settlement: SettlementFile; readonly readOnly: boolean };

const ownBills = ({ bills }: SettlementFile, partyId: string): Bill[] =>
  bills.filter((bill) => bill.partyId === partyId && bill.voidReason === null);

/** The sheet and what it began from; bills that are stored meanwhile come under what is being typed. */
const useSheet = (settlement: SettlementFile, partyId: string) => {
  const [read, setRead] = useState(settlement);
  const [stored, setStored] = useState(() => ownBills(settlement, partyId));
  const [sheet] = useState(() => createSheet(stored.map(billRow)));
  const rows = useSyncExternalStore(sheet.subscribe, sheet.rows);
  if (read !== settlement) {
    const next = rebasedBills({ rows, stored }, ownBills(settlement, partyId));
    setRead(settlement);
    setStored([...next.stored]);
    // The sheet lies outside of React: it is brought up to date after this render.
    queueMicrotask(() => sheet.replace(() => next.rows));
  }
  return { stored, setStored, sheet, rows };
};

type Saving = Pick<Input, 'caseId' | 'partyId' | 'settlement'> & ReturnType<typeof useSheet> & { drop: () => Promise<void> };

/** Saves everything as one change; where somebody else wrote the same cell, a decision comes first and saving goes on after it. */
const useSaving = ({ caseId, partyId, settlement, stored, setStored, sheet, drop }: Saving) => {
  const attempt = useAttempt();
  const [clash, setClash] = useState<BillClash | null>(null);
  const saveFrom = async (base: readonly Bill[], reason: string): Promise<Problem | null> => {
    const problem = await attempt((api) =>
      api.settlement.saveBills({ caseId, partyId, ...billChanges(sheet.rows(), base, partyId), reason, draftKey: null }),
    );
    const found = problem === null ? null : clashOf(problem, null);
    const billId = problem?.facts['id'];
    setClash(found === null || typeof billId !== 'string' ? null : { billId, field: found.name, rev: found.rev, byName: found.byName });
    if (problem === null) await drop();
    return problem;
  };
  const decide = async (mine: boolean): Promise<Problem | null> => {
    if (clash === null) return null;
    const theirs = settlement.bills.find(({ id }) => id === clash.billId);
    const next = decidedBill(stored, clash);
    setStored(next);
    if (!mine && theirs !== undefined)
      sheet.apply([{ op: 'set', rowId: clash.billId, column: clash.field, value: billRow(theirs).cells[clash.field] ?? null }]);
    return saveFrom(next, '');
  };
  return { clash, decide, save: (reason: string) => saveFrom(stored, reason) };
};

/** The bills of one person while they are worked on: kept as a draft, with undo, saved as one change. */
export const useBills = ({ caseId, partyId, settlement, readOnly }: Input) => {
  const work = useSheet(settlement, partyId);
  const { stored, setStored, sheet, rows } = work;
  const body = useMemo(() => draftOfBills({ rows, stored }), [rows, stored]);
  const kept = useKept<BillsDraft>({
    key: readOnly ? null : `bills:${partyId}`,
    caseId,
    body,
    onRestore: (draft) => {
      setStored((old) => seenAsDrafted(old, draft));
      sheet.apply(draftEdits(sheet.rows(), draft));
    },
  });
  return {
    ...useSaving({ caseId, partyId, settlement, ...work, drop: kept.drop }),
    sheet,
    rows,
    stored,
    restoredAt: kept.restoredAt,
    discard: (): void => {
      sheet.reset(stored.map(billRow));
      void kept.drop();
    },
  };
};
