import type { ImportPreview } from '../../../shared/imports/contract.ts';
import { findHeadingRow, recogniseHeadings } from '../../../shared/imports/headings.ts';
import { maxListBytes, type Sheet } from '../../../shared/imports/table.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { judgeList, type Choice } from './judge-list.ts';
import type { Parser } from './parser.ts';
import { previewOf } from './preview.ts';
import type { Shelf } from './shelf.ts';

export type ImportPorts = { parser: Parser; shelf: Shelf };

/** Reads a spreadsheet or CSV and says what taking it would do. Nothing is written yet. */
export const readList = async (session: Session, file: File, ports: ImportPorts): Promise<Result<ImportPreview, Problem>> => {
  const right = allowed(session, 'case.import', null);
  if (!right.ok) return right;
  if (file.size === 0) return err(problem('import.empty', 'file'));
  if (file.size > maxListBytes) return err(problem('import.too-large', 'file', { bytes: file.size, maxBytes: maxListBytes }));
  const sheets = await parse(ports.parser, new Uint8Array(await file.arrayBuffer()));
  if (!sheets.ok) return sheets;
  const sheet = likeliest(sheets.value);
  if (!sheet) return err(problem('import.empty', 'file'));
  return shelve(session, ports.shelf, { sheets: sheets.value, sheet, mapping: null, fileName: tidyText(file.name).slice(0, 255) });
};

/** A thread that ran out of memory or time died of the file, so the file is what is wrong. */
const parse = async (parser: Parser, bytes: Uint8Array): Promise<Result<readonly Sheet[], Problem>> => {
  try {
    const sheets = await parser.run({ kind: 'read', bytes });
    return sheets.ok ? sheets : err(problem(sheets.error, 'file'));
  } catch {
    return err(problem('import.too-large', 'file'));
  }
};

/** The first sheet that names a report number, else the first that holds anything. */
const likeliest = (sheets: readonly Sheet[]): Sheet | undefined => {
  const holds = sheets.filter(({ rows }) => rows.some((cells) => cells.length > 0));
  const named = holds.find((sheet) => {
    const row = findHeadingRow(sheet);
    return row !== null && recogniseHeadings(sheet.rows[row] ?? []).reportNumber != null;
  });
  return named ?? holds[0];
};

type Shelved = Choice & { fileName: string };

/** Looks at the rows and lays the list on the shelf under a new id. */
export const shelve = async (session: Session, shelf: Shelf, choice: Shelved): Promise<Result<ImportPreview, Problem>> => {
  const judged = await judgeList(session, choice);
  if (!judged.ok) return judged;
  const list = { ...judged.value, importId: session.ids.next(), fileName: choice.fileName, readAt: session.clock.now().at };
  shelf.put(session, list);
  return ok(previewOf(list));
};
