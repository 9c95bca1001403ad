import type { z } from 'zod';
import { caseEntity } from '../cases/model.ts';
import { tidyCode, tidyText } from '../kernel/text.ts';
import type { FieldsOf } from '../sync/entity.ts';
import { isRounded, readCount, readMoment, readPhone } from './cell-values.ts';
import { importColumns, type ImportColumn, type Mapping, type rowProblemSchema } from './contract.ts';
import { noValueMark } from './table.ts';

export type RowProblem = z.infer<typeof rowProblemSchema>;
export type CaseValues = Partial<FieldsOf<typeof caseEntity>>;

/** One row of a list after looking at it. A good row may still carry a remark, for example about a formula without a value. */
export type JudgedRow = {
  line: number;
  cells: readonly string[];
  status: 'good' | 'bad' | 'already-there';
  values: CaseValues;
  problems: RowProblem[];
};

export type Judge = {
  mapping: Mapping;
  now: string;
  /** Report numbers of the file, and those met so far in the list. */
  isThere: (reportNumber: string) => boolean;
  seen: Set<string>;
};

type Read = { value: unknown; code: RowProblem['code'] | null };

const fine = (value: unknown): Read => ({ value, code: null });
const bad = (code: RowProblem['code']): Read => ({ value: null, code });

const reads: Record<ImportColumn, (text: string, now: string) => Read> = {
  reportNumber: (text) => (isRounded(text) ? bad('import.number-lost') : fine(tidyCode(text).replace(/^['`]/, ''))),
  policyNumber: (text) => (isRounded(text) ? bad('import.number-lost') : fine(tidyCode(text).replace(/^['`]/, ''))),
  plate: (text) => fine(tidyCode(text)),
  insuredName: (text) => fine(tidyText(text)),
  insuredPhone: (text) => readOr('import.phone', readPhone(text)),
  accidentAt: (text, now) => moment(text, now),
  accidentPlace: (text) => fine(tidyText(text)),
  accidentCause: (text) => fine(tidyText(text)),
  injuredCount: (text) => readOr('import.count', readCount(text)),
  hospital: (text) => fine(tidyText(text)),
  ownerName: (text) => fine(tidyText(text)),
  reportedAt: (text, now) => moment(text, now),
  severity: (text) => fine(/重|亡|死|serious|severe|fatal|death/i.test(text) ? 'serious' : 'ordinary'),
};

const readOr = (code: RowProblem['code'], value: unknown): Read => (value === null ? bad(code) : fine(value));

const moment = (text: string, now: string): Read => {
  const at = readMoment(text);
  if (at === null) return bad('import.date');
  return at > now ? bad('import.in-the-future') : fine(at);
};

/** What is shown of a cell that is wrong: enough to recognise it. */
const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** Reads one row into the values of a case, with every problem of every field at once. */
export const judgeRow = (cells: readonly string[], line: number, judge: Judge): JudgedRow => {
  const values: Record<string, unknown> = { severity: 'ordinary', sourceChannel: 'list' };
  const problems: RowProblem[] = [];
  for (const column of importColumns) {
    const cell = cellAt(cells, judge.mapping, column);
    if (cell === noValueMark) problems.push({ column, code: 'import.no-value', found: '' });
    if (cell === noValueMark || tidyText(cell) === '') continue;
    const read = reads[column](cell, judge.now);
    const code = read.code ?? lengthCode(column, read.value);
    if (code !== null) problems.push({ column, code, found: shortened(tidyText(cell)) });
    else values[column] = read.value;
  }
  const status = statusOf(values['reportNumber'] as string | undefined, problems, judge);
  return { line, cells, status, values: values as CaseValues, problems };
};

export const cellAt = (cells: readonly string[], mapping: Mapping, column: ImportColumn): string => {
  const index = mapping[column];
  return index == null ? '' : (cells[index] ?? '');
};

const lengthCode = (column: ImportColumn, value: unknown): RowProblem['code'] | null =>
  caseEntity.fields[column].schema.safeParse(value).success ? null : 'import.too-long';

const statusOf = (reportNumber: string | undefined, problems: RowProblem[], { isThere, seen }: Judge): JudgedRow['status'] => {
  const complain = (code: RowProblem['code']): void => void problems.push({ column: 'reportNumber', code, found: reportNumber ?? '' });
  const rounded = problems.some(({ column, code }) => column === 'reportNumber' && code !== 'import.no-value');
  if (reportNumber === undefined && !rounded) complain('import.required');
  else if (reportNumber !== undefined && seen.has(reportNumber)) complain('import.duplicate-in-file');
  if (reportNumber !== undefined) seen.add(reportNumber);
  if (problems.some(({ code }) => code !== 'import.no-value')) return 'bad';
  return reportNumber !== undefined && isThere(reportNumber) ? 'already-there' : 'good';
};
