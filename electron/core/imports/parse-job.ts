import { Buffer } from 'node:buffer';
import type { Sheet } from '../../../shared/imports/table.ts';
import { err, type Result } from '../../../shared/kernel/result.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook, writeWorkbook } from './read-workbook.ts';
import type { ParseProblem } from './parse-problem.ts';
import { inspectZip } from './zip-guard.ts';

/** Heavy work on files, done away from the core's own thread. */
export type ParseJob = { kind: 'read'; bytes: Uint8Array } | { kind: 'write'; rows: readonly (readonly string[])[]; sheetName: string };

export type ParseAnswer<Job extends ParseJob = ParseJob> = Job extends { kind: 'read' } ? Result<Sheet[], ParseProblem> : Uint8Array;

export const runParseJob = async (job: ParseJob): Promise<ParseAnswer> =>
  job.kind === 'read' ? readTable(job.bytes) : writeWorkbook(job.rows, job.sheetName);

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte);

/** Tells by the first bytes what the file is; its name says nothing. */
const readTable = async (bytes: Uint8Array): Promise<Result<Sheet[], ParseProblem>> => {
  if (startsWith(bytes, 0x50, 0x4b)) return readZip(bytes);
  // The older compound file: either a workbook of that time or the wrapper of an encrypted one. Source: MS-OFFCRYPTO 2.3.1.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const wrapped = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    return wrapped ? err('import.password') : readWorkbook(bytes);
  }
  return readCsv(bytes);
};

const readZip = async (bytes: Uint8Array): Promise<Result<Sheet[], ParseProblem>> => {
  const finding = await inspectZip(bytes);
  if (finding === 'fine') return readWorkbook(bytes);
  if (finding === 'not-a-zip') return err('import.not-a-table');
  return err(finding === 'bomb' ? 'import.zip-bomb' : 'import.password');
};
