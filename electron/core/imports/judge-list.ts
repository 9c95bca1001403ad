import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Mapping } from '../../../shared/imports/contract.ts';
import { findHeadingRow, recogniseHeadings } from '../../../shared/imports/headings.ts';
import { judgeRow, type JudgedRow } from '../../../shared/imports/rules.ts';
import { maxRows, type Sheet } from '../../../shared/imports/table.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Session } from '../session.ts';
import { allReportNumbers } from './case-rows.ts';
import type { ReadList } from './shelf.ts';

/** Rows looked at before other callers get their turn. */
const slice = 500;

export type Choice = { sheets: readonly Sheet[]; sheet: Sheet; mapping: Mapping | null };
export type Judged = Pick<ReadList, 'sheets' | 'sheet' | 'headings' | 'mapping' | 'rows'>;

/** Finds the heading, maps the columns and looks at every row, without holding up other callers of the core. */
export const judgeList = async (session: Session, { sheets, sheet, mapping: given }: Choice): Promise<Result<Judged, Problem>> => {
  if (sheet.rows.every((cells) => cells.length === 0)) return err(problem('import.empty', 'file'));
  const headingRow = findHeadingRow(sheet);
  if (headingRow === null) return err(problem('import.not-a-table', 'file'));
  const headings = (sheet.rows[headingRow] ?? []).map((heading) => heading.trim());
  const mapping = given ?? recogniseHeadings(headings);
  const lines = sheet.rows.flatMap((cells, row) => (row > headingRow && cells.some((cell) => cell.trim() !== '') ? [row] : []));
  if (lines.length === 0) return err(problem('import.empty', 'file'));
  if (lines.length > maxRows) return err(problem('import.too-many-rows', 'file', { max: maxRows }));
  const rows = await judgeLines(session, { sheet, mapping, lines });
  return ok({ sheets, sheet, headings, mapping, rows });
};

type Lines = { sheet: Sheet; mapping: Mapping; lines: readonly number[] };

const judgeLines = async (session: Session, { sheet, mapping, lines }: Lines): Promise<JudgedRow[]> => {
  const there = allReportNumbers(session.read);
  const judge = { mapping, now: session.clock.now().at, isThere: (number: string) => there.has(number), seen: new Set<string>() };
  const rows: JudgedRow[] = [];
  for (const [index, row] of lines.entries()) {
    if (index % slice === slice - 1) await nextTurn();
    rows.push(judgeRow(sheet.rows[row] ?? [], row + 1, judge));
  }
  return rows;
};
