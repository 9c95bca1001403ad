import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Handlers } from '../handlers.ts';
import type { DraftOperation, Session } from '../session.ts';
import { saveBasis, savePartyBasis } from '../settlement/save-basis.ts';
import { saveBills } from '../settlement/save-bills.ts';
import { calculate, openCalculation, replayCalculation } from './calculate.ts';
import { packInForce } from '../../db/pack-rows.ts';
import { exportCase, readCaseFile, takeCaseFile, type CaseShelf } from './case-file-import.ts';
import type { Parser } from '../imports/parser.ts';
import { readBillFile } from './read-bill.ts';
import { readSheetsWith, sheetParser } from './sheet-reader.ts';
import { withComputed } from './computed-operations.ts';
import { openSettlement } from './open-settlement.ts';
import { settlementOfCase } from './settlement-of-case.ts';

const completing =
  (session: Session, caseId: string) =>
  (ops: readonly DraftOperation[]): DraftOperation[] =>
    withComputed(session, caseId as CaseId, ops);

/** The last case file each session has read. */
const createSettlementHandlers = (parser: Parser, shelf: CaseShelf): Handlers<'settlement'> => ({
  open: ({ session }, input) => openSettlement(session, input),
  saveBasis: ({ session }, input) =>
    saveBasis(session, { ...input, begun: { packVersion: packInForce(session.read).version } }, completing(session, input.caseId)),
  savePartyBasis: ({ session }, input) => savePartyBasis(session, input, completing(session, input.caseId)),
  saveBills: ({ session }, input) => saveBills(session, input, completing(session, input.caseId)),
  calculate: ({ session }, input) => calculate(session, input),
  calculation: ({ session }, input) => openCalculation(session, input),
  replay: ({ session }, input) => replayCalculation(session, input),
  exportCase: ({ session }, input) => exportCase(session, input),
  readCase: ({ session }, input) => readCaseFile(session, input, shelf),
  takeCase: ({ session }, input) => takeCaseFile(session, input, shelf),
  readBill: ({ session }, { file }) => readBillFile(session, file, readSheetsWith(parser)),
  compute: ({ session }, { caseId, mode }) => settlementOfCase(session, caseId, mode),
});

export const settlementHandlers = createSettlementHandlers(sheetParser, new WeakMap());
