import { maxListBytes, type Sheet } from '../../../shared/imports/table.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import { linesFromSheets } from '../../../shared/settlement/bill-sheet.ts';
import type { BillSheet } from '../../../shared/settlement/contract.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';

type SheetReader = (bytes: Uint8Array) => Promise<Result<readonly Sheet[], Problem>>;

/** 费用清单: the lines of a spreadsheet, with what could not be read; a person looks at them before they are saved. */
export const readBillFile = async (session: Session, file: File, readSheets: SheetReader): Promise<Result<BillSheet, Problem>> => {
  const right = allowed(session, 'damage.enter', null);
  if (!right.ok) return right;
  if (file.size === 0) return err(problem('import.empty', 'file'));
  if (file.size > maxListBytes) return err(problem('import.too-large', 'file', { bytes: file.size, maxBytes: maxListBytes }));
  const sheets = await readSheets(new Uint8Array(await file.arrayBuffer()));
  if (!sheets.ok) return sheets;
  const { lines, bad, sumFen } = linesFromSheets(sheets.value);
  if (lines.length + bad.length === 0) return err(problem('import.empty', 'file'));
  return ok({ fileName: tidyText(file.name).slice(0, 255), lines: [...lines], bad: bad.slice(0, 200), sumFen });
};
