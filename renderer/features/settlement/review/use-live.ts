import { useDeferredValue, useMemo } from 'react';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import type { SettlementFile } from '../../../../shared/settlement/contract.ts';
import { liveSettlement, type LiveSettlement } from '../../../../shared/settlement/file/live.ts';
import type { SheetRow } from '../../../ui/grid/model.ts';
import { applyEdits } from '../../../ui/grid/sheet.ts';
import type { Typing } from '../../../ui/grid/use-cell-editing.ts';
import { liveRows } from './live-rows.ts';
import { sheetEdits } from './sheet-edits.ts';

/** A row that only exists while something is typed. */
const passing = (): string => 'passing';

/** The sheet with what is being typed right now. */
export const typedRows = (rows: readonly SheetRow[], typing: Typing | null): readonly SheetRow[] =>
  typing === null ? rows : applyEdits(rows, sheetEdits(rows, [{ op: 'set', ...typing }], passing)).rows;

type Input = {
  readonly file: CaseFile;
  readonly settlement: SettlementFile;
  readonly partyId: string;
  readonly rows: readonly SheetRow[];
  readonly typing: Typing | null;
};

/** The case computed on the sheet and on what is being typed, with the rows it was computed on. Computing never holds up the next key. */
export const useLive = ({ file, settlement, partyId, rows, typing }: Input): { rows: readonly SheetRow[]; live: LiveSettlement | null } => {
  const typed = useMemo(() => typedRows(rows, typing), [rows, typing]);
  const shown = useDeferredValue(typed);
  const live = useMemo(
    () => (settlement.pack === null ? null : liveSettlement(liveRows({ file, settlement, partyId, rows: shown }), settlement.pack)),
    [file, settlement, partyId, shown],
  );
  return { rows: shown, live };
};
