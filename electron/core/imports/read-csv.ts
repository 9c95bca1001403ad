import { parse } from 'csv-parse/sync';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { maxRows, type Sheet } from '../../../shared/imports/table.ts';
import type { ParseProblem } from './parse-problem.ts';

const spareLines = 100;
const maxRecordCharacters = 1_000_000;

/** Reads a CSV file in UTF-8 (with or without mark), UTF-16 with mark, or GB18030, whichever its bytes are. */
export const readCsv = (bytes: Uint8Array): Result<Sheet[], ParseProblem> => {
  const text = decode(bytes);
  // A table has no control characters; a picture or a program has.
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (text === null || /[\u0000-\u0008\u000E-\u001F]/.test(text)) return err('import.not-a-table');
  try {
    const rows = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: maxRecordCharacters,
      to: maxRows + spareLines,
    }) as string[][];
    return ok([{ name: '', rows: rows.map((row) => (row.every((cell) => cell.trim() === '') ? [] : row)) }]);
  } catch {
    return err('import.not-a-table');
  }
};

/** Strict decoders one after the other: bytes of GB18030 are hardly ever valid UTF-8. */
const decode = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes);
  return decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes);
};

const decodeAs = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** The separator that stands most often in the first lines. */
const delimiterOf = (text: string): string => {
  const head = text.slice(0, 20_000).split(/\r?\n/).slice(0, 20).join('\n');
  const counts = [',', '\t', ';'].map((delimiter) => ({ delimiter, count: head.split(delimiter).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
};
