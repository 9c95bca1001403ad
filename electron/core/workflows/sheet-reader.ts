import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, type Result } from '../../../shared/kernel/result.ts';
import type { Sheet } from '../../../shared/imports/table.ts';
import { findParseWorker, threadParser, type Parser } from '../imports/parser.ts';

/** The import's own reader for other features. The worker is looked for when it is needed, not when the app starts. */
export const sheetParser: Parser = { run: (job) => threadParser(findParseWorker()).run(job) };

/** A thread that ran out of memory or time died of the file, so the file is what is wrong. */
export const readSheetsWith =
  (parser: Parser) =>
  async (bytes: Uint8Array): Promise<Result<readonly Sheet[], Problem>> => {
    try {
      const sheets = await parser.run({ kind: 'read', bytes });
      return sheets.ok ? sheets : err(problem(sheets.error, 'file'));
    } catch {
      return err(problem('import.too-large', 'file'));
    }
  };
