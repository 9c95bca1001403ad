import { importColumns, type ImportPreview } from '../../../shared/imports/contract.ts';
import { cellAt, type JudgedRow } from '../../../shared/imports/rules.ts';
import { noValueMark } from '../../../shared/imports/table.ts';
import type { ReadList } from './shelf.ts';

/** Rows of each kind that are shown; the bad ones are what people look at. */
const shown = { bad: 200, good: 50, 'already-there': 20 } as const;
const longestCell = 200;

/** What a person sees of a list before taking it. */
export const previewOf = ({ importId, fileName, sheets, sheet, headings, mapping, rows }: ReadList): ImportPreview => {
  const ofStatus = (status: JudgedRow['status']): JudgedRow[] => rows.filter((row) => row.status === status);
  const [good, bad, there] = [ofStatus('good'), ofStatus('bad'), ofStatus('already-there')];
  const first = [...good.slice(0, shown.good), ...bad.slice(0, shown.bad), ...there.slice(0, shown['already-there'])];
  return {
    importId,
    fileName,
    sheets: sheets.map(({ name }) => name),
    sheet: sheet.name,
    headings: [...headings],
    mapping,
    total: rows.length,
    good: good.length,
    bad: bad.length,
    alreadyThere: there.length,
    rows: first.toSorted((a, b) => a.line - b.line).map((row) => lineOf(row, mapping)),
  };
};

/** Cells as they stand in the sheet, keyed by the field they were mapped to. */
const lineOf = ({ line, cells, status, problems }: JudgedRow, mapping: ReadList['mapping']): ImportPreview['rows'][number] => {
  const texts = importColumns.flatMap((column) => {
    const text = cellAt(cells, mapping, column);
    return text === '' || text === noValueMark ? [] : [[column, text.slice(0, longestCell)] as const];
  });
  return { line, cells: Object.fromEntries(texts), status, problems };
};
