import type { TFunction } from 'i18next';
import { importColumns, type ImportColumn, type ImportPreview, type Mapping } from '../../../shared/imports/contract.ts';

export type PreviewRow = ImportPreview['rows'][number];
export type RowStatus = PreviewRow['status'];
type RowProblem = PreviewRow['problems'][number];

/** The name of a field; the same word as in the file with bad rows. */
export const columnWord = (t: TFunction, column: ImportColumn): string => t(`import-reasons.columns.${column}`);

/** Why a row is not taken. The words are shared with the file that is given back, whose placeholders are filled by hand. */
export const reasonWords = (t: TFunction, { column, code, found }: RowProblem): string =>
  t(`import-reasons.reasons.${code.slice('import.'.length)}`)
    .replace('{column}', columnWord(t, column))
    .replace('{found}', () => found);

/** Heading of a column of the sheet; one without a heading is named by its place. */
export const headingWord = (t: TFunction, heading: string, index: number): string =>
  heading.trim() === '' ? t('imports.mapping.unnamed', { place: index + 1 }) : heading.trim();

/** Fields that some column fills, in the order of the contract. */
export const mappedColumns = (mapping: Mapping): ImportColumn[] =>
  importColumns.filter((column) => mapping[column] !== null && mapping[column] !== undefined);

/** The mapping with one field changed; a column of the sheet fills one field only, so the other field lets it go. */
export const withColumn = (mapping: Mapping, column: ImportColumn, index: number | null): Mapping =>
  Object.fromEntries(
    importColumns.map((one) => [one, one === column ? index : index !== null && mapping[one] === index ? null : (mapping[one] ?? null)]),
  ) as Mapping;

/** The tab a person wants to see first: what is wrong, then what would be taken. */
export const firstTab = ({ bad, good }: Pick<ImportPreview, 'bad' | 'good'>): RowStatus => {
  if (bad > 0) return 'bad';
  return good > 0 ? 'good' : 'already-there';
};

const fileProblems = ['password', 'empty', 'too-many-rows', 'too-large', 'zip-bomb', 'not-a-table', 'expired'];

/** Key of the words for a problem of the whole file: why, and what to do next. */
export const fileProblemKey = (code: string): string | null => {
  const name = code.startsWith('import.') ? code.slice('import.'.length) : '';
  return fileProblems.includes(name) ? `imports.problem.${name}` : null;
};
